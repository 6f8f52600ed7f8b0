import type { IsoDate } from "../calendar-date.ts";
import { certificateStream } from "../event.ts";
import { isEventType, withNulls } from "../event-schemas.ts";
import type { Recorded } from "./certificate-at.ts";
import type { CertificateEvent } from "./certificate-event.ts";

/** An entry of a log, as far as events are read from it. */
export type EntryOfLog = {
  readonly stream: string;
  readonly type: string;
  readonly schema: number;
  readonly occurredOn: IsoDate;
  readonly recordedAt: string;
  readonly data: object;
};

const CERTIFICATE_STREAM = certificateStream("");

/** The events of certificates' own streams; fields that were null stand in no entry. */
export function certificateEvents(entries: readonly EntryOfLog[]): Recorded<CertificateEvent>[] {
  return entries.flatMap(({ stream, type, schema, occurredOn, recordedAt, ...entry }) => {
    if (!stream.startsWith(CERTIFICATE_STREAM) || !isEventType(type)) return [];
    const data = withNulls(type, entry.data);
    // Entries of a certificate's stream are its events; fsck checks the shapes.
    return [
      { type, schema, occurredOn, data, recordedAt } as unknown as Recorded<CertificateEvent>,
    ];
  });
}
