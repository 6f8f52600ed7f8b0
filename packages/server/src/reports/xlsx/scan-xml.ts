import { SaxesParser } from "saxes";
import { ReportFileError } from "../report-problem.ts";
import { damagedXlsx, expandsTooFar } from "./zip-parts.ts";

export type XmlAttributes = Readonly<Record<string, string>>;

/** Element names come without their namespace prefix. */
export interface XmlHandler {
  open(name: string, attributes: XmlAttributes): void;
  text?(text: string): void;
  close?(name: string): void;
}

/** No cell, name or tag of a report comes near; a text this long would have to be held whole. */
const EVENTLESS_BYTES_MAX = 4 * 1024 * 1024;

/** Feeds the handler as bytes come, and yields after each piece so that the caller can hand on. */
export async function* scanXml(
  bytes: AsyncIterable<Buffer>,
  handler: XmlHandler,
): AsyncGenerator<number> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let eventless = 0;
  const parser = newParser(handler, () => {
    eventless = 0;
  });
  try {
    for await (const piece of bytes) {
      eventless += piece.length;
      parser.write(decoder.decode(piece, { stream: true }));
      if (eventless > EVENTLESS_BYTES_MAX) throw expandsTooFar();
      yield piece.length;
    }
    parser.write(decoder.decode()).close();
  } catch (error) {
    throw error instanceof ReportFileError ? error : damagedXlsx(error);
  }
}

export async function scanWholeXml(
  bytes: AsyncIterable<Buffer>,
  handler: XmlHandler,
): Promise<void> {
  for await (const _ of scanXml(bytes, handler)) {
    // The handler collects; nothing is handed on in between.
  }
}

function newParser(handler: XmlHandler, onEvent: () => void) {
  const parser = new SaxesParser({ xmlns: false, position: false });
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", (tag) => {
    onEvent();
    handler.open(localName(tag.name), tag.attributes);
  });
  parser.on("closetag", (tag) => {
    onEvent();
    handler.close?.(localName(tag.name));
  });
  const onText = (text: string) => {
    onEvent();
    handler.text?.(text);
  };
  parser.on("text", onText);
  parser.on("cdata", onText);
  return parser;
}

function localName(name: string): string {
  const colon = name.indexOf(":");
  return colon === -1 ? name : name.slice(colon + 1);
}
