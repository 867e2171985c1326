import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import iconv from "iconv-lite";
import { describe, expect, test } from "vitest";
import { packageRoot } from "../../../../src/base/package-root.ts";
import { TCVN3 } from "../../../../src/base/vietnamese/tcvn3.ts";
import { VNI } from "../../../../src/base/vietnamese/vni.ts";
import { VIETNAMESE_LETTERS } from "../../../../src/cli/vietnamese-letters.ts";
import { byteText } from "../../../../src/run/rows/decode.ts";
import { LEGACY_ENCODINGS, type LegacyEncoding } from "../../../../src/run/rows/encodings.ts";
import { CONVERSIONS, convertCell, judge, suspect } from "../../../../src/run/rows/legacy-text.ts";
import fc from "../../../support/property.ts";

const inverse = (table: ReadonlyMap<string, string>) =>
  new Map([...table].map(([code, letter]) => [letter, code]));
const codes = { tcvn3: inverse(TCVN3), vni: inverse(VNI) };
const write = (text: string, encoding: "tcvn3" | "vni") =>
  [...text.normalize("NFC")].map((letter) => codes[encoding].get(letter) ?? letter).join("");
/** Windows-1258 has the vowels with marks, and tones as characters of their own (Microsoft code page 1258). */
const write1258 = (text: string) =>
  [...text.normalize("NFC")]
    .flatMap((letter) => {
      const tone = /[\u0300\u0301\u0303\u0309\u0323]/u.exec(letter.normalize("NFD"))?.[0];
      return tone ? [letter.normalize("NFD").replace(tone, "").normalize("NFC"), tone] : [letter];
    })
    .join("");
const bytesOf: Record<LegacyEncoding, (text: string) => Buffer> = {
  tcvn3: (text) => iconv.encode(write(text, "tcvn3"), "latin1"),
  vni: (text) => iconv.encode(write(text, "vni"), "latin1"),
  "windows-1258": (text) => iconv.encode(write1258(text), "windows-1258"),
  viscii: (text) => iconv.encode(text, "viscii"),
};
const asRead = (text: string, encoding: LegacyEncoding) => byteText(bytesOf[encoding](text));

const CELLS = [
  "Trường Cao đẳng Kỹ nghệ Bình Thuận",
  "Ủy ban nhân dân tỉnh Bình Thuận",
  "270 Trần Phú, phường Phan Thiết",
  "Điện công nghiệp; Công nghệ ô tô; Hướng dẫn du lịch",
  "Nguyễn Thị Ánh Tuyết",
];

describe.each(LEGACY_ENCODINGS)("%s", (encoding) => {
  const letters = VIETNAMESE_LETTERS.filter(
    (letter) => encoding !== "tcvn3" || letter === letter.toLowerCase() || "ĂÂÊÔƠƯĐ".includes(letter),
  );

  test("each letter comes back", () => {
    for (const letter of letters)
      expect(CONVERSIONS[encoding](asRead(letter, encoding)), letter).toBe(letter);
  });

  test("text comes back, whatever letters follow each other", () => {
    const syllables = fc.array(fc.constantFrom(...letters, "b", "n", "g", "t", "h", " ", "-", "7"), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(syllables, (parts) => {
        const text = parts.join("");
        expect(CONVERSIONS[encoding](asRead(text, encoding))).toBe(text);
      }),
    );
  });

  test("real cells are recognised for sure, as bytes and as badly saved Unicode", () => {
    // Capitals with tones are not in TCVN3.
    const cells = CELLS.map((cell) =>
      asRead(encoding === "tcvn3" ? `${cell[0]}${cell.slice(1).toLowerCase()}` : cell, encoding),
    );
    for (const isBytes of [true, false])
      expect(judge(cells, isBytes)).toMatchObject({ encoding, isSure: true });
  });
});

test("good Vietnamese, names of other languages and plain ASCII are no question", () => {
  for (const cells of [
    CELLS,
    ["Müller", "Café Crème", "São Paulo"],
    ["THPT", "0912 345 678"],
    ["Xã Đắk Mil", "Y-Moan Êban"],
  ]) {
    expect(judge(cells, false).encoding, cells.join()).toBeNull();
    for (const cell of cells) expect(suspect(cell), cell).toBeNull();
  }
});

test("all that the brand folder says is left alone", () => {
  const folder = join(packageRoot(), "brand");
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) =>
    file.endsWith(".json"),
  );
  const texts = files.flatMap((file) => [
    ...readFileSync(join(folder, file), "utf8").matchAll(/"((?:[^"\\]|\\.)*)"/gu),
  ]);
  const cells = texts.map(([, text = ""]) => text);
  expect(cells.length).toBeGreaterThan(1000);
  expect(judge(cells, false).isSure).toBe(false);
  expect(cells.filter((cell) => suspect(cell))).toEqual([]);
});

test("few words are never sure", () => {
  const verdict = judge([asRead("Trường", "tcvn3")], false);
  expect(verdict).toMatchObject({ encoding: "tcvn3", isSure: false });
});

test("in a mixed table only the cells that need it are converted", () => {
  const old = asRead("Công nghệ ô tô", "tcvn3");
  expect(convertCell(old, "tcvn3", false)).toBe("Công nghệ ô tô");
  for (const cell of [...CELLS, "Müller", "ASCII"]) expect(convertCell(cell, "tcvn3", false)).toBe(cell);
});

test("in a table that is old throughout, a word that could be read either way is converted too", () => {
  expect(convertCell("Líp", "tcvn3", false)).toBe("Líp");
  expect(convertCell("Líp", "tcvn3", true)).toBe("Lớp");
});

test("bytes that a Vietnamese Windows read as its own code page", () => {
  const misread = iconv.decode(bytesOf.vni("Trường Cao đẳng Kỹ nghệ"), "windows-1258");
  expect(CONVERSIONS.vni(misread)).toBe("Trường Cao đẳng Kỹ nghệ");
});
