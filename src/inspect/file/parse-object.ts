/**
 * Reads one object's syntax with pdf-lib's object parser. Only the objects are left to it: its document parser
 * needs 7 s for 20 kB of digits and unpacks object streams without a limit, so the walk over the file is ours.
 */

import {
  PDFArray,
  PDFBool,
  PDFContext,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFObjectParser,
  PDFRawStream,
  PDFRef,
  PDFString,
} from "pdf-lib";
import { ByteString, type Dict, Name, nameText, Ref, Stream, type Value } from "./object.ts";

export interface ParsedObject {
  readonly value: Value;
  /** Offset of the first byte after it. */
  readonly end: number;
}

/**
 * The object that starts at the beginning of `bytes`, or `null` when there is none that can be read.
 * Nesting that would exhaust the stack counts as unreadable.
 */
export function parseObject(bytes: Uint8Array): ParsedObject | null {
  const parser = PDFObjectParser.forBytes(bytes, PDFContext.create());
  try {
    const value = plain(parser.parseObject());
    // Its cursor is `protected`, and there is no other way to know where an object ends.
    return { value, end: parser["bytes"].offset() };
  } catch {
    return null;
  }
}

function plain(object: unknown): Value {
  if (object instanceof PDFName) return Name.of(textOf(object));
  if (object instanceof PDFNumber) return object.asNumber();
  if (object instanceof PDFRef) return new Ref(object.objectNumber);
  if (object instanceof PDFDict) return plainDict(object);
  if (object instanceof PDFArray) return object.asArray().map(plain);
  if (object instanceof PDFRawStream) return new Stream(plainDict(object.dict), object.contents);
  if (object instanceof PDFString || object instanceof PDFHexString) return new ByteString(object.asBytes());
  if (object instanceof PDFBool) return object.asBoolean();
  return null;
}

const plainDict = (dict: PDFDict): Dict =>
  new Map(dict.entries().map(([key, value]) => [textOf(key), plain(value)]));

/** pdf-lib undoes `#C3` but not `#c3`. */
const textOf = (name: PDFName): string =>
  nameText(
    name
      .decodeText()
      .replace(/#([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
  );
