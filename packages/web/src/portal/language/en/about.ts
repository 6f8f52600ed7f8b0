import type { Words } from "../zh.ts";

export const about: Words["about"] = {
  title: "What provable means",
  lead: "A lookup tells you what a database says. Here you get evidence that you can check yourself.",
  logTitle: "A log that only grows",
  logText:
    "Each body keeps a log. Every report is a numbered entry; once written it cannot be changed, inserted or removed, and a correction is a new entry. Any tampering breaks the checks that follow.",
  directoryTitle: "A public directory and its witnesses",
  directoryText: "The newest state of all logs is noted in one public directory.",
  witnessed:
    "Independent witnesses cosign it, so we cannot show different histories to different people.",
  unwitnessed:
    "Where independent witnesses cosign it, we cannot show different histories to different people. No witnesses are set up here yet, so this cannot be checked now.",
  currencyTitle: "Proof that nothing is later",
  currencyText:
    "A signature only proves that something was said. The directory also commits to the newest record of each certificate, so it is provable that up to a stated time there is no later suspension or withdrawal.",
  deviceTitle: "Checked on your device",
  deviceText:
    "“Verify on this device” downloads the proof and computes each step in your browser. Nothing here says “verified” before that is done.",
  privacyTitle: "No personal data in the log",
  privacyText:
    "The log holds salted commitments only. Names are kept apart and can be erased by law; the rest of the proof still stands.",
  limitsTitle: "What it does not prove",
  limitsText:
    "It proves who reported what and when, and that it has not changed since. It cannot prove that what was reported is true, say that the auditor was there. Rule verdicts point at doubts; the body answers for the truth and the regulator acts on it.",
  notFoundTitle: "“Not found” has three meanings",
  notFoundNever: "Never recorded: no connected body has reported this number.",
  notFoundWithheld: "Withheld: a record exists but is not public. Not the same as invalid.",
  notFoundIssuer: "Issuer not connected: its records are not here. It says nothing about validity.",
  statusTitle: "Status words",
  unconfirmedTitle: "“Unconfirmed”",
  unconfirmedText:
    "Terms and limits in rules carry a source and a confidence. Those not yet compared with the official text bear this mark; verdicts built on them are indications.",
  dayTitle: "Two times",
  dayText:
    "The body says when something happened; the log says when it was written. Long gaps are shown. Dates include the day: valid until a date means valid on that date.",
  developersTitle: "For developers",
  developersText:
    "The same data come from the API, the same checks from the command line. Description:",
};
