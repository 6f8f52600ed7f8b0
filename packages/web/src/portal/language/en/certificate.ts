import { isNumbered } from "../translated.ts";
import type { Words } from "../zh.ts";

const plural = (count: number, word: string) => `${count} ${word}${count === 1 ? "" : "s"}`;

export const certificate: Words["certificate"] = {
  pageTitle: (number) => `Certificate ${number}`,
  number: "Certificate number",
  validity: "Validity",
  range: (from, until) => `${from} to ${until} (inclusive)`,
  daysLeft: (days, isToday) => {
    if (days === 0) return isToday ? "today is the last day" : "this day is the last one";
    return isToday ? `${plural(days, "day")} left` : `${plural(days, "day")} left from this day`;
  },
  since: (status, date) => `${status} since ${date}`,
  suspendedUntil: (date) => `suspended until ${date}`,
  askedDay: "Day asked about",
  today: "Today",
  chooseDay: "Choose a day",
  answersFor: (date) => `This is the status on ${date}`,
  answersAhead: (date) => `${date} has not come; this can only be reckoned from present records`,
  ahead: "This day has not come",
  aheadValid:
    "By present records it will still be within its validity; whether it is suspended or withdrawn before then cannot be known now.",
  aheadSuspended:
    "By present records it will still be suspended; whether it is restored or withdrawn before then cannot be known now.",
  aheadExpired:
    "By present records it will have expired; whether it is recertified before then cannot be known now.",
  overdue: (message, days) =>
    `Note: ${message} (${plural(days, "day")} late, nothing reported so far)`,
  notADay: (given) => `“${given}” in the address is no date. This is the status today.`,
  notYetIssued: (date) => `Issued only on ${date}; not yet in effect on this day.`,
  provable: (at) =>
    `The public directory covers everything up to ${at} (Beijing time); this device can verify that nothing later changed it.`,
  notProvable:
    "The records are not yet in the public directory, so it cannot be proven that nothing later exists.",
};

export const proof: Words["proof"] = {
  title: "Proof",
  idle: "Not verified",
  idleDetail: "The verdict above comes from the server; this device has not checked it yet.",
  start: "Verify on this device",
  running: "Verifying",
  verified: "Verified on this device",
  verifiedDetail: (at) =>
    `This device checked signatures and records: up to ${at} (Beijing time) nothing later has changed it.`,
  verifiedNoTime: "This device checked signatures and records; all agree.",
  invalid: "Verification failed",
  invalidDetail:
    "Proof and records disagree. Do not rely on this certificate; keep the proof file and report it.",
  malformed: "Not a valid proof",
  malformedDetail:
    "What arrived is no Suzheng proof and cannot be verified. It says nothing about the certificate.",
  unchecked: "Could not check",
  uncheckedDetail:
    "The proof or the public keys did not arrive, so there is no verdict. Try again online.",
  otherSubject:
    "The proof itself is sound but about another certificate; it says nothing about this page.",
  otherRecords:
    "The proof itself is sound, but this page lists other records. Reload and verify again; if they still differ, do not rely on this page.",
  otherStatus:
    "The proof itself is sound, but by its records the status on this day is not the one above. Reload and verify again; if they still differ, do not rely on this page.",
  incompleteDetail:
    "One step lacks what it needs, so there is no verdict: neither that it agrees nor that it differs.",
  again: "Verify again",
  steps: "Steps of the verification",
  step: {
    format: "The proof file is well formed",
    directorySignature: "Signature of the public directory",
    witnesses: "Cosignatures of the witnesses",
    directoryInclusion: "The entry stands in the directory",
    note: "The body's log is noted",
    currency: "There is no later record",
    history: "The history is unbroken",
    inclusion: "Every record stands in the body's log",
    disclosures: "Disclosed personal data match their commitments",
    signature: "Signed acts carry the signatures of persons",
  },
  stepState: {
    pending: "waiting",
    valid: "agrees",
    invalid: "differs",
    malformed: "malformed",
    "could-not-check": "cannot check",
    "not-set-up": "not set up",
  },
};

export const covers: Words["covers"] = {
  title: "What it covers",
  item: "Certification item",
  standards: "Standard",
  scope: "Scope",
  sites: "Sites",
  noSites: "No further sites listed",
  addresses: "Holder's addresses",
  code: "Organisation code",
  headcount: "People covered",
  people: (count) => count,
  first: "First certified",
  marks: "Accreditation marks",
  noMarks: "none",
  counts: "Surveillance, recertification",
  countsText: (surveillance, recertification) =>
    `${plural(surveillance, "surveillance audit")} in this cycle, ${plural(recertification, "recertification")}`,
  main: "Main certificate",
  children: "Child certificates",
};

export const answers: Words["answers"] = {
  title: "Who answers for it",
  body: "Certification body",
  bodyNote: "bears the principal responsibility for the result",
  signatory: "Signatory",
  signatoryNote: "overall responsible",
  decisionMaker: "Certification decision",
  reviewer: "Review",
  auditors: "Audit team",
  notPublic: "reported, not public",
  notReported: "not reported",
  nameWithheld: "name not public",
  nameErased: "name erased",
  registration: (number) => `registration ${number}`,
  noSignature: "Declared by the body, no personal signature",
  noSignatureNote: "The body submitted the record; it bears no personal electronic signature.",
  audits: (count) => plural(count, "audit"),
  noAuditors: "No audit participation has been reported yet.",
};

export const rulesSection: Words["rulesSection"] = {
  title: "Rules",
  standsUnder: "Records were judged requirement by requirement under these rule versions",
  none: "The records of this certificate have not been judged by a rule yet.",
  met: (count) => `${count} met`,
  notMet: (count) => `${count} not met`,
  cannotTell: (count) => `${count} cannot tell`,
  notApplicable: (count) => `${count} not applicable`,
  open: "Read the rule",
  clause: (number) => (isNumbered(number) ? `clause ${number}` : number),
  ofRule: (title) => `${title},`,
  outcome: {
    met: "met",
    "not-met": "not met",
    "not-applicable": "not applicable",
    "cannot-tell": "cannot tell",
  },
  unconfirmed: "unconfirmed",
  unconfirmedNote: "A value behind this verdict is not confirmed against the official text.",
  confidence: { high: "good source", medium: "fair source", low: "weak source", none: "no source" },
};

export const actions: Words["actions"] = {
  title: "Take along, report",
  downloadProof: "Download the proof",
  copyLink: "Copy link",
  print: "Print",
  qr: "QR code of this page",
  qrAlt: (number) => `QR code of the page of certificate ${number}`,
  report: "Report a problem",
  reportTitle: "Is something wrong with this certificate?",
  reportBody: (name) => `First complain to the body (${name}) and ask for a written answer.`,
  reportRegulator:
    "If there is no answer, or you do not accept it, report to the local market regulator.",
  reportKeep:
    "Attach the link of this page and the proof file: it proves that the records were as you saw them.",
  reportNotHere: "This page does not take reports itself.",
};

export const missing: Words["missing"] = {
  downloadAbsence: "Download the proof of absence",
  neverTitle: "No record of this certificate",
  neverDetail: "No connected body has ever reported this number.",
  neverWay1: "Check the number: digit 0 and letter O, digit 1 and letter I are easily confused.",
  neverWay2: "Ask whoever showed the certificate for its QR code or proof file.",
  neverWay3: "If the number is right and still not found, ask the body named on the certificate.",
  withheldTitle: "This certificate is not public",
  withheldDetail: "A record exists but is withheld. Not public does not mean invalid.",
  withheldWay1: "Ask the holder for the proof file and check it on the page “Verify a proof”.",
  withheldWay2: "Before you rely on it, ask the certification body.",
  notConnectedTitle: "The issuing body is not connected",
  notConnectedDetail:
    "The number belongs to a body that keeps no records here. Not found here says nothing about the certificate.",
  notConnectedWay1:
    "Ask the national public service platform for certification, or the body itself.",
  notConnectedWay2: "Once the body is connected, its records from that day on appear here.",
  notYetTitle: "No such certificate on this day yet",
  notYetDetail: "On the day asked about it was not issued yet, or nobody had reported it.",
  notYetWay1: "Choose a later day, or see the status today.",
  otherTitle: "There is no result",
  asked: "Number asked for",
  answeredAt: (at) => `Answered ${at} (Beijing time)`,
  issuer: "Body concerned",
  connectedAt: (at) => `connected ${at}`,
  wayOut: "What to do now",
};
