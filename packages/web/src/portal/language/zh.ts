import type { WordsLike } from "./language.ts";
import { about } from "./zh/about.ts";
import {
  actions,
  answers,
  certificate,
  covers,
  missing,
  proof,
  rulesSection,
} from "./zh/certificate.ts";
import { factValues, fields } from "./zh/fields.ts";
import { bodies, rules } from "./zh/pages.ts";
import { bodyStatus, search, shell, status } from "./zh/shell.ts";
import { roles, trace, verbs } from "./zh/trace.ts";
import { upload, verify } from "./zh/verify.ts";

export const zh = {
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

export type Words = WordsLike<typeof zh>;
