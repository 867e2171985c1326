/** The encodings that a caller may name. */

/** Those that need conversion, from bytes or from text that was saved as if it were Latin. */
export const LEGACY_ENCODINGS = ["windows-1258", "tcvn3", "vni", "viscii"] as const;
export type LegacyEncoding = (typeof LEGACY_ENCODINGS)[number];

export const ENCODINGS = ["auto", "utf-8", "utf-16", ...LEGACY_ENCODINGS] as const;
export type EncodingChoice = (typeof ENCODINGS)[number];

/** For people. */
export const ENCODING_NAMES: Readonly<Record<LegacyEncoding, string>> = {
  "windows-1258": "Windows-1258",
  tcvn3: "TCVN3 (ABC)",
  vni: "VNI",
  viscii: "VISCII",
};
