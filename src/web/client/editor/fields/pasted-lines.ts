/** Lines that were copied out of a document or a sheet, for a list that takes each as an item of its own. */

/** What programs put before the items of their lists: “• ”, “- ”, “1. ”. */
const BULLET = /^(?:[-–—•●▪◦*+]|\d{1,2}[.)])\s+/u;

/** @returns the lines without their bullets; none for text of a single line, which is pasted as any other */
export function pastedLines(text: string): readonly string[] {
  const lines = text
    .split(/[\r\n\v\u2028\u2029]+/u)
    .map((line) => line.replaceAll("\t", " ").trim().replace(BULLET, ""))
    .filter((line) => line !== "");
  return lines.length > 1 ? lines : [];
}

/**
 * The list with the lines in the place of an item: of an empty or wholly marked one, else behind it. Also lines for
 * which the list has no room: what is too much is told, not lost.
 */
export function withLines<T>(
  items: readonly T[],
  index: number,
  isReplaced: boolean,
  lines: readonly T[],
): readonly T[] {
  const at = isReplaced ? index : index + 1;
  return [...items.slice(0, at), ...lines, ...items.slice(index + 1)];
}

/** Whether nothing of the field's text is to stay. */
export const isWhollyMarked = ({
  value,
  selectionStart,
  selectionEnd,
}: {
  readonly value: string;
  readonly selectionStart: number | null;
  readonly selectionEnd: number | null;
}): boolean => selectionStart === 0 && selectionEnd === value.length;
