import { CERTIFICATE_CHANGE_COLUMNS } from "./certificate-change-columns.ts";
import { CERTIFICATE_STATUS_COLUMNS } from "./certificate-status-columns.ts";
import { CERTIFICATE_SUBJECT_COLUMNS } from "./certificate-subject-columns.ts";
import type { ReportTable } from "./column.ts";

/** 103010, one row per certificate and act. Field names from S-61. */
export const CERTIFICATE_TABLE: ReportTable = {
  id: "103010",
  title: { zh: "认证证书信息", en: "certificates" },
  columns: [
    ...CERTIFICATE_SUBJECT_COLUMNS,
    ...CERTIFICATE_STATUS_COLUMNS,
    ...CERTIFICATE_CHANGE_COLUMNS,
  ],
};
