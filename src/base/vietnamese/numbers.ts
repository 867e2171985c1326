/** Numbers and sums as Vietnamese read them: points between thousands, a comma before decimals. */

/**
 * `1200` → `1.200`, `1234.5` → `1.234,5`.
 * @param value finite; at most three decimals are shown
 */
export function groupedNumber(value: number): string {
  if (!Number.isFinite(value)) throw new RangeError(`${value} is no number to show`);
  const [whole = "0", decimals = ""] = Math.abs(value).toFixed(3).split(".");
  const shown = decimals.replace(/0+$/u, "");
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/gu, ".");
  const text = shown === "" ? grouped : `${grouped},${shown}`;
  return value < 0 && text !== "0" ? `−${text}` : text;
}

/** `1200000` → `1.200.000 đồng`. */
export const money = (dong: number): string => `${groupedNumber(Math.round(dong))} đồng`;
