/** Text (ISO 32000-1 §9.2–9.4): where each shown string stands, how large, in which font. */

import { compose, type Matrix, mapRect, meanScale, rect } from "../../base/geometry.ts";
import { ByteString, isArray, Name, Stream, type Value } from "../file/object.ts";
import { resource } from "./color-operators.ts";
import { spaceName } from "./color-space.ts";
import { emit } from "./emit.ts";
import { type FontUse, fontUseOf } from "./font-use.ts";
import { paintGlyph } from "./nested.ts";
import type { Color } from "./painted.ts";
import { paintPattern } from "./pattern.ts";
import type { Run } from "./state.ts";

/** Text and line matrix between BT and ET. */
export interface TextPosition {
  matrix: Matrix;
  line: Matrix;
}

const START: Matrix = [1, 0, 0, 1, 0, 0];
export const textStart = (): TextPosition => ({ matrix: START, line: START });

/** How far letters reach over and under the baseline, of the em: enough to find them by. */
const ASCENT = 0.75;
const DESCENT = 0.22;

/** Whether the operator was one of these. */
export function applyTextOperator(
  run: Run,
  position: TextPosition,
  operator: string,
  operands: readonly Value[],
): boolean {
  const { state } = run;
  const number = (i: number): number => {
    const value = operands[i];
    return typeof value === "number" ? value : 0;
  };
  const move = (x: number, y: number) => {
    position.line = compose(position.line, [1, 0, 0, 1, x, y]);
    position.matrix = position.line;
  };
  switch (operator) {
    case "BT":
      Object.assign(position, textStart());
      return true;
    case "Tf": {
      const [name] = operands;
      state.font = name instanceof Name ? fontUseOf(run.document, resource(run, "Font", name.text)) : null;
      state.fontSize = number(1);
      return true;
    }
    case "Tc":
      state.charSpace = number(0);
      return true;
    case "Tw":
      state.wordSpace = number(0);
      return true;
    case "Tz":
      state.horizontalScale = number(0) / 100;
      return true;
    case "TL":
      state.leading = number(0);
      return true;
    case "Ts":
      state.rise = number(0);
      return true;
    case "Tr":
      state.textMode = number(0);
      return true;
    case "Td":
      move(number(0), number(1));
      return true;
    case "TD":
      state.leading = -number(1);
      move(number(0), number(1));
      return true;
    case "Tm":
      position.line = [number(0), number(1), number(2), number(3), number(4), number(5)];
      position.matrix = position.line;
      return true;
    case "T*":
      move(0, -state.leading);
      return true;
    case "Tj":
      show(run, position, operands);
      return true;
    case "TJ":
      show(run, position, isArray(operands[0] ?? null) ? (operands[0] as readonly Value[]) : []);
      return true;
    case '"':
      state.wordSpace = number(0);
      state.charSpace = number(1);
      move(0, -state.leading);
      show(run, position, operands.slice(2));
      return true;
    case "'":
      move(0, -state.leading);
      show(run, position, operands);
      return true;
    default:
      return false;
  }
}

/** Shows strings, with numbers between them that move back by thousandths of the em. */
function show(run: Run, position: TextPosition, pieces: readonly Value[]): void {
  const { state, page } = run;
  const { font, fontSize, horizontalScale } = state;
  if (!font) return;
  page.used.fonts.add(font);
  let advance = 0;
  let notdef = false;
  // Which ones matter for glyphs that are content alone.
  const procedures = font.type === "Type3";
  const codes = new Set<number>();
  let count = 0;
  for (const piece of pieces) {
    if (typeof piece === "number") advance -= (piece / 1000) * fontSize;
    if (!(piece instanceof ByteString)) continue;
    const { bytes } = piece;
    if (!run.document.budget.takeOperators(bytes.length >> 2)) return;
    for (let i = 0; i + font.codeBytes <= bytes.length; i += font.codeBytes) {
      const code = font.codeBytes === 2 ? (bytes[i]! << 8) | bytes[i + 1]! : bytes[i]!;
      advance += font.width(code) * fontSize + state.charSpace;
      if (code === 32 && font.codeBytes === 1) advance += state.wordSpace;
      notdef ||= font.codeIsGlyph && code === 0;
      if (procedures) codes.add(code);
      count++;
    }
  }
  if (count === 0) {
    position.matrix = compose(position.matrix, [1, 0, 0, 1, advance * horizontalScale, 0]);
    return;
  }
  const toMm = compose(state.ctm, position.matrix);
  const size = Math.abs(fontSize);
  const left = Math.min(0, advance * horizontalScale);
  const width = Math.abs(advance * horizontalScale);
  const box = mapRect(toMm, rect(left, state.rise - DESCENT * size, width, (ASCENT + DESCENT) * size));
  // The em stands upright in text space: its height is what the second column does to it.
  const text = { font, size: size * Math.hypot(toMm[2], toMm[3]), notdef };
  const mode = state.textMode & 3;
  if (procedures) {
    const place = emit(run, { kind: "text", color: state.fill, box, text });
    const unit: Matrix = [fontSize * horizontalScale, 0, 0, fontSize, 0, state.rise];
    if (place) showProcedures(run, font, codes, compose(toMm, unit), place);
  } else {
    // An outline of the letters' own colour makes them bolder: then it is no line by itself.
    const outlined = mode === 1 || (mode === 2 && !isSameColor(state.fill, state.stroke));
    const line = outlined ? state.lineWidth * meanScale(state.ctm) : null;
    // The text itself is told even where a pattern colours it: its size and font matter.
    const paint = (color: Color, stroked: boolean) => {
      emit(run, { kind: "text", color, box, text, stroked, thickness: stroked ? line : null });
      paintPattern(run, color, box);
    };
    if (mode === 0 || mode === 2) paint(state.fill, false);
    if (mode === 1 || mode === 2) paint(state.stroke, true);
  }
  position.matrix = compose(position.matrix, [1, 0, 0, 1, advance * horizontalScale, 0]);
}

const isSameColor = (one: Color, other: Color): boolean =>
  spaceName(one.space) === spaceName(other.space) &&
  one.pattern === other.pattern &&
  one.components.length === other.components.length &&
  one.components.every((component, i) => component === other.components[i]);

/** Type 3: each glyph is content (§9.6.5). */
function showProcedures(
  run: Run,
  font: FontUse,
  codes: ReadonlySet<number>,
  toMm: Matrix,
  place: { x: number; y: number; width: number; height: number },
): void {
  const { document } = run;
  const procedures = document.dictAt(font.dict, "CharProcs");
  const encoding = document.dictAt(font.dict, "Encoding");
  if (!procedures || !encoding) return;
  const names = new Map<number, string>();
  let code = 0;
  for (const each of document.list(encoding.get("Differences"))) {
    if (typeof each === "number") code = each;
    else if (each instanceof Name) names.set(code++, each.text);
  }
  for (const shown of codes) {
    const glyph = document.at(procedures, names.get(shown) ?? "");
    if (glyph instanceof Stream) paintGlyph(run, font.dict, glyph, toMm, place);
  }
}
