import {
  type Bundle,
  formatNote,
  hashFromJson,
  parseNote,
  type SignedNote,
  toBase64,
} from "@suzheng/log-format";
import { inclusionProof } from "@suzheng/merkle";
import type { Damage } from "./bundle-damage.fixture.ts";
import { sampleSigner } from "./node-crypto.fixture.ts";
import {
  type DirectoryState,
  ORIGIN,
  signedCheckpoint,
  WITNESSES,
} from "./sample-directory.fixture.ts";
import { fullBundle } from "./sample-sector.fixture.ts";

const invalid = (step: Damage["expect"]["step"]) => ({ outcome: "invalid", step }) as const;
const unknown = (step: Damage["expect"]["step"]) => ({ outcome: "could-not-check", step }) as const;

/** Damage to the checkpoint, its signatures and the newest directory entry. */
export async function directoryDamages(
  states: readonly [DirectoryState, DirectoryState, DirectoryState],
): Promise<Damage[]> {
  const [, earlier, newest] = states;
  const old = await fullBundle(earlier);
  const oldInNew = (await inclusionProof(newest.tree, earlier.index)).map(toBase64);
  const oldEntry = { entry: earlier.entry, inclusion: oldInNew };
  return [
    ...signatureDamages(newest),
    ...witnessDamages(newest),
    {
      name: "older-directory-entry",
      description: "an older directory entry, really in the tree, hides the newest state",
      damage: (b) => ({ ...old, directory: { ...b.directory, ...oldEntry, index: earlier.index } }),
      expect: invalid("directory-inclusion"),
    },
    {
      name: "older-directory-entry-as-newest",
      description: "an older directory entry is given with the newest index",
      damage: (b) => ({ ...old, directory: { ...b.directory, ...oldEntry } }),
      expect: invalid("directory-inclusion"),
    },
    {
      name: "older-note",
      description: "the log's note is the one before, with the proof of that time",
      damage: (b) => ({ ...b, logs: old.logs }),
      expect: invalid("note"),
    },
    {
      name: "directory-inclusion-flipped",
      description: "one bit of the directory's inclusion proof is flipped",
      damage: (b) => directory(b, { inclusion: b.directory.inclusion.map(flipped) }),
      expect: invalid("directory-inclusion"),
    },
    {
      name: "directory-entry-edited",
      description: "the newest directory entry claims a later time",
      damage: (b) =>
        directory(b, { entry: b.directory.entry.replace("04:00:02.000Z", "05:00:02.000Z") }),
      expect: invalid("directory-inclusion"),
    },
  ];
}

function signatureDamages(newest: DirectoryState): Damage[] {
  const forger = sampleSigner(ORIGIN.replace("suzheng", "forger"), "ed25519");
  const sameName = sampleSigner(ORIGIN, "ed25519", "another secret");
  const elsewhere = { origin: forger.key.name, signer: forger };
  return [
    {
      name: "checkpoint-root-changed",
      description: "the checkpoint has another root under the same signatures",
      damage: (b) => text(b, (note) => note.replace(toBase64(newest.root), toBase64(ZEROS))),
      expect: invalid("directory-signature"),
    },
    {
      name: "checkpoint-size-changed",
      description: "the checkpoint says one entry more",
      damage: (b) => text(b, (note) => note.replace("\n3\n", "\n4\n")),
      expect: invalid("directory-signature"),
    },
    {
      name: "directory-signature-flipped",
      description: "one bit of the directory's signature is flipped",
      damage: (b) => signatures(b, (lines) => flippedLine(lines, 0)),
      expect: invalid("directory-signature"),
    },
    {
      name: "directory-signature-missing",
      description: "the checkpoint is cosigned but not signed by the directory",
      damage: (b) => signatures(b, (lines) => lines.slice(1)),
      expect: unknown("directory-signature"),
    },
    {
      name: "unknown-origin",
      description: "a well-signed checkpoint of a directory that is not pinned",
      damage: (b) => directory(b, { checkpoint: signedCheckpoint(newest, elsewhere) }),
      expect: unknown("directory-signature"),
    },
    {
      name: "unknown-directory-key",
      description: "the pinned origin, signed with a key that is not pinned",
      damage: (b) => directory(b, { checkpoint: signedCheckpoint(newest, { signer: sameName }) }),
      expect: unknown("directory-signature"),
    },
    {
      name: "checkpoint-size-with-leading-zero",
      description: "the size of the checkpoint is written with a leading zero",
      damage: (b) => text(b, (note) => note.replace("\n3\n", "\n03\n")),
      expect: { outcome: "malformed", step: "format" },
    },
    {
      name: "checkpoint-with-carriage-return",
      description: "the checkpoint has Windows line endings",
      damage: (b) => directory(b, { checkpoint: b.directory.checkpoint.replaceAll("\n", "\r\n") }),
      expect: { outcome: "malformed", step: "format" },
    },
  ];
}

function witnessDamages(newest: DirectoryState): Damage[] {
  const stranger = sampleSigner("stranger.example", "cosignature");
  const [one = stranger] = WITNESSES;
  return [
    {
      name: "cosignature-flipped",
      description: "one bit of a trusted witness's cosignature is flipped",
      damage: (b) => signatures(b, (lines) => flippedLine(lines, 2)),
      expect: invalid("witnesses"),
    },
    {
      name: "cosignature-with-another-time",
      description: "the time of a cosignature is moved, its signature left",
      damage: (b) => signatures(b, (lines) => flippedLine(lines, 1, 7)),
      expect: invalid("witnesses"),
    },
    {
      name: "cosignature-missing",
      description: "one of the two needed cosignatures is left out",
      damage: (b) => signatures(b, (lines) => lines.slice(0, -1)),
      expect: unknown("witnesses"),
    },
    {
      name: "cosignature-twice",
      description: "one witness cosigned twice, the second is missing",
      damage: (b) =>
        directory(b, { checkpoint: signedCheckpoint(newest, { witnesses: [one, one] }) }),
      expect: unknown("witnesses"),
    },
    {
      name: "cosignature-by-a-stranger",
      description: "one of the two cosignatures is by a witness that is not pinned",
      damage: (b) =>
        directory(b, { checkpoint: signedCheckpoint(newest, { witnesses: [one, stranger] }) }),
      expect: unknown("witnesses"),
    },
  ];
}

const ZEROS = new Uint8Array(32);

const directory = (bundle: Bundle, change: Partial<Bundle["directory"]>): Bundle => ({
  ...bundle,
  directory: { ...bundle.directory, ...change },
});

const text = (bundle: Bundle, change: (checkpoint: string) => string): Bundle =>
  directory(bundle, { checkpoint: change(bundle.directory.checkpoint) });

function signatures(
  bundle: Bundle,
  change: (lines: SignedNote["signatures"]) => SignedNote["signatures"],
): Bundle {
  const note = parseNote(bundle.directory.checkpoint);
  if (note.outcome === "malformed") throw new Error(note.detail.en);
  const changed = { text: note.value.text, signatures: change(note.value.signatures) };
  return directory(bundle, { checkpoint: formatNote(changed) });
}

function flippedLine(
  lines: SignedNote["signatures"],
  at: number,
  byte = 20,
): SignedNote["signatures"] {
  return lines.map((line, i) => {
    if (i !== at) return line;
    const bytes = Uint8Array.from(line.bytes);
    bytes[byte] = (bytes[byte] ?? 0) ^ 1;
    return { ...line, bytes };
  });
}

function flipped(hash: string): string {
  const bytes = hashFromJson(hash);
  bytes[0] = (bytes[0] ?? 0) ^ 1;
  return toBase64(bytes);
}
