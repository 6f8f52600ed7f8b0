export type Piece = { kind: "same" | "added" | "removed"; text: string };

/** Longer texts are compared as wholes: the table below grows with the product of the lengths. */
const TOKENS_MAX = 3000;
const TOKEN = /\d{4}-\d{2}-\d{2}|[A-Za-z0-9]+|\s+|[^A-Za-z0-9\s]/gu;

const tokensOf = (text: string): string[] => text.match(TOKEN) ?? [];

/** Lengths of the longest common subsequences of all tails, row by row. */
function commonLengths(before: readonly string[], after: readonly string[]): Uint16Array[] {
  const rows = Array.from({ length: before.length + 1 }, () => new Uint16Array(after.length + 1));
  for (let b = before.length - 1; b >= 0; b--) {
    const [row, below] = [rows[b], rows[b + 1]];
    if (row === undefined || below === undefined) continue;
    for (let a = after.length - 1; a >= 0; a--) {
      row[a] =
        before[b] === after[a] ? (below[a + 1] ?? 0) + 1 : Math.max(below[a] ?? 0, row[a + 1] ?? 0);
    }
  }
  return rows;
}

/** What became of a text: Chinese by the character, Latin by the word, a date as one. */
export function diffText(before: string, after: string): Piece[] {
  if (before === after) return before === "" ? [] : [{ kind: "same", text: before }];
  const [old, now] = [tokensOf(before), tokensOf(after)];
  if (old.length > TOKENS_MAX || now.length > TOKENS_MAX) {
    return joined([
      { kind: "removed", text: before },
      { kind: "added", text: after },
    ]);
  }
  return joined(walk(old, now));
}

function walk(old: readonly string[], now: readonly string[]): Piece[] {
  const lengths = commonLengths(old, now);
  const pieces: Piece[] = [];
  let [b, a] = [0, 0];
  while (b < old.length || a < now.length) {
    const [from, to] = [old[b], now[a]];
    const keepsOld = (lengths[b]?.[a + 1] ?? 0) > (lengths[b + 1]?.[a] ?? 0);
    if (from !== undefined && from === to) {
      pieces.push({ kind: "same", text: from });
      b++;
      a++;
    } else if (from !== undefined && (to === undefined || !keepsOld)) {
      pieces.push({ kind: "removed", text: from });
      b++;
    } else {
      pieces.push({ kind: "added", text: to ?? "" });
      a++;
    }
  }
  return pieces;
}

function joined(pieces: readonly Piece[]): Piece[] {
  const joinedPieces: Piece[] = [];
  for (const piece of pieces) {
    const last = joinedPieces.at(-1);
    if (piece.text === "") continue;
    if (last?.kind === piece.kind) last.text += piece.text;
    else joinedPieces.push({ ...piece });
  }
  return joinedPieces;
}
