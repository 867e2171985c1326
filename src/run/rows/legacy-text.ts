/** Vietnamese text in old encodings: finds out which one, and how sure that is, by counting real syllables. */

import iconv from "iconv-lite";
import { isSyllable } from "../../base/vietnamese/syllables.ts";
import { fromTcvn3 } from "../../base/vietnamese/tcvn3.ts";
import { fromVni } from "../../base/vietnamese/vni.ts";
import { byteText } from "./decode.ts";
import { LEGACY_ENCODINGS, type LegacyEncoding } from "./encodings.ts";

const BYTES = Buffer.from(Array.from({ length: 128 }, (_, i) => 0x80 + i));
/** Characters of Windows-1258 that Windows-1252 has not, as those of their bytes. */
const BACK_TO_BYTES = new Map(
  [...BYTES].flatMap((byte) => {
    const [one, other] = ["windows-1258", "windows-1252"].map((each) => iconv.decode(Buffer.of(byte), each));
    return one === other || one === "\uFFFD" ? [] : [[one!, other!] as const];
  }),
);
const TO_1258 = new Map([...BACK_TO_BYTES].map(([one, other]) => [other, one]));
const ONLY_1258 = new RegExp(`[${[...BACK_TO_BYTES.keys()].join("")}]`, "gu");
const IN_1258 = new RegExp(`[${[...TO_1258.keys()].join("")}]`, "gu");
/** All that one byte can be, in Windows-1252 or Windows-1258. */
const BYTE_CHARACTERS = new RegExp(
  `^[\\x00-\\xff${[...iconv.decode(BYTES, "windows-1252"), ...BACK_TO_BYTES.keys()].join("")}]*$`,
  "u",
);

/** VISCII (RFC 1456) has letters in the places of six controls too. */
const FROM_VISCII = new Map(
  Array.from({ length: 256 }, (_, byte) => Buffer.of(byte)).flatMap((byte) => {
    const [read, meant] = [byteText(byte), iconv.decode(byte, "viscii")];
    return read === meant ? [] : [[read, meant] as const];
  }),
);
const IN_VISCII = new RegExp(`[${[...FROM_VISCII.keys()].join("")}]`, "gu");

const toBytes = (text: string): string => text.replace(ONLY_1258, (each) => BACK_TO_BYTES.get(each)!);

/** The text behind bytes that were read as Windows-1252 or Windows-1258; in NFC. */
export const CONVERSIONS: Readonly<Record<LegacyEncoding, (text: string) => string>> = {
  "windows-1258": (text) => text.replace(IN_1258, (each) => TO_1258.get(each)!).normalize("NFC"),
  tcvn3: (text) => fromTcvn3(toBytes(text)).normalize("NFC"),
  vni: (text) => fromVni(toBytes(text)).normalize("NFC"),
  viscii: (text) => toBytes(text).replace(IN_VISCII, (each) => FROM_VISCII.get(each)!),
};

/** Words with characters beyond ASCII: those in which encodings differ. Signs alone, such as × and ©, are no words. */
export const markedWords = (text: string): readonly string[] =>
  (text.match(/[A-Za-z\u0080-\u{10ffff}]+/gu) ?? []).filter(
    (word) => /\P{ASCII}/u.test(word) && /(?![ªºµ])\p{L}/u.test(word),
  );

/** Typographic marks around a word, which no encoding question hangs on. */
const AROUND = /^[“”‘’«»…–—•·§°]+|[“”‘’«»…–—•·§°]+$/gu;
const isPlausible = (word: string): boolean => isSyllable(word) || isSyllable(word.replace(AROUND, ""));
const share = (words: readonly string[], read: (word: string) => string): number =>
  words.length === 0 ? 1 : words.filter((word) => isPlausible(read(word))).length / words.length;
const asIs = (word: string): string => word;

/** Whether text is nothing that a legacy encoding could have left: no letter beyond the bytes. */
const isByteText = (text: string): boolean => BYTE_CHARACTERS.test(text);

export interface Verdict {
  /** `null`: the text is what it says. */
  readonly encoding: LegacyEncoding | null;
  /** Share of the words in question that become Vietnamese syllables, 0–1. */
  readonly share: number;
  readonly isSure: boolean;
  /** Whether all text is in it, not only single cells. */
  readonly isWhole: boolean;
  /** How many words were looked at. */
  readonly words: number;
  readonly shares: Readonly<Record<LegacyEncoding, number>>;
}

/** Below these nothing is converted unasked. */
const SURE = { share: 0.85, lead: 0.25, words: 5 };

/**
 * Judges a sample of cells.
 * @param isBytes whether the characters stand for bytes that are surely no Unicode; else cells that already are good
 *   Vietnamese are left out of the question
 */
export function judge(cells: readonly string[], isBytes: boolean): Verdict {
  const asked = isBytes ? cells : cells.filter(isSuspicious);
  const words = asked.flatMap(markedWords);
  const shares = Object.fromEntries(
    LEGACY_ENCODINGS.map((each) => [each, words.length === 0 ? 0 : share(words, CONVERSIONS[each])]),
  ) as Record<LegacyEncoding, number>;
  const [best, second] = [...LEGACY_ENCODINGS].sort((a, b) => shares[b] - shares[a]) as [
    LegacyEncoding,
    LegacyEncoding,
  ];
  const lead = shares[best] - Math.max(shares[second], isBytes ? 0 : share(words, asIs));
  const isQuestion = words.length > 0 && (isBytes || shares[best] >= 0.5);
  return {
    encoding: isQuestion ? best : null,
    share: shares[best],
    isSure: words.length >= SURE.words && shares[best] >= SURE.share && lead >= SURE.lead,
    isWhole: isBytes || !cells.some((cell) => !isByteText(cell)),
    words: words.length,
    shares,
  };
}

/** Text whose words are no Vietnamese as they stand, though bytes could be behind them. */
const isSuspicious = (text: string): boolean => {
  if (!isByteText(text)) return false;
  const words = markedWords(text);
  return words.length > 0 && share(words, asIs) < 0.5;
};

/**
 * Converts one cell, or leaves it when that would not make it better.
 * @param isWhole the whole file is in the encoding: cells that could be read either way are converted too
 */
export function convertCell(text: string, encoding: LegacyEncoding, isWhole: boolean): string {
  if (!/\P{ASCII}/u.test(text) || !isByteText(text)) return text;
  if (!isWhole && !isSuspicious(text)) return text;
  const converted = CONVERSIONS[encoding](text);
  return isWhole || share(markedWords(text), CONVERSIONS[encoding]) > share(markedWords(text), asIs)
    ? converted
    : text;
}

/** What a single cell was probably meant to be; `null` when it looks right, or nobody can tell. */
export function suspect(
  text: string,
): { readonly encoding: LegacyEncoding; readonly converted: string } | null {
  if (!isSuspicious(text)) return null;
  const { encoding, share: best, words } = judge([text], false);
  return encoding !== null && best >= 0.75 && words >= 2
    ? { encoding, converted: CONVERSIONS[encoding](text) }
    : null;
}
