import type { SectorOptions } from "./simulate-sector.ts";

/** The small sector of a first start: a few years in which every fault happens at least once. */
export const DEMO_SECTOR: Omit<SectorOptions, "today"> = {
  seed: "suzheng demo",
  bodies: 4,
  certificates: 380,
  yearsBack: 3,
  stockShare: 0.4,
  faultRates: {
    doubleBooking: 0.04,
    surveillanceOverdue: 0.03,
    personDaysCut: 0.03,
    decisionMakerInTeam: 0.01,
    stageOneMissing: 0.04,
    stageGapZero: 0.08,
    overloadedAuditor: 1,
    lateReport: 0.02,
    recertificationAfterExpiry: 0.08,
  },
};
