/** Several things in one cell. */

/** Parted by semicolons or line breaks; “1. ”, “- ” and “• ” before an item do not count. */
export const splitItems = (text: string, separator = /[;\n]/u): readonly string[] =>
  text
    .split(separator)
    .map((item) => item.replace(/^\s*(?:\d{1,2}[.)]\s+|[-–•*+]\s+)/u, "").trim())
    .filter((item) => item !== "");
