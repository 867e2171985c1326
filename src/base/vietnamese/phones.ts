/** Telephone numbers in the groups in which they are read aloud (numbering plan of 2017). */

/** Area codes of three digits, with eight-digit numbers; all others have four and seven. */
const SHORT_AREA_CODES = ["024", "028"];

export type PhoneKind = "mobile" | "landline" | "hotline" | "emergency" | "unknown";

/** What a number is, whatever stands between its digits. */
export function phoneKind(phone: string): PhoneKind {
  const digits = nationalDigits(phone);
  if (/^0[35789]\d{8}$/u.test(digits)) return "mobile";
  if (/^02\d{9}$/u.test(digits)) return "landline";
  if (/^1[89]00\d{4}(?:\d{2})?$/u.test(digits)) return "hotline";
  return /^11[1-5]$/u.test(digits) ? "emergency" : "unknown";
}

/** Whether a number would be a Vietnamese one with a 0 before it, which spreadsheets drop. */
export function lostLeadingZero(phone: string): boolean {
  const digits = phone.trim().replace(/[\s.()-]+/gu, "");
  return /^(?:[35789]\d{8}|2\d{9})$/u.test(digits);
}

/**
 * `02523822999` → `0252 3822 999`, `0912345678` → `0912 345 678`, `19006868` → `1900 6868`.
 * What already has spaces, or follows no known pattern, stays as it is (points and hyphens become spaces).
 */
export function groupPhone(phone: string): string {
  const spaced = phone
    .trim()
    .replace(/[\s.()-]+/gu, " ")
    .trim();
  if (spaced.includes(" ")) return spaced;
  const isInternational = spaced.startsWith("+84");
  const digits = isInternational ? nationalDigits(spaced) : spaced;
  const grouped = groupNational(digits);
  return isInternational ? `+84 ${grouped.slice(1)}` : grouped;
}

/** `0912 345 678` → `+84 912 345 678`. Hotlines and unknown numbers, which nobody dials from abroad, stay as they are. */
export function internationalPhone(phone: string): string {
  const kind = phoneKind(phone);
  if (kind !== "mobile" && kind !== "landline") return groupPhone(phone);
  return `+84 ${groupNational(nationalDigits(phone)).slice(1)}`;
}

function nationalDigits(phone: string): string {
  const digits = phone.trim().replace(/[\s.()-]+/gu, "");
  return digits.startsWith("+84") ? `0${digits.slice(3).replace(/^0/u, "")}` : digits;
}

function groupNational(digits: string): string {
  switch (phoneKind(digits)) {
    case "hotline":
      return digits.length === 8 ? split(digits, 4) : split(digits, 4, 3);
    case "mobile":
      return split(digits, 4, 3);
    case "landline":
      return SHORT_AREA_CODES.includes(digits.slice(0, 3)) ? split(digits, 3, 4) : split(digits, 4, 4);
    default:
      return digits;
  }
}

/** Cuts after the given lengths; the rest is the last group. */
function split(digits: string, ...lengths: readonly number[]): string {
  const groups: string[] = [];
  let rest = digits;
  for (const length of lengths) {
    groups.push(rest.slice(0, length));
    rest = rest.slice(length);
  }
  return [...groups, rest].join(" ");
}
