import type { VersionName } from "./registry-api.ts";

const id = encodeURIComponent;

export const rulePath = ({ institution, rule }: Omit<VersionName, "version">): string =>
  `/registry/${id(institution)}/${id(rule)}`;

export const versionPath = (name: VersionName): string => `${rulePath(name)}/${id(name.version)}`;

export const draftPath = (rule: string): string => `/rules/drafts/${id(rule)}`;
