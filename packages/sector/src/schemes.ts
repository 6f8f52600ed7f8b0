/** A management-system scheme of the simulated sector. */
export interface Scheme {
  readonly letter: "Q" | "E" | "S";
  /** Certification item code. */
  readonly itemCode: string;
  readonly standards: string;
  /** Field in registration numbers of auditors. */
  readonly field: string;
}

export const QMS: Scheme = {
  letter: "Q",
  itemCode: "A010103",
  standards: "GB/T 19001-2016/ISO 9001:2015",
  field: "QMS",
};
export const EMS: Scheme = {
  letter: "E",
  itemCode: "A020102",
  standards: "GB/T 24001-2016/ISO 14001:2015",
  field: "EMS",
};
export const OHSMS: Scheme = {
  letter: "S",
  itemCode: "A030102",
  standards: "GB/T 45001-2020/ISO 45001:2018",
  field: "OHS",
};
