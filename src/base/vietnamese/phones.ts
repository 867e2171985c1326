/** Telephone numbers in the groups in which they are read aloud. */

/** Area codes of three digits, with eight-digit numbers; all others have four and seven (numbering plan of 2017). */
const SHORT_AREA_CODES = ["024", "028"];

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
  const international = spaced.startsWith("+84");
  const digits = international ? `0${spaced.slice(3)}` : spaced;
  const grouped = groupNational(digits);
  return international ? `+84 ${grouped.slice(1)}` : grouped;
}

function groupNational(digits: string): string {
  if (/^1[89]00\d{4,6}$/u.test(digits)) return split(digits, 4);
  if (/^0[35789]\d{8}$/u.test(digits)) return split(digits, 4, 3);
  if (/^02\d{9}$/u.test(digits))
    return SHORT_AREA_CODES.includes(digits.slice(0, 3)) ? split(digits, 3, 4) : split(digits, 4, 4);
  return digits;
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
