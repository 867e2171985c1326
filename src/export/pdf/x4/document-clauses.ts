/** What PDF/X-4 wants of the document as a whole. */

import { X4_VERSION } from "../metadata.ts";
import type { X4Clause } from "./clause.ts";
import { inflatedStart, nameIn, textIn, type X4File } from "./open.ts";
import { PdfString } from "./syntax.ts";

/** The text of an XMP property, simple or the default of a language alternative; empty when it is not there. */
function property(file: X4File, name: string): string {
  const open = `<${name}>`;
  const start = file.xmp.indexOf(open);
  const end = file.xmp.indexOf(`</${name}>`, start);
  if (start < 0 || end < 0) return "";
  return file.xmp
    .slice(start + open.length, end)
    .replace(/<[^>]*>/g, "")
    .trim()
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&amp;/g, "&");
}

const REQUIRED_PROPERTIES = [
  "dc:title",
  "xmp:CreateDate",
  "xmp:ModifyDate",
  "xmp:MetadataDate",
  "xmpMM:DocumentID",
  "xmpMM:VersionID",
  "xmpMM:RenditionClass",
  "pdf:Trapped",
] as const;

/** Info keys and the properties that say the same. */
const TWINS = [
  ["Title", "dc:title"],
  ["Author", "dc:creator"],
  ["Producer", "pdf:Producer"],
  ["Creator", "xmp:CreatorTool"],
] as const;

const DATE_TWINS = [
  ["CreationDate", "xmp:CreateDate"],
  ["ModDate", "xmp:ModifyDate"],
] as const;

/** `D:20260101000000Z` and `2026-01-01T00:00:00Z` → their digits. */
const digits = (date: string): string => date.replace(/\D/g, "");

const TRAPPED = ["True", "False"];

const intents = (file: X4File) =>
  file.array(file.catalog.get("OutputIntents")).map((intent) => file.dictionary(intent));

const exchangeIntents = (file: X4File) =>
  intents(file).filter((intent) => nameIn(intent, "S") === "GTS_PDFX");

/** The newest ICC version that PDF 1.6 takes, major and minor as in the profile's header. */
const NEWEST_ICC = 0x42;

export const DOCUMENT_CLAUSES: readonly X4Clause[] = [
  {
    clause: "ISO 15930-7, file version",
    of: ["document"],
    requirement: "the header says 1.4 to 1.6 and the catalog nothing else",
    *check({ header, catalog }) {
      if (!/^%PDF-1\.[4-6]$/.test(header)) yield header;
      if (catalog.has("Version")) yield `Version ${nameIn(catalog, "Version")}`;
    },
  },
  {
    clause: "ISO 15930-7, identification",
    of: ["document"],
    requirement: "pdfxid:GTS_PDFXVersion is PDF/X-4, and Info does not contradict",
    *check(file) {
      const version = property(file, "pdfxid:GTS_PDFXVersion");
      if (version !== X4_VERSION) yield `GTS_PDFXVersion “${version}”`;
      if (file.info.has("GTS_PDFXVersion") && textIn(file.info, "GTS_PDFXVersion") !== X4_VERSION) {
        yield `Info GTS_PDFXVersion “${textIn(file.info, "GTS_PDFXVersion")}”`;
      }
      if (file.info.has("GTS_PDFXConformance")) yield "GTS_PDFXConformance";
    },
  },
  {
    clause: "ISO 15930-7, metadata",
    of: ["document"],
    requirement: "an uncompressed XMP packet with title, dates, IDs, version and rendition class",
    *check(file) {
      const stream = file.stream(file.catalog.get("Metadata"));
      if (!stream) yield "no XMP packet";
      else if (stream.dictionary.includes("/Filter")) yield "a compressed XMP packet";
      for (const name of REQUIRED_PROPERTIES) if (property(file, name) === "") yield `no ${name}`;
    },
  },
  {
    clause: "ISO 15930-7, document information",
    of: ["document"],
    requirement: "Info says what XMP says",
    *check(file) {
      for (const [key, name] of TWINS) {
        if (file.info.has(key) && textIn(file.info, key).trim() !== property(file, name)) {
          yield `${key} “${textIn(file.info, key)}” and ${name} “${property(file, name)}”`;
        }
      }
      for (const [key, name] of DATE_TWINS) {
        if (digits(textIn(file.info, key)) !== digits(property(file, name)))
          yield `${key} and ${name} differ`;
      }
    },
  },
  {
    clause: "ISO 15930-7, trapping",
    of: ["document"],
    requirement: "Trapped is True or False in Info and XMP alike",
    *check(file) {
      const trapped = nameIn(file.info, "Trapped");
      if (!TRAPPED.includes(trapped)) yield `Trapped “${trapped}”`;
      if (property(file, "pdf:Trapped") !== trapped) yield `pdf:Trapped “${property(file, "pdf:Trapped")}”`;
    },
  },
  {
    clause: "ISO 15930-7, trailer",
    of: ["document"],
    requirement: "two IDs, no encryption",
    *check({ trailer }) {
      const id = trailer.get("ID");
      const two = Array.isArray(id) && id.length === 2 && id.every((part) => part instanceof PdfString);
      if (!two) yield "no ID";
      if (trailer.has("Encrypt")) yield "Encrypt";
    },
  },
  {
    clause: "ISO 15930-7 §6.4.2.1",
    of: ["document"],
    requirement: "one output intent GTS_PDFX that names its condition",
    *check(file) {
      const found = exchangeIntents(file);
      if (found.length !== 1) yield `${found.length} output intents GTS_PDFX`;
      for (const intent of found) {
        if (textIn(intent, "OutputConditionIdentifier") === "") yield "no OutputConditionIdentifier";
        if (textIn(intent, "Info") === "" && textIn(intent, "RegistryName") === "")
          yield "neither Info nor RegistryName";
      }
    },
  },
  {
    clause: "ISO 15930-7 §6.4.1",
    of: ["document"],
    requirement: "the intent embeds an output profile of class prtr, space CMYK, ICC 4.2 or older",
    *check(file) {
      for (const intent of exchangeIntents(file)) {
        const stream = file.stream(intent.get("DestOutputProfile"));
        if (!stream) {
          yield "no embedded profile";
          continue;
        }
        if (file.dictionary(intent.get("DestOutputProfile")).get("N") !== 4) yield "N is not 4";
        const head = Buffer.from(inflatedStart(stream, 4096).subarray(0, 128));
        const tag = (at: number) => head.toString("latin1", at, at + 4);
        if (tag(36) !== "acsp") yield "no ICC profile";
        else if (tag(12) !== "prtr" || tag(16) !== "CMYK")
          yield `a profile of class ${tag(12)} and space ${tag(16)}`;
        else if (head.readUInt8(8) * 16 + (head.readUInt8(9) >> 4) > NEWEST_ICC)
          yield "a profile newer than ICC 4.2";
      }
    },
  },
  {
    clause: "ISO 15930-7, optional content",
    of: ["document"],
    requirement: "every configuration has a name of its own, lists all layers, and has no AS",
    *check(file) {
      const properties = file.dictionary(file.catalog.get("OCProperties"));
      if (properties.size === 0) return;
      const groups = file.array(properties.get("OCGs"));
      const configurations = [properties.get("D"), ...file.array(properties.get("Configs"))].map(
        (configuration) => file.dictionary(configuration),
      );
      const names = configurations.map((configuration) => textIn(configuration, "Name"));
      if (names.includes("") || new Set(names).size < names.length)
        yield "configurations without names of their own";
      for (const configuration of configurations) {
        if (configuration.has("AS")) yield "AS";
        if (file.array(configuration.get("Order")).length !== groups.length)
          yield "a layer that Order leaves out";
      }
    },
  },
  {
    clause: "ISO 15930-7 §6.18",
    of: ["content", "font", "document"],
    requirement: "no actions, no JavaScript",
    *check({ dictionaries, catalog }) {
      if (catalog.has("OpenAction") || catalog.has("Names")) yield "OpenAction or Names in the catalog";
      for (const entries of dictionaries) {
        if (entries.has("AA") || entries.has("JS") || nameIn(entries, "Type") === "Action") yield "an action";
      }
    },
  },
  {
    clause: "ISO 15930-7, viewer preferences",
    of: ["document"],
    requirement: "View and Print areas, where given, are MediaBox or BleedBox",
    *check(file) {
      const preferences = file.dictionary(file.catalog.get("ViewerPreferences"));
      for (const key of ["ViewArea", "ViewClip", "PrintArea", "PrintClip"]) {
        const box = nameIn(preferences, key);
        if (box !== "" && box !== "MediaBox" && box !== "BleedBox") yield `${key} ${box}`;
      }
    },
  },
];
