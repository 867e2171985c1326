/** Path data of SVG as an outline, where it is plain. */

import type { Outline } from "../../model/scene.ts";

/**
 * SVG 1.1 § 8.3; `null` for what is no closed outline of moves, lines and cubic curves. usvg leaves out contours
 * without a line, and what they leave open differs with what comes next.
 */
export function readPath(data: string): Outline | null {
  const scanner = new Scanner(data);
  let verbs = "";
  const coords: number[] = [];
  let x = 0;
  let y = 0;
  let startX = 0;
  let startY = 0;
  let command = 0;
  /** Segments of the contour that is open, -1 between contours. */
  let segments = -1;
  while (!scanner.isAtEnd) {
    if (!scanner.isAtNumber) command = scanner.letter();
    // More pairs after a move are lines.
    else if (command === MOVE) command = LINE;
    else if (command === MOVE + RELATIVE) command = LINE + RELATIVE;
    const isRelative = command >= RELATIVE + A;
    const fromX = isRelative ? x : 0;
    const fromY = isRelative ? y : 0;
    switch (isRelative ? command - RELATIVE : command) {
      case LINE:
        x = fromX + scanner.number();
        y = fromY + scanner.number();
        verbs += "L";
        break;
      case MOVE:
        if (segments >= 0) return null;
        x = startX = fromX + scanner.number();
        y = startY = fromY + scanner.number();
        verbs += "M";
        break;
      case HORIZONTAL:
        x = fromX + scanner.number();
        verbs += "L";
        break;
      case VERTICAL:
        y = fromY + scanner.number();
        verbs += "L";
        break;
      case CURVE:
        for (let value = 0; value < 4; value++) {
          const control = (value % 2 === 0 ? fromX : fromY) + scanner.number();
          if (!Number.isFinite(control)) return null;
          coords.push(control);
        }
        x = fromX + scanner.number();
        y = fromY + scanner.number();
        verbs += "C";
        break;
      case CLOSE:
        if (segments < 2 || scanner.isAtNumber) return null;
        x = startX;
        y = startY;
        verbs += "Z";
        segments = -1;
        continue;
      default:
        return null;
    }
    if (!Number.isFinite(x) || !Number.isFinite(y)) return null;
    if (segments < 0 && (command | RELATIVE) !== (MOVE | RELATIVE)) return null;
    segments++;
    coords.push(x, y);
  }
  return segments < 0 && verbs !== "" ? { verbs, coords } : null;
}

const A = 65;
const [MOVE, LINE, HORIZONTAL, VERTICAL, CURVE, CLOSE] = [77, 76, 72, 86, 67, 90];
/** Lower-case letters are so far behind the upper-case ones. */
const RELATIVE = 32;
const [ZERO, NINE, DOT, MINUS, E, SMALL_E] = [48, 57, 46, 45, 69, 101];
const NUMBER = /-?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/iy;

class Scanner {
  readonly #data: string;
  #at = 0;

  constructor(data: string) {
    this.#data = data;
    this.#skipSeparators();
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#data.length;
  }

  get isAtNumber(): boolean {
    const code = this.#data.charCodeAt(this.#at);
    return (code >= ZERO && code <= NINE) || code === DOT || code === MINUS;
  }

  letter(): number {
    const letter = this.#data.charCodeAt(this.#at++);
    this.#skipSeparators();
    return letter;
  }

  /** `NaN` where none stands. */
  number(): number {
    const data = this.#data;
    let at = this.#at;
    let value = 0;
    let code = data.charCodeAt(at);
    while (code >= ZERO && code <= NINE) {
      value = value * 10 + code - ZERO;
      code = data.charCodeAt(++at);
    }
    const isWhole = at > this.#at && at - this.#at < 15 && code !== DOT && code !== E && code !== SMALL_E;
    if (!isWhole) {
      NUMBER.lastIndex = this.#at;
      const [text] = NUMBER.exec(data) ?? [];
      if (text === undefined) return Number.NaN;
      value = Number(text);
      at = this.#at + text.length;
    }
    this.#at = at;
    this.#skipSeparators();
    return value;
  }

  #skipSeparators(): void {
    while (isSeparator(this.#data.charCodeAt(this.#at))) this.#at++;
  }
}

/** White space, a comma or a plus sign. */
const isSeparator = (code: number): boolean =>
  code === 32 || code === 44 || code === 43 || (code >= 9 && code <= 13);
