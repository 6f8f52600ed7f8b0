import type { Presence } from "../../certification-store.ts";

/** One person in one audit stage, as its entry says it. */
export type Attendance = Presence & {
  readonly index: number;
  /** Commitment of what tells the person apart. */
  readonly person: string;
};

const FIELDS = 7;
const ROWS_AT_FIRST = 1024;

/**
 * Attendances of a log in columns of numbers, 56 bytes each however long their texts are, which are
 * kept once. A million of them take about 100 MB.
 */
export function attendanceTable() {
  const texts: string[] = [];
  const known = new Map<string, number>();
  let table = new Float64Array(ROWS_AT_FIRST * FIELDS);
  let size = 0;

  function idOf(text: string): number {
    const id = known.get(text) ?? texts.length;
    if (id === texts.length) {
      texts.push(text);
      known.set(text, id);
    }
    return id;
  }

  return {
    add(one: Attendance): void {
      if ((size + 1) * FIELDS > table.length) {
        const larger = new Float64Array(table.length * 2);
        larger.set(table);
        table = larger;
      }
      const { index, person, startsAt, endsAt, holder, number, stage } = one;
      const ids = [person, startsAt, endsAt, holder, number, stage].map(idOf);
      table.set([index, ...ids], size * FIELDS);
      size += 1;
    },
    close: (): Attendances => attendancesIn(table, size, texts),
  };
}

export type AttendanceTable = ReturnType<typeof attendanceTable>;

export type Attendances = {
  readonly size: number;
  /** Rows of each person together, and each person's in the order of the log. */
  byPerson(): Uint32Array;
  /** A number for the person, the same in all their rows. */
  personOf(row: number): number;
  at(row: number): Omit<Attendance, "index" | "person">;
  /** The row of the entry at this place in the log. */
  rowAt(index: number): number | null;
};

function attendancesIn(table: Float64Array, size: number, texts: readonly string[]): Attendances {
  const field = (row: number, place: number) => table[row * FIELDS + place] ?? 0;
  const text = (row: number, place: number) => texts[field(row, place)] ?? "";
  const indexOf = (row: number) => field(row, 0);
  const personOf = (row: number) => field(row, 1);
  const rows = Uint32Array.from({ length: size }, (_, row) => row);
  const byIndex = rows.slice().sort((one, other) => indexOf(one) - indexOf(other));
  return {
    size,
    personOf,
    byPerson: () =>
      rows
        .slice()
        .sort((one, other) => personOf(one) - personOf(other) || indexOf(one) - indexOf(other)),
    at: (row) => ({
      startsAt: text(row, 2),
      endsAt: text(row, 3),
      holder: text(row, 4),
      number: text(row, 5),
      stage: text(row, 6),
    }),
    rowAt(index) {
      let [from, to] = [0, size];
      while (from < to) {
        const middle = (from + to) >>> 1;
        if (indexOf(byIndex[middle] ?? 0) < index) from = middle + 1;
        else to = middle;
      }
      const row = byIndex[from];
      return row !== undefined && from < size && indexOf(row) === index ? row : null;
    },
  };
}
