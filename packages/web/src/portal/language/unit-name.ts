import type { Language } from "./language.ts";

/** Rule packs write their units in Chinese. */
const ENGLISH: Readonly<Record<string, string>> = {
  月: "months",
  天: "days",
  日: "days",
  工作日: "working days",
  小时: "hours",
  次: "times",
  人: "persons",
  名: "persons",
  家: "bodies",
  张: "certificates",
  分: "points",
  元: "yuan",
  公里: "km",
  日期: "date",
  比例: "(ratio)",
  次月日: "(day of the next month)",
  "天/周期年": "days per cycle year",
  "张/周期年": "certificates per cycle year",
  "小时/人日": "hours per person-day",
  "学时/年": "hours of study per year",
};

/** A parameter's unit in words; one that is not known here as its pack writes it. */
export const unitName = (unit: string, language: Language): string =>
  language === "zh" ? unit : (ENGLISH[unit] ?? unit);
