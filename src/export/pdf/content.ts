/**
 * A content stream in the making (ISO 32000-1 §7.8): operators, the resources that they name, and the graphics
 * state that they have left, so that nothing is set twice.
 *
 * The current transformation matrix stays what it was at the start (on a page: the flip to mm with y down) but for
 * short bracketed spans. Nodes are mapped in numbers instead, which keeps `q` shallow and patterns, soft masks and
 * clips in one space.
 */

import { IDENTITY, type Matrix, meanScale } from "../../base/geometry.ts";
import { mmToPt } from "../../base/units.ts";
import type { BlendMode, SceneColor, SceneResources } from "../../model/scene.ts";
import type { ColorMode, ColorModel, ColorOperators, InkUse } from "./color.ts";
import type { ArtOf, PdfDocument } from "./document.ts";
import { fine } from "./number.ts";
import { type GlyphTexts, packTexts, type Ref, type SharedForm } from "./object.ts";
import { type Category, type Resource, ResourceNames } from "./resources.ts";

interface GraphicsState {
  fill: string;
  stroke: string;
  line: string;
  text: string;
  fillAlpha: number;
  strokeAlpha: number;
  blend: BlendMode;
  fillOverprint: boolean;
  strokeOverprint: boolean;
}

const INITIAL: GraphicsState = {
  fill: "",
  stroke: "",
  line: "",
  text: "",
  fillAlpha: 1,
  strokeAlpha: 1,
  blend: "normal",
  fillOverprint: false,
  strokeOverprint: false,
};

const MARK = (): InkUse => "mark";

export class Content {
  readonly pdf: PdfDocument;
  /** The fonts and images of the nodes that are painted at the moment. */
  assets: SceneResources;
  /**
   * Maps this stream's space to the one that pattern matrices lead to (§8.7.3.1): the page's default space, or the
   * form's own. `null` inside a pattern's tile, where viewers disagree (Poppler takes the page's), so that gradients
   * are better painted through clips.
   */
  readonly patternBase: Matrix | null;
  readonly mode: ColorMode;
  /** Units of this stream's space in a millimetre of what it is painted on. */
  perMm = 1;
  /** Whether what is painted belongs to a layer of marks, not to the design. */
  marking = false;
  /** Whether anything in it needs the transparency model. */
  transparent = false;

  /** Makes drawings in it forms that other streams share; `null` where each is written with what is around it. */
  artOf: ArtOf | null = null;

  #operators: string[] = [];
  readonly #parts: (string | SharedForm)[] = [];
  readonly #resources = new ResourceNames();
  readonly #glyphs = new Map<Ref, Map<number, string>>();
  readonly #stack: GraphicsState[] = [];
  #deepest = 0;
  #state: GraphicsState = { ...INITIAL };

  constructor(pdf: PdfDocument, assets: SceneResources, patternBase: Matrix | null, mode: ColorMode) {
    this.pdf = pdf;
    this.assets = assets;
    this.patternBase = patternBase;
    this.mode = mode;
  }

  /** A stream of its own for what this one paints: a form, a tile. */
  within(patternBase: Matrix | null, mode: ColorMode, assets: SceneResources): Content {
    const inner = new Content(this.pdf, assets, patternBase, mode);
    inner.marking = this.marking;
    inner.perMm = this.perMm;
    return inner;
  }

  /** Points of the page in a unit of the space that pattern matrices lead to. */
  get ptOfBase(): number {
    return mmToPt(1 / this.perMm) / meanScale(this.patternBase ?? IDENTITY);
  }

  get colors(): ColorModel {
    return this.pdf.colors[this.mode];
  }

  push(operators: string): void {
    this.#operators.push(operators);
  }

  /** `q`. The runs of this stream are balanced: every save has its {@link restore}. */
  save(): void {
    this.#operators.push("q");
    if (this.#stack.push({ ...this.#state }) > this.#deepest) this.#deepest = this.#stack.length;
  }

  /** `Q`. */
  restore(): void {
    const state = this.#stack.pop();
    if (!state) throw new Error("Q without q");
    this.#state = state;
    // A pair that held nothing would only be noise.
    if (this.#operators.at(-1) === "q") this.#operators.pop();
    else this.#operators.push("Q");
  }

  /** A colour in this stream's mode. */
  colorOperators(color: SceneColor, use: () => InkUse): ColorOperators {
    const operators = this.colors.operators(color, this.marking ? MARK : use);
    const { space, fill, stroke, overprint } = operators;
    if (space === null) return operators;
    const name = this.spaceName(space);
    return { fill: `${name} cs ${fill}`, stroke: `${name} CS ${stroke}`, space: null, overprint };
  }

  /** The name of a colour space in this stream. */
  spaceName(space: Ref): string {
    return this.use("C", space);
  }

  /** The name, with its slash, under which this stream may use an object. */
  use(category: Category, ref: Ref): string {
    return this.#resources.use(category, ref);
  }

  /** What the glyph codes of a font say, to be added to. */
  shownWith(font: Ref): Map<number, string> {
    let texts = this.#glyphs.get(font);
    if (!texts) {
      texts = new Map();
      this.#glyphs.set(font, texts);
    }
    return texts;
  }

  fillColor(operator: string): void {
    if (this.#state.fill === operator) return;
    this.#state.fill = operator;
    this.#operators.push(operator);
  }

  strokeColor(operator: string): void {
    if (this.#state.stroke === operator) return;
    this.#state.stroke = operator;
    this.#operators.push(operator);
  }

  /** Line width, cap, join, miter limit and dash in one string. */
  lineStyle(operators: string): void {
    if (this.#state.line === operators) return;
    this.#state.line = operators;
    this.#operators.push(operators);
  }

  /** Font, size and rendering mode in one string; they outlive a text object (§9.3.1). */
  textStyle(operators: string): void {
    if (this.#state.text === operators) return;
    this.#state.text = operators;
    this.#operators.push(operators);
  }

  /** Constant alpha for filling and stroking, and the blend mode (§11.6.4.4, §11.6.3). */
  compositing(fillAlpha: number, strokeAlpha: number, blend: BlendMode): void {
    const state = this.#state;
    if (state.fillAlpha === fillAlpha && state.strokeAlpha === strokeAlpha && state.blend === blend) return;
    state.fillAlpha = fillAlpha;
    state.strokeAlpha = strokeAlpha;
    state.blend = blend;
    if (fillAlpha < 1 || strokeAlpha < 1 || blend !== "normal") this.transparent = true;
    const entries = `<</ca ${fine(fillAlpha)}/CA ${fine(strokeAlpha)}/BM/${blendName(blend)}>>`;
    this.#operators.push(`${this.use("G", this.pdf.objects.intern(entries))} gs`);
  }

  /**
   * Overprint for filling and stroking, in mode 1: a component of zero leaves that ink as it is (§8.6.7). It acts on
   * opaque paint only; what is mixed with its backdrop has no inks to spare.
   */
  overprint(fill: boolean, stroke: boolean): void {
    const state = this.#state;
    if (state.fillOverprint === fill && state.strokeOverprint === stroke) return;
    state.fillOverprint = fill;
    state.strokeOverprint = stroke;
    const entries = `<</OP ${stroke}/op ${fill}/OPM 1>>`;
    this.#operators.push(`${this.use("G", this.pdf.objects.intern(entries))} gs`);
  }

  /**
   * Paints a form that the file may write once and name, or write out here. Like any form it takes over the overprint
   * in force (§8.10.1), and what is in it says its own.
   */
  paintShared(form: SharedForm): void {
    if (form.transparent) this.transparent = true;
    this.overprint(false, false);
    this.#cut();
    this.#parts.push(form);
  }

  /** The operators, in pieces between shared forms. */
  get parts(): readonly (string | SharedForm)[] {
    if (this.#stack.length > 0) throw new Error("q without Q");
    this.#cut();
    return this.#parts;
  }

  #cut(): void {
    if (this.#operators.length > 0) this.#parts.push(this.#operators.join("\n"));
    this.#operators = [];
  }

  /** How many graphics states are saved within each other, without those of shared forms and of gradients. */
  get deepest(): number {
    return this.#deepest;
  }

  /** What the stream names (§7.8.3). */
  get resources(): readonly Resource[] {
    return this.#resources.all;
  }

  get glyphs(): GlyphTexts {
    const packed = new Map<Ref, string>();
    for (const [font, texts] of this.#glyphs) packed.set(font, packTexts(texts));
    return packed;
  }
}

/** `color-dodge` → `ColorDodge` (§11.3.5). */
const blendName = (blend: BlendMode): string =>
  blend.replace(/(^|-)([a-z])/g, (_, _dash: string, letter: string) => letter.toUpperCase());
