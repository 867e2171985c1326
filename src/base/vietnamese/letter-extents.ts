/**
 * How far Vietnamese letters reach above and below the baseline, in em. Lines are set just so far apart that a
 * stack (Ễ, ầ) never touches the dot or tail of the line above it.
 *
 * The figures are the largest of Be Vietnam Pro 400–800; Lexend and the other faces of the art direction stay
 * within them.
 */

const SMALL_LETTER = 0.66;
const ASCENDER = 0.79;
const CAPITAL = 0.75;
const SMALL_MARK = 0.84;
const SMALL_STACK = 0.97;
/** ẳ: a hook on a breve stands highest. */
const SMALL_HOOKED_BREVE = 1.03;
const CAPITAL_MARK = 1.05;
const CAPITAL_STACK = 1.24;
const CAPITAL_HORN = 0.87;
const DOT_BELOW = 0.26;
const TAIL = 0.22;
const MARK_BELOW = "\u0323";
const HORN = "\u031b";
const BREVE = "\u0306";
const HOOK = "\u0309";

/** One letter with its marks, and how far it reaches from the baseline, em. */
export interface LetterExtent {
  readonly letter: string;
  readonly above: number;
  readonly below: number;
}

/** The letters of a text, in order. */
export function letterExtents(text: string): readonly LetterExtent[] {
  const clusters = text.normalize("NFD").match(/\P{M}\p{M}*/gu) ?? [];
  return clusters.map((cluster) => ({
    letter: cluster.normalize("NFC"),
    above: above(cluster),
    below: below(cluster),
  }));
}

/** The highest point of the text above its baseline, em. */
export const reachAbove = (text: string): number =>
  letterExtents(text).reduce((reach, letter) => Math.max(reach, letter.above), 0);

/** The lowest point of the text below its baseline, em, as a positive number. */
export const reachBelow = (text: string): number =>
  letterExtents(text).reduce((reach, letter) => Math.max(reach, letter.below), 0);

function above(cluster: string): number {
  const [letter = "", ...marks] = cluster;
  const stack = marks.filter((mark) => mark !== MARK_BELOW && mark !== HORN);
  if (/\p{Lu}/u.test(letter) && stack.length === 0 && marks.includes(HORN)) return CAPITAL_HORN;
  if (/\p{Lu}|\p{N}/u.test(letter)) return [CAPITAL, CAPITAL_MARK, CAPITAL_STACK][Math.min(stack.length, 2)]!;
  if (stack.includes(BREVE) && stack.includes(HOOK)) return SMALL_HOOKED_BREVE;
  if (stack.length > 0) return stack.length === 1 ? SMALL_MARK : SMALL_STACK;
  if (/\s/u.test(letter)) return 0;
  return /[bdđfhklijt]|\P{L}/u.test(letter) ? ASCENDER : SMALL_LETTER;
}

function below(cluster: string): number {
  if (/^\s/u.test(cluster)) return 0;
  if (cluster.includes(MARK_BELOW)) return DOT_BELOW;
  return /^[gpqyj,;()Q]/u.test(cluster) ? TAIL : 0.01;
}
