/** What content streams name, and how (ISO 32000-1 §7.8.3). */

import { type Ref, refTo } from "./object.ts";

const CATEGORIES = {
  F: "Font",
  X: "XObject",
  G: "ExtGState",
  P: "Pattern",
  S: "Shading",
  C: "ColorSpace",
  L: "Properties",
} as const;

/** First letter of a resource's name, which tells its category. */
export type Category = keyof typeof CATEGORIES;

/** An entry of a resource dictionary (ISO 32000-1 §7.8.3). */
export interface Resource {
  /** `ExtGState` */
  readonly category: string;
  /** Without its slash. */
  readonly name: string;
  readonly ref: Ref;
}

/** Letters of a digest in a name. */
const SHORTEST = 4;

/** The resources of one stream. Names come from what they stand for, so that streams agree on them. */
export class ResourceNames {
  readonly #resources = new Map<string, Resource>();

  get all(): readonly Resource[] {
    return [...this.#resources.values()];
  }

  /** The name of an object, with its slash. Two that begin alike are told apart. */
  use(category: Category, ref: Ref): string {
    for (let length = SHORTEST; ; length++) {
      const name = category + ref.slice(0, length);
      const known = this.#resources.get(name);
      if (!known) this.#resources.set(name, { category: CATEGORIES[category], name, ref });
      if (!known || known.ref === ref) return `/${name}`;
    }
  }

  /** Takes over another stream's resources by their names; `false`, and nothing is taken, when a name means two things. */
  join(resources: readonly Resource[]): boolean {
    const clash = resources.some(({ name, ref }) => (this.#resources.get(name)?.ref ?? ref) !== ref);
    if (clash) return false;
    for (const resource of resources) this.#resources.set(resource.name, resource);
    return true;
  }
}

/**
 * The resource dictionary.
 * @param reference how it refers to an object; by its name, unless it is said otherwise
 */
export function resourceDictionary(
  resources: readonly Resource[],
  reference: (ref: Ref) => string = refTo,
): string {
  const byCategory = new Map<string, Resource[]>();
  for (const resource of resources) {
    const alike = byCategory.get(resource.category);
    if (alike) alike.push(resource);
    else byCategory.set(resource.category, [resource]);
  }
  let dictionary = "<<";
  for (const [category, alike] of byCategory) {
    dictionary += `/${category}<<`;
    for (const { name, ref } of alike) dictionary += `/${name} ${reference(ref)}`;
    dictionary += ">>";
  }
  return `${dictionary}>>`;
}
