/** Path data of SVG as an outline, where it is plain. */

import type { Outline } from "../../model/scene.ts";

/** usvg leaves out contours without a line, and what they leave open differs with what comes next. */
const CLOSED = /^(?:M[LC]{2,}Z)+$/;

/** SVG 1.1 § 8.3; `null` for what is no closed outline of moves, lines and cubic curves. */
export function readPath(data: string): Outline | null {
  const scanner = new Scanner(data);
  let verbs = "";
  const coords: number[] = [];
  let x = 0;
  let y = 0;
  let startX = 0;
  let startY = 0;
  let command = "";
  let isClosed = false;
  while (!scanner.isAtEnd) {
    if (!scanner.isAtNumber) command = scanner.letter();
    // More pairs after a move are lines.
    else if (command === "M") command = "L";
    else if (command === "m") command = "l";
    const isRelative = command > "Z";
    const fromX = isRelative ? x : 0;
    const fromY = isRelative ? y : 0;
    if (isClosed && command !== "M" && command !== "m") return null;
    isClosed = false;
    switch (command) {
      case "M":
      case "m":
        x = fromX + scanner.number();
        y = fromY + scanner.number();
        startX = x;
        startY = y;
        verbs += "M";
        break;
      case "L":
      case "l":
        x = fromX + scanner.number();
        y = fromY + scanner.number();
        verbs += "L";
        break;
      case "H":
      case "h":
        x = fromX + scanner.number();
        verbs += "L";
        break;
      case "V":
      case "v":
        y = fromY + scanner.number();
        verbs += "L";
        break;
      case "C":
      case "c":
        for (let point = 0; point < 2; point++) {
          coords.push(fromX + scanner.number(), fromY + scanner.number());
        }
        x = fromX + scanner.number();
        y = fromY + scanner.number();
        verbs += "C";
        break;
      case "Z":
      case "z":
        if (scanner.isAtNumber) return null;
        x = startX;
        y = startY;
        verbs += "Z";
        isClosed = true;
        continue;
      default:
        return null;
    }
    if (!Number.isFinite(x) || !Number.isFinite(y)) return null;
    coords.push(x, y);
  }
  return CLOSED.test(verbs) && coords.every(Number.isFinite) ? { verbs, coords } : null;
}

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

  letter(): string {
    const letter = this.#data.charAt(this.#at++);
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
