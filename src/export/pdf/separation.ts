/** Inks that are no process colours as Separation spaces (ISO 32000-1 §8.6.6.4). */

import type { Cmyk } from "../../base/color.ts";
import { operands } from "./color.ts";
import { type ObjectStore, type Ref, refTo } from "./object.ts";
import { nameOf } from "./string.ts";

/** Every plate at once; it has no alternate of its own. */
const ALL_PLATES: Cmyk = { c: 100, m: 100, y: 100, k: 100 };

/**
 * The separations of an ink table. A name stands for one ink, and one alternate stands in for it: two would print
 * differently from one page to the next.
 */
export class Separations {
  readonly #objects: ObjectStore;
  readonly #alternates: ReadonlyMap<string, Cmyk>;
  readonly #spaces = new Map<string, { ref: Ref; alternate: Cmyk }>();

  /** @param alternates what stands in for the full tint of an ink, by its name */
  constructor(objects: ObjectStore, alternates: ReadonlyMap<string, Cmyk>) {
    this.#objects = objects;
    this.#alternates = alternates;
  }

  /** @param alternate what stands in for the full tint where there is no such plate, unless it is known already */
  spot(name: string, alternate: Cmyk): Ref {
    return this.#space(name, alternate).ref;
  }

  registration(): Ref {
    return this.#space("All", ALL_PLATES).ref;
  }

  /** What stands in for a name. */
  alternateOf(name: string, asked: Cmyk): Cmyk {
    return this.#space(name, asked).alternate;
  }

  #space(name: string, asked: Cmyk): { ref: Ref; alternate: Cmyk } {
    let space = this.#spaces.get(name);
    if (!space) {
      const alternate = this.#alternates.get(name) ?? asked;
      const full = operands(cmykComponents(alternate));
      const ramp = `<</FunctionType 2/Domain[0 1]/C0[0 0 0 0]/C1[${full}]/N 1>>`;
      const tintTransform = this.#objects.intern(ramp);
      const ref = this.#objects.intern(`[/Separation/${nameOf(name)}/DeviceCMYK ${refTo(tintTransform)}]`);
      space = { ref, alternate };
      this.#spaces.set(name, space);
    }
    return space;
  }
}

/** Percentages as components 0–1 of DeviceCMYK. */
export const cmykComponents = ({ c, m, y, k }: Cmyk): readonly number[] => [
  c / 100,
  m / 100,
  y / 100,
  k / 100,
];
