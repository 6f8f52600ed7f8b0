import {
  hashFromJson,
  parseVkey,
  type Trust,
  type VerificationKey,
  type VerifyEd25519,
  verifyNote,
} from "@suzheng/log-format";
import { type Sha256, verifyInclusion } from "@suzheng/merkle";
import type { ReadBundle } from "./read-bundle.ts";
import type { Step } from "./verification.ts";

export type Pins = { trust: Trust; sha256: Sha256; verifyEd25519: VerifyEd25519 };

/** The checkpoint is of the pinned directory and signed by its key. */
export function checkDirectorySignature({ note, checkpoint }: ReadBundle, pins: Pins): Step {
  const step = "directory-signature" as const;
  const { origin, vkey } = pins.trust.directory;
  if (checkpoint.origin !== origin) {
    return {
      step,
      outcome: "could-not-check",
      detail: {
        zh: `检查点来自 \`${checkpoint.origin}\`，信任文件中只有 \`${origin}\``,
        en: `the checkpoint is of \`${checkpoint.origin}\`, trusted is only \`${origin}\``,
      },
    };
  }
  const check = verifyNote(note, pinnedKeys(pins.sha256, [vkey]), pins.verifyEd25519);
  if (check.outcome === "invalid") {
    return {
      step,
      outcome: "invalid",
      detail: { zh: "目录的签名不成立", en: "the signature of the directory does not hold" },
    };
  }
  if (check.signatures.length === 0) {
    return {
      step,
      outcome: "could-not-check",
      detail: {
        zh: "没有由信任文件所列目录密钥作出的签名",
        en: "there is no signature by the trusted key of the directory",
      },
    };
  }
  return {
    step,
    outcome: "valid",
    detail: {
      zh: `目录 \`${origin}\` 已签名，共 ${checkpoint.size} 条`,
      en: `signed by the directory \`${origin}\`, ${checkpoint.size} entries`,
    },
  };
}

export type WitnessCheck = { step: Step; cosignedAt: string | null };

/** Enough pinned witnesses have seen this checkpoint. A bad cosignature by one refuses the note. */
export function checkWitnesses({ note }: ReadBundle, pins: Pins): WitnessCheck {
  const step = "witnesses" as const;
  const { witnesses, quorum } = pins.trust.policy;
  const keys = pinnedKeys(
    pins.sha256,
    witnesses.map(({ vkey }) => vkey),
  );
  const check = verifyNote(note, keys, pins.verifyEd25519);
  if (check.outcome === "invalid") {
    const detail = {
      zh: `见证方 \`${check.name}\` 的联署不成立`,
      en: `the cosignature of \`${check.name}\` does not hold`,
    };
    return { step: { step, outcome: "invalid", detail }, cosignedAt: null };
  }
  const times = check.signatures
    .flatMap(({ timestamp }) => (timestamp === null ? [] : [timestamp]))
    .sort((a, b) => b - a);
  const detail = {
    zh: `${times.length} 个受信任的见证方已联署，需要 ${quorum} 个`,
    en: `cosigned by ${times.length} trusted witnesses, ${quorum} needed`,
  };
  const outcome = times.length >= quorum ? ("valid" as const) : ("could-not-check" as const);
  return { step: { step, outcome, detail }, cosignedAt: quorumTime(times, quorum) };
}

/** Newest first: the time that `quorum` witnesses vouch for is that of the quorum-th. */
function quorumTime(times: readonly number[], quorum: number): string | null {
  const seconds = quorum === 0 ? undefined : times[quorum - 1];
  if (seconds === undefined) return null;
  const instant = new Date(seconds * 1000);
  return Number.isNaN(instant.getTime()) ? null : instant.toISOString();
}

function pinnedKeys(sha256: Sha256, vkeys: readonly string[]): VerificationKey[] {
  return vkeys.map((vkey) => {
    const parsed = parseVkey(sha256, vkey);
    if (parsed.outcome === "malformed") throw new Error(`trust was not parsed: ${vkey}`);
    return parsed.value;
  });
}

/** The directory entry is the newest of the signed tree. */
export function checkDirectoryInclusion(read: ReadBundle, { sha256 }: Pins): Step {
  const step = "directory-inclusion" as const;
  const { index, inclusion } = read.bundle.directory;
  const { size, root } = read.checkpoint;
  if (index !== size - 1) {
    return {
      step,
      outcome: "invalid",
      detail: {
        zh: `给出的是目录第 ${index} 条，而最新一条是第 ${size - 1} 条`,
        en: `this is entry ${index} of the directory, the newest is ${size - 1}`,
      },
    };
  }
  const proof = inclusion.map(hashFromJson);
  const leafHash = read.directoryLeafHash;
  if (!verifyInclusion(sha256, { index, size, leafHash, proof, root })) {
    return {
      step,
      outcome: "invalid",
      detail: {
        zh: "目录记录不在已签名的树中",
        en: "the directory entry is not in the signed tree",
      },
    };
  }
  return {
    step,
    outcome: "valid",
    detail: {
      zh: `目录最新一条，记于 ${read.directoryEntry.notedAt}`,
      en: `newest entry of the directory, noted at ${read.directoryEntry.notedAt}`,
    },
  };
}
