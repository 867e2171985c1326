/** One spelling for each Vietnamese letter: precomposed (Unicode Standard Annex #15, NFC), single spaces. */
export const nfc = (text: string): string =>
  text
    .normalize("NFC")
    .replace(/[ \t\r\n]{2,}|[\t\r\n]/gu, " ")
    .trim();
