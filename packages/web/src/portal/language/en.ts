import { about } from "./en/about.ts";
import {
  actions,
  answers,
  certificate,
  covers,
  missing,
  proof,
  rulesSection,
} from "./en/certificate.ts";
import { factValues, fields } from "./en/fields.ts";
import { bodies, rules } from "./en/pages.ts";
import { bodyStatus, search, shell, status } from "./en/shell.ts";
import { roles, trace, verbs } from "./en/trace.ts";
import { upload, verify } from "./en/verify.ts";
import type { Words } from "./zh.ts";

export const en: Words = {
  shell,
  status,
  bodyStatus,
  search,
  certificate,
  proof,
  covers,
  answers,
  rulesSection,
  actions,
  missing,
  trace,
  verbs,
  roles,
  fields,
  factValues,
  rules,
  bodies,
  verify,
  upload,
  about,
};
