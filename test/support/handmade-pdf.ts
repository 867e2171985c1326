/** PDFs written by hand, so that tests can break one thing at a time. */

import { readFileSync } from "node:fs";
import type { Diagnostic, Outcome } from "../../src/base/diagnostic.ts";
import { inspectPdf } from "../../src/inspect/inspect-pdf.ts";
import type { PdfReport } from "../../src/inspect/report.ts";
import type { OutputCondition } from "../../src/model/output-condition.ts";
import { type OutputProfile, WEB_PROFILE } from "../../src/model/output-profile.ts";

export interface Handmade {
  /** Operators of the only page. */
  readonly content?: string | Buffer;
  /** Entries of its resources. */
  readonly resources?: string;
  /** Boxes of the page; 100 × 100 mm with 3 mm bleed by default. */
  readonly boxes?: string;
  /** Further entries of the page. */
  readonly page?: string;
  /** Further entries of the catalogue. */
  readonly catalog?: string;
  /** Further entries of the trailer. */
  readonly trailer?: string;
  readonly header?: string;
  /** Objects by number, 10 and up: whole bodies. */
  readonly objects?: Readonly<Record<number, string | Buffer>>;
}

const pt = (mm: number): number => (mm * 72) / 25.4;

/** Trim 100 × 100 mm, bleed 3 mm; the trim's top left corner is at (3, 103) mm of the page, y up. */
export const BOXES = `/MediaBox[0 0 ${pt(106)} ${pt(106)}]/BleedBox[0 0 ${pt(106)} ${pt(106)}]/TrimBox[${pt(3)} ${pt(3)} ${pt(103)} ${pt(103)}]`;

/** `cm` that makes mm from the trim's top left corner, y down, of user space. */
export const IN_MM = `${pt(1)} 0 0 ${-pt(1)} ${pt(3)} ${pt(103)} cm `;

export function stream(entries: string, data: string | Buffer): Buffer {
  const bytes = typeof data === "string" ? Buffer.from(data, "latin1") : data;
  const start = Buffer.from(`<<${entries}/Length ${bytes.length}>>\nstream\n`, "latin1");
  return Buffer.concat([start, bytes, Buffer.from("\nendstream")]);
}

/** A whole file with a cross-reference table. */
export function handmade(made: Handmade): Buffer {
  const { content = "", resources = "", boxes = BOXES, page = "", catalog = "", trailer = "" } = made;
  const bodies: Record<number, string | Buffer> = {
    1: `<</Type/Catalog/Pages 2 0 R${catalog}>>`,
    2: "<</Type/Pages/Kids[3 0 R]/Count 1>>",
    3: `<</Type/Page/Parent 2 0 R${boxes}/Contents 4 0 R/Resources<<${resources}>>${page}>>`,
    4: stream("", content),
    ...made.objects,
  };
  const parts: Buffer[] = [Buffer.from(`${made.header ?? "%PDF-1.6\n%\xe2\xe3\xcf\xd3"}\n`, "latin1")];
  const offsets = new Map<number, number>();
  let length = parts[0]!.length;
  for (const [number, body] of Object.entries(bodies)) {
    const whole = Buffer.concat([
      Buffer.from(`${number} 0 obj\n`),
      typeof body === "string" ? Buffer.from(body, "latin1") : body,
      Buffer.from("\nendobj\n"),
    ]);
    offsets.set(Number(number), length);
    parts.push(whole);
    length += whole.length;
  }
  const sections = [...offsets].map(
    ([number, offset]) => `${number} 1\n${String(offset).padStart(10, "0")} 00000 n \n`,
  );
  const size = Math.max(...offsets.keys()) + 1;
  parts.push(
    Buffer.from(
      `xref\n0 1\n0000000000 65535 f \n${sections.join("")}trailer\n<</Size ${size}/Root 1 0 R${trailer}>>\nstartxref\n${length}\n%%EOF\n`,
      "latin1",
    ),
  );
  return Buffer.concat(parts);
}

export const ICC = readFileSync(new URL("../../brand/icc/ISOcoated_v2_300_bas.icc", import.meta.url));

export const FOGRA39: OutputCondition = {
  id: "fogra39-coated",
  name: { vi: "Giấy tráng phủ", en: "Coated" },
  identifier: "FOGRA39",
  registry: "http://www.color.org",
  info: "ISO Coated v2 300%",
  profile: "icc/ISOcoated_v2_300_bas.icc",
  inkLimit: 300,
  icc: new Uint8Array(ICC),
};

/** For a press, without a standard: what is wrong shows by itself. */
export const PRESS: OutputProfile = {
  ...WEB_PROFILE,
  id: "press",
  colorSpace: "cmyk",
  condition: "fogra39-coated",
  bleed: "format",
};

/** Inspects a handmade page for a press. */
export const inspectMade = (
  made: Handmade,
  profile: OutputProfile | null = PRESS,
  condition: OutputCondition | null = FOGRA39,
): Promise<Outcome<PdfReport>> => inspectPdf(handmade(made), { profile, condition });

/** The findings that are not about fonts of the test itself. */
export const codesOf = (diagnostics: readonly Diagnostic[]): readonly string[] =>
  diagnostics.map(({ code }) => code);

/** A composite font that claims to be embedded: one glyph code is its number, each 500 wide. */
export const FONT_OBJECTS: NonNullable<Handmade["objects"]> = {
  10: "<</Type/Font/Subtype/Type0/BaseFont/ABCDEF+Test/Encoding/Identity-H/DescendantFonts[11 0 R]/ToUnicode 13 0 R>>",
  11: "<</Type/Font/Subtype/CIDFontType2/BaseFont/ABCDEF+Test/CIDToGIDMap/Identity/DW 500/W[5[250 750]7 9 1000]/FontDescriptor 12 0 R>>",
  12: "<</Type/FontDescriptor/FontName/ABCDEF+Test/Flags 4/FontFile2 14 0 R>>",
  13: stream("", "/CIDInit"),
  14: stream("", "true"),
};
export const FONT = "/Font<</F 10 0 R>>";
