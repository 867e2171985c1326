/** Marks as operators for a foreign PDF: solid lines and patches in the inks of their tokens. */

import { type PDFContext, type PDFDict, PDFName, type PDFRef } from "pdf-lib";
import { MARK_INKS, type MarkToken } from "../../../model/mark-ink.ts";
import type { Outline, Paint, Path, SceneNode } from "../../../model/scene.ts";
import { num } from "../number.ts";

const isMark = (token: string | null): token is MarkToken => token !== null && token in MARK_INKS;

export class MarkPainter {
  readonly #context: PDFContext;
  readonly #separations = new Map<string, PDFRef>();

  constructor(context: PDFContext) {
    this.#context = context;
  }

  /** Operators in sheet millimetres; text and effects, which marks on foreign pages do not have, are passed over. */
  operators(nodes: readonly SceneNode[]): string {
    return nodes
      .map((node) =>
        node.kind === "path" ? this.#path(node) : node.kind === "group" ? this.operators(node.children) : "",
      )
      .filter((part) => part !== "")
      .join("\n");
  }

  /** The colour spaces that the operators name. */
  colorSpaces(): PDFDict {
    return this.#context.obj(Object.fromEntries(this.#separations)) as PDFDict;
  }

  #path({ outline, fill, stroke }: Path): string {
    const path = pathOperators(outline);
    if (fill) return `q ${this.#color(fill.paint, "fill")} ${path} f Q`;
    if (!stroke) return "";
    const dash = `[${stroke.dash.map((part) => num(part)).join(" ")}] 0 d`;
    return `q ${this.#color(stroke.paint, "stroke")} ${num(stroke.width)} w ${dash} ${path} S Q`;
  }

  #color(paint: Paint, use: "fill" | "stroke"): string {
    const token = paint.kind === "solid" ? paint.color.token : null;
    if (!isMark(token)) throw new RangeError(`“${token}” is no ink of a mark`);
    const { ink } = MARK_INKS[token];
    if (ink.kind === "process") {
      const { c, m, y, k } = ink.cmyk;
      return `${[c, m, y, k].map((part) => num(part / 100)).join(" ")} ${use === "fill" ? "k" : "K"}`;
    }
    const name = ink.kind === "registration" ? "All" : ink.name;
    if (!this.#separations.has(name)) this.#separations.set(name, this.#separation(name, token));
    return `/${name} ${use === "fill" ? "cs" : "CS"} ${num(ink.tint / 100)} ${use === "fill" ? "scn" : "SCN"}`;
  }

  /** A Separation space with a linear tint transform (ISO 32000-1 §8.6.6.4). */
  #separation(name: string, token: MarkToken): PDFRef {
    const { ink } = MARK_INKS[token];
    const full = ink.kind === "spot" ? ink.alternate : { c: 100, m: 100, y: 100, k: 100 };
    const tint = this.#context.obj({
      FunctionType: 2,
      Domain: [0, 1],
      C0: [0, 0, 0, 0],
      C1: [full.c, full.m, full.y, full.k].map((part) => part / 100),
      N: 1,
    });
    return this.#context.register(
      this.#context.obj([PDFName.of("Separation"), PDFName.of(name), PDFName.of("DeviceCMYK"), tint]),
    );
  }
}

const OPERATORS: Readonly<Record<string, readonly [operator: string, count: number]>> = {
  M: ["m", 2],
  L: ["l", 2],
  C: ["c", 6],
  Z: ["h", 0],
};

function pathOperators({ verbs, coords }: Outline): string {
  let at = 0;
  return [...verbs]
    .map((verb) => {
      const [operator, count] = OPERATORS[verb] ?? ["", 0];
      const operands = coords.slice(at, at + count).map((value) => num(value));
      at += count;
      return [...operands, operator].join(" ");
    })
    .join(" ");
}
