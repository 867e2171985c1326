/** PDF/X-4: the file as a whole. */

import { DEEPEST_STATES } from "../content/interpret.ts";
import { ByteString, Name, type Stream } from "../file/object.ts";
import { both, type Clause, plain } from "./clause.ts";
import type { X4Facts } from "./facts.ts";

/** Annex C of ISO 32000-1, taken over by §6.25. */
const LONGEST_NAME = 127;

const findStream = (facts: X4Facts, isBad: (stream: Stream) => boolean) => facts.streams.find(isBad);

const xObjectWith = (facts: X4Facts, key: string) =>
  findStream(facts, ({ dict }) => facts.document.nameAt(dict, "Subtype") !== null && dict.has(key));

export const FILE_CLAUSES: readonly Clause[] = [
  {
    id: "version",
    clause: "ISO 15930-7, PDF 1.6",
    requirement: both("phiên bản PDF từ 1.4 đến 1.6", "the PDF version is 1.4 to 1.6"),
    check({ document, catalog }) {
      const versions = [document.file.headerVersion, document.nameAt(catalog, "Version")];
      const wrong = versions.find((version) => version !== null && !/^1\.[456]$/.test(version));
      return wrong === undefined ? null : plain(wrong);
    },
  },
  {
    id: "sound-file",
    clause: "ISO 32000-1 §7.5",
    requirement: both(
      "tệp nguyên vẹn, có dòng nhị phân sau tiêu đề và kết thúc đúng",
      "the file is whole, with a binary comment after the header and a proper end",
    ),
    check({ document: { file } }) {
      if (file.broken > 0) return both(`${file.broken} đối tượng hỏng`, `${file.broken} broken objects`);
      if (!file.endsWell)
        return both("thiếu startxref hoặc %%EOF ở cuối", "no startxref or %%EOF at the end");
      return file.binaryComment ? null : both("thiếu dòng nhị phân", "no binary comment");
    },
  },
  {
    id: "file-id",
    clause: "ISO 15930-7, trailer",
    requirement: both("trailer có ID gồm hai chuỗi", "the trailer has an ID of two strings"),
    check({ document }) {
      const id = document.list(document.trailer.get("ID"));
      const good = id.length === 2 && id.every((part) => part instanceof ByteString && part.bytes.length > 0);
      return good ? null : plain(null);
    },
  },
  {
    id: "no-encryption",
    clause: "ISO 15930-7, trailer",
    requirement: both("không mã hóa", "the file is not encrypted"),
    check: ({ document }) => (document.trailer.has("Encrypt") ? plain("Encrypt") : null),
  },
  {
    id: "no-lzw",
    clause: "ISO 15930-7, filters",
    requirement: both("không nén LZW", "no LZW compression"),
    check: (facts) =>
      findStream(facts, (stream) =>
        facts.document.filters(stream).some(({ name }) => name === "LZWDecode" || name === "Crypt"),
      )
        ? plain("LZWDecode")
        : null,
  },
  {
    id: "no-external-streams",
    clause: "ISO 15930-7, streams",
    requirement: both("dữ liệu nằm trong tệp, không ở tệp ngoài", "all data are in the file, none outside"),
    check: (facts) =>
      findStream(facts, ({ dict }) => ["F", "FFilter", "FDecodeParms"].some((key) => dict.has(key)))
        ? plain("F")
        : null,
  },
  {
    id: "no-postscript",
    clause: "ISO 15930-7, XObjects",
    requirement: both("không có PostScript XObject", "no PostScript XObjects"),
    check: (facts) =>
      findStream(
        facts,
        ({ dict }) =>
          facts.document.nameAt(dict, "Subtype") === "PS" || facts.document.nameAt(dict, "Subtype2") === "PS",
      )
        ? plain("PS")
        : null,
  },
  {
    id: "no-reference-xobjects",
    clause: "ISO 15930-7, XObjects",
    requirement: both("không có XObject tham chiếu tệp khác", "no reference XObjects"),
    check: (facts) => (xObjectWith(facts, "Ref") ? plain("Ref") : null),
  },
  {
    id: "no-opi",
    clause: "ISO 15930-7, XObjects",
    requirement: both("không có OPI", "no OPI"),
    check: (facts) => (xObjectWith(facts, "OPI") ? plain("OPI") : null),
  },
  {
    id: "no-default-alternates",
    clause: "ISO 15930-7, alternate images",
    requirement: both(
      "ảnh thay thế không là mặc định khi in",
      "no alternate image is the default for printing",
    ),
    check(facts) {
      const { document } = facts;
      const bad = findStream(facts, ({ dict }) =>
        document.list(dict.get("Alternates")).some((each) => {
          const alternate = document.dict(each);
          return alternate !== null && document.at(alternate, "DefaultForPrinting") === true;
        }),
      );
      return bad ? plain("DefaultForPrinting") : null;
    },
  },
  {
    id: "name-length",
    clause: "ISO 15930-7 §6.25",
    requirement: both(`tên không quá ${LONGEST_NAME} byte`, `names of at most ${LONGEST_NAME} bytes`),
    check({ dicts }) {
      const isLong = (text: string) => Buffer.byteLength(text) > LONGEST_NAME;
      for (const dict of dicts) {
        for (const [key, value] of dict) {
          if (isLong(key)) return plain(key.slice(0, 40));
          if (value instanceof Name && isLong(value.text)) return plain(value.text.slice(0, 40));
        }
      }
      return null;
    },
  },
  {
    id: "state-depth",
    clause: "ISO 15930-7 §6.25",
    requirement: both(`q lồng nhau không quá ${DEEPEST_STATES}`, `q nested at most ${DEEPEST_STATES} deep`),
    check: ({ pages }) => {
      const deep = pages.find(({ run }) => run.notices.has("deep-states"));
      return deep ? both(`trang ${deep.page.number}`, `page ${deep.page.number}`) : null;
    },
  },
];
