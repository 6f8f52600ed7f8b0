import type { Words } from "../zh.ts";

export const shell: Words["shell"] = {
  name: "Suzheng",
  tagline: "Rules can be looked up · the process followed · results traced back",
  skip: "Skip to content",
  search: "Look up",
  rules: "Rules",
  calculators: "Calculators",
  bodies: "Bodies",
  verify: "Verify a proof",
  upload: "Report (bodies)",
  workspace: "Sign in to the workspace",
  about: "What provable means",
  mainNavigation: "Main",
  footNavigation: "Footer",
  otherLanguage: "中文",
  otherLanguageLabel: "切换到中文",
  demo: "Demo data: the people, organisations and certificates here are invented",
  version: (version) => `version ${version}`,
  offline:
    "You are offline. Pages already opened and proofs already fetched stay readable but may be old.",
  staleCopy: (at) => `Offline copy, fetched ${at}`,
  loading: "Loading",
  more: "Show more",
  retry: "Try again",
  close: "Close",
  copied: "Copied",
  backToSearch: "Back to the search",
  unreachableTitle: "The data cannot be reached now",
  unreachableDetail:
    "The server did not answer, so nothing can be said here, neither valid nor invalid.",
  unreachableWay: "Check the network and try again. A proof file can be verified offline.",
  code: "code",
  notFoundTitle: "There is no such page",
  notFoundDetail:
    "The address may be mistyped or renamed. This says nothing about any certificate.",
  notFoundWay: "To check a certificate, search for its number or the holder's name.",
  keys: "Keyboard",
  keySearch: "to the search field",
  keyHelp: "this list",
  keyHome: "look up",
  keyRules: "rules",
  keyBodies: "bodies",
  keyVerify: "verify a proof",
  keyThen: "then",
};

export const status: Words["status"] = {
  valid: "Valid",
  suspended: "Suspended",
  withdrawn: "Withdrawn",
  cancelled: "Cancelled",
  expired: "Expired",
  unknown: "Cannot tell",
  validMeaning:
    "The holder is certified for the scope below and the certificate is valid on this day.",
  suspendedMeaning:
    "The body has suspended this certificate; on this day it does not count as valid.",
  withdrawnMeaning: "The body has withdrawn this certificate. It no longer attests anything.",
  cancelledMeaning: "The certificate has been cancelled and is no longer valid.",
  expiredMeaning: "The certificate is past its validity and not valid on this day.",
  unknownMeaning: "The records do not suffice to tell the status on this day.",
};

export const bodyStatus: Words["bodyStatus"] = {
  active: "Active",
  suspended: "Suspended",
  withdrawn: "Withdrawn",
  cancelled: "Cancelled",
};

export const search: Words["search"] = {
  pageTitle: "Look up a certificate",
  title: "Is this certificate valid today?",
  label: "Certificate number, holder's name or credit code",
  hint: "Spaces, capitals and full-width characters do not matter; part of a name will do, or three or more of its pinyin initials in a row.",
  clear: "Clear",
  scan: "Scan QR code",
  scanTitle: "Hold the QR code in the frame",
  scanDenied: "The camera may not be used. Type the certificate number instead.",
  scanForeign: "This QR code is no certificate address of Suzheng and was not opened:",
  tooShort: "One more character and the search begins.",
  results: "Results",
  found: (count, more) =>
    `${more ? "First " : ""}${count} ${count === 1 ? "certificate" : "certificates"}`,
  none: "No certificate found",
  noneDetail: (query) => `No certificate number, holder's name or code contains “${query}”.`,
  noneWayOut: "Try fewer characters.",
  noneNumber: "If this is a certificate number, see why it is not found:",
  askNumber: (number) => `Ask for number ${number}`,
  bodies: "Bodies of that name",
  onlyBody: "Only certificates of",
  anyBody: "any body",
  bodyCertificates: "its certificates",
  until: (date) => `valid until ${date}`,
  recent: "Looked up recently",
  recentNote: "kept on this device only",
  forget: "Clear",
  learnTitle: "More than a lookup",
  learnAnswer: "The verdict",
  learnAnswerText: "Valid today or not, for what, issued by whom; also for any day in the past.",
  learnTrace: "The process",
  learnTraceText:
    "Every audit, surveillance and change in order: who took part, under which clause, with what result.",
  learnProof: "The proof",
  learnProofText:
    "Check signatures and records on this device without trusting us. The proof file works offline.",
};
