import { type Entry, type EntryBody, encodeBody } from "@suzheng/log-format";
import type { Projection } from "./projection.ts";

/** A personal value behind a commitment; kept beside the log, never in it. */
export type PersonalValue = {
  /** Key in the entry's `commitments`, for example `person.name`. */
  name: string;
  value: string;
  public: boolean;
};

/**
 * What is to be recorded: one event of one stream, before the log gives it index, version and time.
 */
export type Act = {
  stream: string;
  /**
   * Version that the stream must have before this act, 0 for a new one; null when order does not
   * matter.
   */
  expectedVersion: number | null;
  type: string;
  schema: number;
  occurredOn: string;
  /** Data and verdicts, as the entry will hold them. */
  body: EntryBody;
  personal: readonly PersonalValue[];
  projection: Projection;
};

/** An act with its place in the log. */
export type RecordedAct = Act & {
  index: number;
  version: number;
  leafHash: Uint8Array;
  recordedAt: string;
};

/**
 * Data of an event are plain JSON by construction: texts, numbers, flags, lists of them. Throws
 * NotEncodable when a text of theirs cannot be recorded.
 */
export function bodyOf(data: object, judged: Entry["judged"] = []): EntryBody {
  return encodeBody({ data: data as Entry["data"], judged });
}
