/** Bytes to characters, piece by piece. */

import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { failOnFile } from "../../base/system-reason.ts";
import type { ByteForm } from "./sniff.ts";

/** Enough to tell encodings apart. */
const HEAD = 256 * 1024;

/**
 * The first bytes of a file.
 * @throws AnphamError `request.unreadable-file`
 */
export async function readHead(file: string): Promise<Buffer> {
  const handle = await open(file).catch((thrown: unknown) => failOnFile(file, thrown));
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD), 0, HEAD, 0);
    return buffer.subarray(0, bytesRead);
  } catch (thrown) {
    failOnFile(file, thrown);
  } finally {
    await handle.close();
  }
}

/**
 * The text of a file, without its byte order mark. Bytes that do not belong become U+FFFD.
 * @throws AnphamError `request.unreadable-file`
 */
export async function* readText(file: string, form: ByteForm): AsyncGenerator<string> {
  const decoder = createDecoder(form);
  let isFirst = true;
  const strip = (text: string): string => {
    if (!isFirst || text === "") return text;
    isFirst = false;
    return text.replace(/^\uFEFF/u, "");
  };
  try {
    for await (const chunk of createReadStream(file, { highWaterMark: HEAD })) {
      const text = strip(decoder.write(chunk as Buffer));
      if (text !== "") yield text;
    }
  } catch (thrown) {
    failOnFile(file, thrown);
  }
  const rest = strip(decoder.end());
  if (rest !== "") yield rest;
}

/** The text of the first bytes. */
export const decodeHead = (head: Buffer, form: ByteForm): string =>
  createDecoder(form)
    .write(head)
    .replace(/^\uFEFF/u, "");

interface Decoder {
  write(bytes: Buffer): string;
  end(): string;
}

function createDecoder(form: ByteForm): Decoder {
  if (form === "bytes") return { write: byteText, end: () => "" };
  const decoder = new TextDecoder(form, { ignoreBOM: true });
  return { write: (bytes) => decoder.decode(bytes, { stream: true }), end: () => decoder.decode() };
}

/**
 * Each byte as the character of Windows-1252, whose upper half is Latin-1: what every conversion starts from, and what
 * programs make of such text when they save it as UTF-8. The five bytes that Windows-1252 has no character for become
 * controls of Latin-1, as in browsers (WHATWG Encoding, index windows-1252).
 */
export const byteText = (bytes: Uint8Array): string => new TextDecoder("windows-1252").decode(bytes);
