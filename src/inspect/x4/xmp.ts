/** Reads the values of an XMP packet (ISO 16684-1): elements and attributes alike, by namespace and name. */

import { SaxesParser } from "saxes";
import { LIMITS } from "../limits.ts";

export const NS = {
  dc: "http://purl.org/dc/elements/1.1/",
  pdf: "http://ns.adobe.com/pdf/1.3/",
  pdfxid: "http://www.npes.org/pdfx/ns/id/",
  xmp: "http://ns.adobe.com/xap/1.0/",
  xmpMM: "http://ns.adobe.com/xap/1.0/mm/",
} as const;
export type Prefix = keyof typeof NS;

/** The value of a property, or `null`. */
export type Xmp = (prefix: Prefix, name: string) => string | null;

/** `null` when it is no well-formed XML, or nested as no packet is. */
export function readXmp(bytes: Uint8Array): Xmp | null {
  const values = new Map<string, string>();
  const open: string[] = [];
  const parser = new SaxesParser({ xmlns: true });
  parser.on("opentag", ({ uri, local, attributes }) => {
    open.push(`${uri}\0${local}`);
    if (open.length > LIMITS.xmpDepth) throw new RangeError("nested too deep");
    for (const attribute of Object.values(attributes)) {
      const key = `${attribute.uri}\0${attribute.local}`;
      if (!values.has(key)) values.set(key, attribute.value);
    }
  });
  parser.on("closetag", () => {
    open.pop();
  });
  parser.on("text", (text) => {
    if (text.trim() === "") return;
    // Text belongs to every property around it: a title's stands in rdf:Alt and rdf:li.
    for (const key of open) if (!values.has(key)) values.set(key, text.trim());
  });
  let broken = false;
  parser.on("error", () => {
    broken = true;
  });
  try {
    // Padding and the byte order mark are no XML.
    parser.write(Buffer.from(bytes).toString("utf8").replaceAll("\0", "").trim()).close();
  } catch {
    return null;
  }
  return broken ? null : (prefix, name) => values.get(`${NS[prefix]}\0${name}`) ?? null;
}
