import type { MapProof } from "@suzheng/merkle";
import { fromBase64, toBase64 } from "./base64.ts";
import { readHash, readList, readObject } from "./shape.ts";

/** A map proof inside a bundle; hashes in padded base64. */
export type MapProofJson = {
  siblings: readonly string[];
  end: "key" | "empty" | { key: string; value: string };
};

export const mapProofToJson = ({ siblings, end }: MapProof): MapProofJson => ({
  siblings: siblings.map(toBase64),
  end: typeof end === "string" ? end : { key: toBase64(end.key), value: toBase64(end.value) },
});

export function mapProofFromJson({ siblings, end }: MapProofJson): MapProof {
  return {
    siblings: siblings.map(hashFromJson),
    end:
      typeof end === "string"
        ? end
        : { key: hashFromJson(end.key), value: hashFromJson(end.value) },
  };
}

/** A hash of a parsed bundle. */
export function hashFromJson(text: string): Uint8Array {
  const bytes = fromBase64(text);
  if (bytes === null) throw new Error("hashes of a parsed bundle are base64");
  return bytes;
}

export function readMapProof(value: unknown, where: string): MapProofJson {
  const proof = readObject(value, where, ["siblings", "end"]);
  const siblings = readList(proof.siblings, `${where}.siblings`, readHash);
  if (proof.end === "key" || proof.end === "empty") return { siblings, end: proof.end };
  const end = readObject(proof.end, `${where}.end`, ["key", "value"]);
  return {
    siblings,
    end: {
      key: readHash(end.key, `${where}.end.key`),
      value: readHash(end.value, `${where}.end.value`),
    },
  };
}
