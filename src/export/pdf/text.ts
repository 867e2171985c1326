/** Glyph runs as text objects (ISO 32000-1 §9.4). */

import { compose, type Matrix, meanScale } from "../../base/geometry.ts";
import type { Glyph, GlyphRun } from "../../model/scene.ts";
import type { Content } from "./content.ts";
import { type CodedFont, codedFont, type GlyphCode } from "./glyph-codes.ts";
import { fine, matrixOperands, num } from "./number.ts";
import type { Ref } from "./object.ts";
import { textString } from "./string.ts";

/** Text rendering modes (table 106). */
export const TEXT_MODE = { fill: 0, stroke: 1, fillThenStroke: 2, invisible: 3 } as const;
type TextMode = (typeof TEXT_MODE)[keyof typeof TEXT_MODE];

/** How far a glyph may stand from its place, mm: a third of a dot of a 2,400 dpi plate. */
const TOLERANCE = 0.003;

/**
 * Shows a run; colours, alpha and line style are set already. A file without fonts shows none.
 * @param matrix maps the run's coordinates to those of the content stream
 */
export function showRun(content: Content, run: GlyphRun, matrix: Matrix, mode: TextMode): void {
  const face = content.assets.fonts.get(run.font);
  if (!face) throw new Error(`the scene has no font “${run.font}”`);
  if (run.glyphs.length === 0 || content.pdf.text !== "live") return;
  const font = codedFont(face);
  const ref = content.pdf.objects.internFont(face);
  const scale = meanScale(matrix);
  if (scale === 0) return;
  // Where the matrix is a plain scale it goes into the font size, as people expect to see it there.
  const [a, b, c, d] = matrix;
  const plain = a === d && a > 0 && b === 0 && c === 0;
  const size = plain ? run.size * a : run.size;
  const unplaced: Matrix = plain ? [1, 0, 0, 1, 0, 0] : [a, b, c, d, 0, 0];
  // Glyphs have y up, the stream has y down: the text matrix turns them over.
  const upright = compose(unplaced, [1, 0, run.skew, -1, 0, 0]);

  content.push("BT");
  content.textStyle(`${content.use("F", ref)} ${fine(size)} Tf ${mode} Tr`);
  const line = new Line(content, font, ref, run.size, scale);
  const saysItself = isTextOfGlyphs(run);
  if (!saysItself) content.push(`/Span<</ActualText${textString(run.text)}>>BDC`);
  let baseline: number | null = null;
  for (let i = 0; i < run.glyphs.length; ) {
    const glyph = run.glyphs[i]!;
    if (glyph.y !== baseline) {
      line.flush();
      const x = a * glyph.x + c * glyph.y + matrix[4];
      const y = b * glyph.x + d * glyph.y + matrix[5];
      content.push(`${matrixOperands([upright[0], upright[1], upright[2], upright[3], x, y])} Tm`);
      line.begin(glyph.x);
      baseline = glyph.y;
    }
    let end = i + 1;
    while (end < run.glyphs.length && run.glyphs[end]!.text === "" && run.glyphs[end]!.y === baseline) end++;
    const coded = font.code(glyph.id, glyph.text);
    const exact = !saysItself || (end === i + 1 && coded.exact);
    if (!exact) {
      line.flush();
      content.push(`/Span<</ActualText${textString(glyph.text)}>>BDC`);
    }
    line.show(glyph, coded);
    for (let member = i + 1; member < end; member++) {
      const { id, text } = run.glyphs[member]!;
      line.show(run.glyphs[member]!, font.code(id, text));
    }
    if (!exact) {
      line.flush();
      content.push("EMC");
    }
    i = end;
  }
  line.flush();
  if (!saysItself) content.push("EMC");
  content.push("ET");
}

function isTextOfGlyphs({ glyphs, text }: GlyphRun): boolean {
  let at = 0;
  for (const { text: own } of glyphs) {
    for (let i = 0; i < own.length; i++, at++) {
      if (own.charCodeAt(i) !== text.charCodeAt(at)) return false;
    }
  }
  return at === text.length;
}

/** The glyphs of one baseline, shown with as few operators as their places allow. */
class Line {
  readonly #content: Content;
  readonly #font: CodedFont;
  readonly #texts: Map<number, string>;
  readonly #size: number;
  readonly #tolerance: number;
  /** Thousandths of the size are told in whole parts of it. */
  readonly #parts: number;
  /** Where the next glyph would stand, in the run's mm. */
  #pen = 0;
  #array = "";
  #codes = "";

  constructor(content: Content, font: CodedFont, ref: Ref, size: number, scale: number) {
    this.#content = content;
    this.#font = font;
    this.#texts = content.shownWith(ref);
    this.#size = size;
    this.#tolerance = TOLERANCE / scale;
    // An adjustment is in thousandths of the size: its last decimal must stay within the tolerance.
    this.#parts =
      10 ** Math.max(0, Math.min(6, Math.ceil(Math.log10((size * scale) / 2000 / (TOLERANCE / 2)))));
  }

  begin(x: number): void {
    this.#pen = x;
  }

  show(glyph: Glyph, { code, hex, says }: GlyphCode): void {
    const away = glyph.x - this.#pen;
    if (Math.abs(away) > this.#tolerance) {
      const adjustment = Math.round(((-away * 1000) / this.#size) * this.#parts) / this.#parts;
      this.#endString();
      this.#array += num(adjustment);
      this.#pen -= (adjustment * this.#size) / 1000;
    }
    if (!this.#texts.has(code)) this.#texts.set(code, says);
    this.#codes += hex;
    this.#pen += (this.#font.width(glyph.id) * this.#size) / 1000;
  }

  flush(): void {
    this.#endString();
    if (this.#array === "") return;
    const single = this.#array.startsWith("<") && this.#array.indexOf(">") === this.#array.length - 1;
    this.#content.push(single ? `${this.#array} Tj` : `[${this.#array}] TJ`);
    this.#array = "";
  }

  #endString(): void {
    if (this.#codes === "") return;
    this.#array += `<${this.#codes}>`;
    this.#codes = "";
  }
}
