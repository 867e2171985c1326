/**
 * A content stream in the making (ISO 32000-1 §7.8): operators, the resources that they name, and the graphics
 * state that they have left, so that nothing is set twice.
 *
 * The current transformation matrix stays what it was at the start (on a page: the flip to mm with y down) but for
 * short bracketed spans. Nodes are mapped in numbers instead, which keeps `q` shallow and patterns, soft masks and
 * clips in one space.
 */

import type { Matrix } from "../../base/geometry.ts";
import type { BlendMode, SceneColor, SceneResources } from "../../model/scene.ts";
import { type ColorMode, type ColorOperators, colorOperators } from "./color.ts";
import type { PdfDocument } from "./document.ts";
import { type Ref, refTo } from "./file.ts";
import { fine } from "./number.ts";

const CATEGORIES = {
  F: "Font",
  X: "XObject",
  G: "ExtGState",
  P: "Pattern",
  S: "Shading",
} as const;

/** First letter of a resource's name, which tells its category. */
type Category = keyof typeof CATEGORIES;

interface GraphicsState {
  fill: string;
  stroke: string;
  line: string;
  text: string;
  fillAlpha: number;
  strokeAlpha: number;
  blend: BlendMode;
}

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
  /** Whether anything in it needs the transparency model. */
  transparent = false;

  readonly #operators: string[] = [];
  readonly #resources = new Map<string, { category: Category; ref: Ref }>();
  readonly #stack: GraphicsState[] = [];
  #state: GraphicsState;

  constructor(pdf: PdfDocument, assets: SceneResources, patternBase: Matrix | null, mode: ColorMode) {
    this.pdf = pdf;
    this.assets = assets;
    this.patternBase = patternBase;
    this.mode = mode;
    this.#state = { fill: "", stroke: "", line: "", text: "", fillAlpha: 1, strokeAlpha: 1, blend: "normal" };
  }

  push(operators: string): void {
    this.#operators.push(operators);
  }

  /** `q`. The runs of this stream are balanced: every save has its {@link restore}. */
  save(): void {
    this.#operators.push("q");
    this.#stack.push({ ...this.#state });
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

  /** A colour in this stream's mode. A file has few colours and sets them often. */
  colorOperators(color: SceneColor): ColorOperators {
    const { rgb, token } = color;
    const value = (rgb.r << 16) | (rgb.g << 8) | rgb.b;
    const key = token === null ? value : `${token} ${value}`;
    const known = this.pdf.colors[this.mode];
    let operators = known.get(key);
    if (!operators) {
      operators = colorOperators(color, this.mode);
      known.set(key, operators);
    }
    return operators;
  }

  /** The name, with its slash, under which this stream may use an object. */
  use(category: Category, ref: Ref): string {
    const name = `${category}${ref}`;
    if (!this.#resources.has(name)) this.#resources.set(name, { category, ref });
    return `/${name}`;
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
    this.#operators.push(`${this.use("G", this.pdf.file.intern(entries))} gs`);
  }

  get operators(): string {
    if (this.#stack.length > 0) throw new Error("q without Q");
    return this.#operators.join("\n");
  }

  get isEmpty(): boolean {
    return this.#operators.length === 0;
  }

  /** The resource dictionary (§7.8.3). */
  get resources(): string {
    const byCategory = new Map<Category, string>();
    for (const [name, { category, ref }] of this.#resources) {
      byCategory.set(category, `${byCategory.get(category) ?? ""}/${name} ${refTo(ref)}`);
    }
    return `<<${[...byCategory].map(([category, entries]) => `/${CATEGORIES[category]}<<${entries}>>`).join("")}>>`;
  }
}

/** `color-dodge` → `ColorDodge` (§11.3.5). */
const blendName = (blend: BlendMode): string =>
  blend.replace(/(^|-)([a-z])/g, (_, _dash: string, letter: string) => letter.toUpperCase());
