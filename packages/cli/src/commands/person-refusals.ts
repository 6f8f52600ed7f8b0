import type { ErasureRefusal } from "@suzheng/server";

type Words = { zh: string; en: string };
type RefusalCode =
  | ErasureRefusal
  | "person-not-given"
  | "erasure-record-not-given"
  | "erasure-record-unreadable";

export const PERSON_REFUSALS: Readonly<Record<RefusalCode, { detail: Words; wayOut: Words }>> = {
  "person-not-given": {
    detail: {
      zh: "要写明机构，以及证件号码、注册号、姓名三者之一。",
      en: "the institution is to be given, and one of identity, registration and name",
    },
    wayOut: {
      zh: "例如 --institution CNCA-R-2999-901 --identity <证件号码>。",
      en: "For instance --institution CNCA-R-2999-901 --identity <number>.",
    },
  },
  "institution-not-registered": {
    detail: { zh: "该机构没有接入。", en: "the institution is not connected" },
    wayOut: { zh: "核对批准号。", en: "Check the approval number." },
  },
  "person-unknown": {
    detail: {
      zh: "这家机构没有存有这样的人的个人信息。",
      en: "nothing is kept of such a person at this institution",
    },
    wayOut: {
      zh: "核对写法；或者已经抹除，或者该人在另一家机构名下。",
      en: "Check how it is written; it may be erased already, or the person be with another institution.",
    },
  },
  "person-name-shared": {
    detail: {
      zh: "有几个人用这个姓名，什么都没有抹除。",
      en: "several persons have this name; nothing was erased",
    },
    wayOut: {
      zh: "改用 --identity（证件号码）或 --registration（注册号）指明其中一人。",
      en: "Say which one by --identity or --registration.",
    },
  },
  "person-registration-shared": {
    detail: {
      zh: "这个注册号曾与几个证件号码一起报送，什么都没有抹除。",
      en: "the registration number was reported with several identity documents; nothing was erased",
    },
    wayOut: { zh: "改用 --identity（证件号码）。", en: "Say which one by --identity." },
  },
  "confirmation-differs": {
    detail: {
      zh: "--confirm 与所写的值不同，什么都没有抹除。",
      en: "--confirm is not the value given; nothing was erased",
    },
    wayOut: {
      zh: "抹除不能撤回：先用 --dry-run 看要抹除什么，再在 --confirm 后照样写一遍。",
      en: "Erasing cannot be taken back: look first with --dry-run, then repeat the value after --confirm.",
    },
  },
  "erasure-record-not-given": {
    detail: {
      zh: "没有写明抹除记录存到哪里，什么都没有抹除。",
      en: "it was not said where the record of the erasure goes; nothing was erased",
    },
    wayOut: {
      zh: "加上 -o <文件>；恢复旧备份后要凭它重做抹除。",
      en: "Add -o <file>; after restoring an older backup the erasure is repeated from it.",
    },
  },
  "erasure-record-unreadable": {
    detail: {
      zh: "没有这个文件，或者它不是抹除记录。",
      en: "no such file, or no record of an erasure",
    },
    wayOut: {
      zh: "写明 suzheng person erase -o 写出的文件；什么都没有重做。",
      en: "Name a file that `suzheng person erase -o` wrote; nothing was repeated.",
    },
  },
};
