import { isOrdinary } from "./ordinary.ts";

/** Precomposed letters (Unicode Standard Annex #15, NFC); everything else as it is. */
export const composed = (text: string): string => (isOrdinary(text) ? text : text.normalize("NFC"));

/** One spelling for each Vietnamese letter: precomposed, single spaces. */
export const nfc = (text: string): string =>
  isOrdinary(text)
    ? text
    : text
        .normalize("NFC")
        .replace(/[ \t\r\n]{2,}|[\t\r\n]/gu, " ")
        .trim();
