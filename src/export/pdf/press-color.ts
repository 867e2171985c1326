/** The colours of a press: process colours as DeviceCMYK, other inks as separations (ISO 32000-1 §8.6.4.4, §8.6.6.4). */

import { LRUCache } from "lru-cache";
import type { Cmyk, Rgb } from "../../base/color.ts";
import { type Diagnostic, diagnose } from "../../base/diagnostic.ts";
import { foundOnce } from "../../base/found-once.ts";
import type { Ink, InkTable, SpotInk } from "../../model/ink.ts";
import type { GradientStop, SceneColor } from "../../model/scene.ts";
import type { InkConverter } from "../ink/ink-converter.ts";
import { withinInkLimit } from "../ink/ink-limit.ts";
import { type Channel, type ColorModel, type ColorOperators, type InkUse, operands } from "./color.ts";
import { type ObjectStore, refTo } from "./object.ts";
import { cmykComponents, Separations } from "./separation.ts";

/** The token of the black for large areas. */
const RICH_BLACK = "rich-black";

/**
 * Black from which text and rules overprint, %. A lighter grey must knock out: printed over a dark ground it would not
 * be seen at all.
 */
const OVERPRINTING_BLACK = 90;

/** Intervals into which a ramp between two colours that only the profile knows is cut: inks do not mix as light does. */
const INTERVALS = 8;

/** An operator set for each way in which one colour may be used. */
interface InkOperators {
  readonly ink: Ink;
  readonly plain: ColorOperators;
  readonly overprinting: ColorOperators;
}

const bothWays = (ink: Ink, operators: Omit<ColorOperators, "overprint">): InkOperators => ({
  ink,
  plain: { ...operators, overprint: false },
  overprinting: { ...operators, overprint: true },
});

/** Operators of process inks, which name no objects: the same in every file that a converter serves. */
const processOperators = foundOnce<InkConverter, LRUCache<string, InkOperators>>(
  () => new LRUCache({ max: MOST_KNOWN }),
);
const MOST_KNOWN = 4096;

export class PressColors implements ColorModel {
  readonly space = "/DeviceCMYK";
  readonly #converter: InkConverter;
  readonly #inks: InkTable;
  readonly #separations: Separations;
  readonly #known = new Map<string, InkOperators>();
  readonly #ofProcess: LRUCache<string, InkOperators>;
  readonly #notes = new Map<string, Diagnostic>();

  constructor(objects: ObjectStore, converter: InkConverter, inks: InkTable) {
    this.#converter = converter;
    this.#ofProcess = processOperators(converter);
    this.#inks = inks;
    this.#separations = new Separations(objects, alternatesOf(inks, converter));
  }

  /** `export.ink-limit` for every ink of the table that was used and had to give way. */
  get diagnostics(): readonly Diagnostic[] {
    return [...this.#notes.values()];
  }

  operators(color: SceneColor, use: () => InkUse): ColorOperators {
    const { ink, plain, overprinting } = this.#operatorsOf(color);
    if (ink.kind !== "process") return use() === "mark" ? overprinting : plain;
    if (!isBlack(ink.cmyk) || ink.cmyk.k < OVERPRINTING_BLACK) return plain;
    const painted = use();
    if (painted === "fine" || painted === "mark") return overprinting;
    return painted === "ground" && ink.cmyk.k === 100 ? this.#richBlack(plain) : plain;
  }

  channel(stops: readonly GradientStop[]): Channel {
    const inks = stops.map(({ color }) => this.#operatorsOf(color).ink);
    const spot = soleSpot(inks);
    return spot ? this.#tints(spot) : this.#mixtures(stops);
  }

  /** A ramp of one spot ink's tints, from its own plate; paper is no tint at all. */
  #tints({ name, alternate }: SpotInk): Channel {
    const space = this.#separations.spot(name, alternate);
    return {
      operand: ` ${refTo(space)}`,
      of: ({ color }) => {
        const { ink } = this.#operatorsOf(color);
        return [ink.kind === "spot" ? ink.tint / 100 : 0];
      },
      fill: (values, names) => `${names.spaceName(space)} cs ${values} scn`,
      refine: (stops) => stops,
    };
  }

  /** A ramp of process colours; between different spots their stand-ins are mixed. */
  #mixtures(stops: readonly GradientStop[]): Channel {
    const unknown = stops.every(({ color }) => color.token === null);
    return {
      operand: this.space,
      of: ({ color }) => cmykComponents(this.#processOf(this.#operatorsOf(color).ink)),
      fill: (values) => `${values} k`,
      refine: unknown ? cutFinely : (asked) => asked,
    };
  }

  #processOf(ink: Ink): Cmyk {
    if (ink.kind === "process") return ink.cmyk;
    const { tint } = ink;
    if (ink.kind === "registration") return { c: tint, m: tint, y: tint, k: tint };
    const { c, m, y, k } = this.#separations.alternateOf(ink.name, ink.alternate);
    return { c: (c * tint) / 100, m: (m * tint) / 100, y: (y * tint) / 100, k: (k * tint) / 100 };
  }

  #richBlack(plain: ColorOperators): ColorOperators {
    if (!this.#inks.has(RICH_BLACK)) return plain;
    return this.#operatorsOf({ rgb: BLACK, token: RICH_BLACK }).plain;
  }

  #operatorsOf(color: SceneColor): InkOperators {
    const { r, g, b } = color.rgb;
    const key = `${(r << 16) | (g << 8) | b} ${color.token ?? ""}`;
    let known = this.#known.get(key);
    if (!known) {
      this.#noteLimit(color.token);
      known = this.#ofProcess.get(key);
      if (!known) {
        known = this.#write(this.#converter.inkOf(color));
        if (known.ink.kind === "process") this.#ofProcess.set(key, known);
      }
      this.#known.set(key, known);
    }
    return known;
  }

  #write(ink: Ink): InkOperators {
    if (ink.kind === "process") {
      const values = operands(cmykComponents(ink.cmyk));
      return bothWays(ink, { fill: `${values} k`, stroke: `${values} K`, space: null });
    }
    const space =
      ink.kind === "spot"
        ? this.#separations.spot(ink.name, ink.alternate)
        : this.#separations.registration();
    const tint = operands([ink.tint / 100]);
    return bothWays(ink, { fill: `${tint} scn`, stroke: `${tint} SCN`, space });
  }

  #noteLimit(token: string | null): void {
    const ink = token === null ? undefined : this.#inks.get(token);
    if (token === null || !ink || ink.kind === "registration" || this.#notes.has(token)) return;
    const { c, m, y, k } = ink.kind === "process" ? ink.cmyk : ink.alternate;
    const total = c + m + y + k;
    const limit = this.#converter.condition.inkLimit;
    if (total <= limit) return;
    this.#notes.set(
      token,
      diagnose("export.ink-limit", { token, total: Math.round(total), limit: Math.round(limit) }),
    );
  }
}

/** The first ink of a name says what stands in for it, within the ink limit like everything else. */
function alternatesOf(inks: InkTable, { condition }: InkConverter): ReadonlyMap<string, Cmyk> {
  const alternates = new Map<string, Cmyk>();
  for (const ink of inks.values()) {
    if (ink.kind !== "spot" || alternates.has(ink.name)) continue;
    alternates.set(ink.name, withinInkLimit(ink.alternate, condition.inkLimit));
  }
  return alternates;
}

const BLACK: Rgb = { r: 0, g: 0, b: 0 };

/** Whether a colour is on the black plate alone; paper is not. */
const isBlack = ({ c, m, y, k }: Cmyk): boolean => c === 0 && m === 0 && y === 0 && k > 0;

const isPaper = (ink: Ink): boolean =>
  ink.kind === "process" ? Object.values(ink.cmyk).every((amount) => amount === 0) : ink.tint === 0;

/** The spot ink that a ramp is made of, all stops being its tints or paper; `null` for any other ramp. */
function soleSpot(inks: readonly Ink[]): SpotInk | null {
  const printed = inks.filter((ink) => !isPaper(ink));
  const [first] = printed;
  if (first?.kind !== "spot") return null;
  return printed.every((ink) => ink.kind === "spot" && ink.name === first.name) ? first : null;
}

/** Colours that only the profile knows are converted along the way too, so that a ramp looks as it does on screen. */
function cutFinely(stops: readonly GradientStop[]): readonly GradientStop[] {
  return stops.flatMap((stop, i) => {
    const next = stops[i + 1];
    if (!next) return [stop];
    return Array.from({ length: INTERVALS }, (_, step) => between(stop, next, step / INTERVALS));
  });
}

function between(one: GradientStop, other: GradientStop, at: number): GradientStop {
  if (at === 0) return one;
  const mix = (a: number, b: number) => a + (b - a) * at;
  const [from, to] = [one.color.rgb, other.color.rgb];
  const rgb: Rgb = {
    r: Math.round(mix(from.r, to.r)),
    g: Math.round(mix(from.g, to.g)),
    b: Math.round(mix(from.b, to.b)),
  };
  return {
    offset: mix(one.offset, other.offset),
    color: { rgb, token: null },
    alpha: mix(one.alpha, other.alpha),
  };
}
