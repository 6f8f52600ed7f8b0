import { EVENT_SCHEMAS, type EventType, withNulls } from "@suzheng/certification";
import type { Entry } from "@suzheng/log-format";
import { type PlainFields, plainFields } from "./plain-fields.ts";
import { plain } from "./plain-reader.ts";

/** Nearly all entries of a log; of their many fields a replay reads few. */
const VIEWED: readonly EventType[] = [
  "CertificateReported",
  "AuditParticipationReported",
  "AuditPlanReported",
];

type Data = Entry["data"];
/** Data that were looked over: where they and their fields stand in the bytes. */
export type PlainObject = {
  bytes: Buffer;
  dataFrom: number;
  dataUntil: number;
  fields: PlainFields;
};

type DataView = (object: PlainObject) => Data;

const QUOTE = 0x22;
const NOWHERE: PlainObject = {
  bytes: Buffer.alloc(0),
  dataFrom: 0,
  dataUntil: 0,
  fields: plainFields(),
};

/**
 * The data of an event as an object that reads a field when it is asked for; null for those that
 * are not given. One for all entries of a type: good until the next one is looked at.
 */
function dataView(type: EventType): DataView {
  let object = NOWHERE;
  const data: Data = {};
  for (const name of Object.keys(withNulls(type, {}))) {
    const inBytes = plain(JSON.stringify(name));
    /** The newest one: neighbours have much in common. */
    let before = "";
    const get = () => {
      const { bytes, fields } = object;
      const field = placeOf(inBytes, bytes, fields);
      if (field === null) return null;
      const from = fields.values[field] ?? 0;
      const until = fields.ends[field] ?? 0;
      if (bytes[from] !== QUOTE) return JSON.parse(bytes.toString("utf8", from, until));
      if (!isText(before, bytes, { from: from + 1, until: until - 1 })) {
        before = bytes.toString("utf8", from + 1, until - 1);
      }
      return before;
    };
    Object.defineProperty(data, name, { enumerable: true, get });
  }
  return (next) => {
    object = next;
    return data;
  };
}

/** Which of the fields, which are in order, has this name. */
function placeOf(name: Buffer, bytes: Buffer, { count, names }: PlainFields): number | null {
  for (let low = 0, high = count - 1; low <= high; ) {
    const middle = (low + high) >> 1;
    const order = orderAt(bytes, names[middle] ?? 0, name);
    if (order === 0) return middle;
    if (order < 0) low = middle + 1;
    else high = middle - 1;
  }
  return null;
}

/** Both with their quotes; a quote comes before any character of a name of ours. */
function orderAt(bytes: Buffer, at: number, name: Buffer): number {
  for (let i = 0; i < name.length; i++) {
    const order = (bytes[at + i] ?? 0) - (name[i] ?? 0);
    if (order !== 0) return order;
  }
  return 0;
}

/** False for a text that is not ASCII, whatever stands there. */
function isText(text: string, bytes: Buffer, { from, until }: { from: number; until: number }) {
  if (text.length !== until - from) return false;
  for (let i = 0; i < text.length; i++) {
    const byte = bytes[from + i] ?? 0x80;
    if (byte >= 0x80 || byte !== text.charCodeAt(i)) return false;
  }
  return true;
}

const VIEWS = new Map<string, DataView>(VIEWED.map((type) => [type, dataView(type)]));
const EVENT_TYPES = Object.keys(EVENT_SCHEMAS) as EventType[]; // its keys by type
const NULLS = new Map<string, Data>(EVENT_TYPES.map((type) => [type, { ...withNulls(type, {}) }]));

/** The data as `wholeEvent` gives them; good until those of the next entry are looked at. */
export function eventView(type: string, object: PlainObject): Data {
  const view = VIEWS.get(type);
  if (view !== undefined) return view(object);
  const { bytes, dataFrom, dataUntil } = object;
  return wholeEvent(type, JSON.parse(bytes.toString("utf8", dataFrom, dataUntil)));
}

/** The data of an event, with null for whatever the entry leaves out. */
export const wholeEvent = (type: string, data: Data): Data => ({ ...NULLS.get(type), ...data });
