import { type LocalText, toBase64Url } from "@suzheng/log-format";
import type { Pins } from "./check-directory.ts";
import { verifyPasskeySignature } from "./passkey-signature.ts";
import type { ReadBundle, ReadEvent } from "./read-bundle.ts";
import { isSigned, SIGNED_TYPES, signatureOf, signedActText } from "./signed-act.ts";
import type { Step } from "./verification.ts";

type Place = { log: string; stream: string };

/** One step for each act that is signed, or ought to be. */
export function* checkSignatures(read: ReadBundle, pins: Pins): Generator<Step> {
  const streams = read.logs.flatMap(({ note: { log }, streams }) =>
    streams.map((one) => ({ ...one, log })),
  );
  for (const { log, stream, events } of streams) {
    for (const event of events.filter(needsSignature)) {
      yield checkSignature({ log, stream }, event, pins);
    }
  }
}

const needsSignature = ({ entry }: ReadEvent): boolean =>
  isSigned(entry) || SIGNED_TYPES.includes(entry.type);

function checkSignature(place: Place, event: ReadEvent, pins: Pins): Step {
  const reason = whyNot(event, pins);
  const { type, version } = event.entry;
  const act = `${type} (\`${place.stream}\` ${version})`;
  const zh = reason === null ? "签名与内容相符" : `签名无效，${reason.zh}`;
  const en = reason === null ? "its signature holds" : `its signature does not hold, ${reason.en}`;
  return {
    step: "signature",
    about: { ...place, index: event.index },
    outcome: reason === null ? "valid" : "invalid",
    detail: { zh: `${act}：${zh}`, en: `${act}: ${en}` },
  };
}

/** Null when the signature is one over this very act. */
function whyNot({ entry }: ReadEvent, { sha256, verifyEd25519 }: Pins): LocalText | null {
  if (!isSigned(entry)) return { zh: "没有签名", en: "there is none" };
  const signature = signatureOf(entry);
  if (signature === null) return { zh: "格式不对", en: "it is not well formed" };
  const statement = new TextEncoder().encode(signedActText(entry));
  if (toBase64Url(sha256(statement)) !== signature.contentHash) {
    return { zh: "签的不是这项内容", en: "it is over other content than this act" };
  }
  const checked = verifyPasskeySignature(signature, { sha256, verifyEd25519 });
  return checked.outcome === "valid" ? null : checked.detail;
}
