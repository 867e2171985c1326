/** PDF/X-4: what the file says about itself (ISO 15930-7, identification and metadata). */

import { pdfDate } from "../file/text-string.ts";
import { both, type Clause, plain } from "./clause.ts";
import type { X4Facts } from "./facts.ts";
import type { Prefix } from "./xmp.ts";

const REQUIRED: readonly (readonly [Prefix, string])[] = [
  ["dc", "title"],
  ["xmp", "CreateDate"],
  ["xmp", "ModifyDate"],
  ["xmp", "MetadataDate"],
  ["xmpMM", "DocumentID"],
  ["xmpMM", "VersionID"],
  ["xmpMM", "RenditionClass"],
  ["pdf", "Trapped"],
];

/** Info key and the XMP property that says the same. */
const DATES: readonly (readonly [info: string, xmp: string])[] = [
  ["CreationDate", "CreateDate"],
  ["ModDate", "ModifyDate"],
];

export const pdfXVersion = ({ xmp }: X4Facts): string | null => xmp?.("pdfxid", "GTS_PDFXVersion") ?? null;

export const METADATA_CLAUSES: readonly Clause[] = [
  {
    id: "xmp",
    clause: "ISO 15930-7, XMP",
    requirement: both("có XMP đúng cú pháp, không nén", "an XMP packet, well-formed and not compressed"),
    check({ metadata, xmp, document }) {
      if (!metadata) return plain(null);
      const [filter] = document.filters(metadata);
      if (filter) return plain(filter.name);
      return xmp ? null : both("XML sai cú pháp", "broken XML");
    },
  },
  {
    id: "identification",
    clause: "ISO 15930-7, XMP",
    requirement: both("XMP ghi GTS_PDFXVersion là PDF/X-4", "XMP has GTS_PDFXVersion PDF/X-4"),
    check(facts) {
      const version = pdfXVersion(facts);
      return version === "PDF/X-4" ? null : plain(version);
    },
  },
  {
    id: "identification-agrees",
    clause: "ISO 15930-7, Info",
    requirement: both("Info không nói khác XMP về PDF/X", "Info does not contradict XMP about PDF/X"),
    check(facts) {
      const { document, info } = facts;
      const version = document.textAt(info, "GTS_PDFXVersion") ?? document.nameAt(info, "GTS_PDFXVersion");
      if (version !== null && version !== pdfXVersion(facts)) return plain(version);
      return info.has("GTS_PDFXConformance") ? plain("GTS_PDFXConformance") : null;
    },
  },
  {
    id: "xmp-properties",
    clause: "ISO 15930-7, XMP",
    requirement: both("XMP có đủ các mục bắt buộc", "XMP has every required property"),
    check({ xmp }) {
      const missing = REQUIRED.filter(([prefix, name]) => !xmp?.(prefix, name)).map((pair) => pair.join(":"));
      return missing.length > 0 ? both(`thiếu ${missing.join(", ")}`, `missing ${missing.join(", ")}`) : null;
    },
  },
  {
    id: "trapped",
    clause: "ISO 15930-7, Trapped",
    requirement: both(
      "Trapped là True hoặc False, Info và XMP như nhau",
      "Trapped is True or False, the same in Info and XMP",
    ),
    check({ document, info, xmp }) {
      const fromInfo = document.nameAt(info, "Trapped");
      const fromXmp = xmp?.("pdf", "Trapped") ?? null;
      const good = (value: string | null) => value === "True" || value === "False";
      if (!good(fromXmp)) return plain(fromXmp);
      if (!good(fromInfo)) return plain(fromInfo);
      return fromInfo === fromXmp ? null : both(`${fromInfo} và ${fromXmp}`, `${fromInfo} and ${fromXmp}`);
    },
  },
  {
    id: "title-agrees",
    clause: "ISO 15930-7, Info",
    requirement: both("tiêu đề trong Info và XMP như nhau", "the title is the same in Info and XMP"),
    check({ document, info, xmp }) {
      const title = document.textAt(info, "Title");
      const fromXmp = xmp?.("dc", "title") ?? null;
      return title === null || fromXmp === null || same(title, fromXmp) ? null : plain(title);
    },
  },
  {
    id: "dates-agree",
    clause: "ISO 15930-7, Info",
    requirement: both("ngày trong Info và XMP như nhau", "the dates are the same in Info and XMP"),
    check({ document, info, xmp }) {
      for (const [key, name] of DATES) {
        const text = document.textAt(info, key);
        const other = xmp?.("xmp", name) ?? null;
        if (text === null || other === null) continue;
        if (pdfDate(text) !== Date.parse(other))
          return both(`${key} ${text}, XMP ${other}`, `${key} ${text}, XMP ${other}`);
      }
      return null;
    },
  },
];

/** XML parsers may fold white space. */
const same = (one: string, other: string): boolean => fold(one) === fold(other);
const fold = (text: string): string => text.replace(/\s+/g, " ").trim();
