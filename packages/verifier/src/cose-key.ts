/** Algorithms of COSE (RFC 9053): ES256 on P-256 and EdDSA on Ed25519. */
export const COSE_ES256 = -7;
export const COSE_EDDSA = -8;

export type CoseKey =
  | { algorithm: typeof COSE_ES256; x: Uint8Array; y: Uint8Array }
  | { algorithm: typeof COSE_EDDSA; x: Uint8Array };

const KEY_TYPE = 1;
const ALGORITHM = 3;
const CURVE = -1;
const X = -2;
const Y = -3;
const [OKP, EC2] = [1, 2];
const [P256, ED25519] = [1, 6];
const COORDINATE_BYTES = 32;

type Value = number | Uint8Array;

/** A public key as authenticators give it (RFC 9052 §7, CTAP2 canonical CBOR); null otherwise. */
export function parseCoseKey(bytes: Uint8Array): CoseKey | null {
  const map = parseMap(bytes);
  if (map === null) return null;
  const x = coordinate(map.get(X));
  const algorithm = map.get(ALGORITHM);
  if (x === null) return null;
  if (map.get(KEY_TYPE) === EC2 && algorithm === COSE_ES256 && map.get(CURVE) === P256) {
    const y = coordinate(map.get(Y));
    return y === null || map.size !== 5 ? null : { algorithm, x, y };
  }
  if (map.get(KEY_TYPE) === OKP && algorithm === COSE_EDDSA && map.get(CURVE) === ED25519) {
    return map.size === 4 ? { algorithm, x } : null;
  }
  return null;
}

const coordinate = (value: Value | undefined): Uint8Array | null =>
  value instanceof Uint8Array && value.length === COORDINATE_BYTES ? value : null;

/** The little of CBOR that a key uses: one map of small integers to integers and byte strings. */
function parseMap(bytes: Uint8Array): Map<number, Value> | null {
  const [head = 0] = bytes;
  if (head >> 5 !== 5 || (head & 31) > 8) return null;
  const map = new Map<number, Value>();
  let at = 1;
  for (let pairs = head & 31; pairs > 0; pairs--) {
    const key = readItem(bytes, at);
    if (key === null || typeof key.value !== "number" || map.has(key.value)) return null;
    const item = readItem(bytes, key.end);
    if (item === null) return null;
    map.set(key.value, item.value);
    at = item.end;
  }
  return at === bytes.length ? map : null;
}

function readItem(bytes: Uint8Array, at: number): { value: Value; end: number } | null {
  const head = bytes[at];
  if (head === undefined) return null;
  const [type, low] = [head >> 5, head & 31];
  const next = bytes[at + 1];
  if (low > 24 || (low === 24 && (next === undefined || next < 24))) return null;
  const count = low === 24 ? (next as number) : low;
  const start = at + (low === 24 ? 2 : 1);
  if (type === 0) return { value: count, end: start };
  if (type === 1) return { value: -1 - count, end: start };
  if (type !== 2 || start + count > bytes.length) return null;
  return { value: bytes.slice(start, start + count), end: start + count };
}
