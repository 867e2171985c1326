/**
 * Counts how many elements an SVG becomes when its references are followed. Ten nested `<use>` of ten each
 * are a few hundred bytes and ten billion shapes.
 */

/** Far above any logo, and still drawn in a moment. */
const MOST_ELEMENTS = 200_000;

/** An element that has an id with all it holds, or the whole document. */
interface Part {
  elements: number;
  /** How often it refers to each id. */
  readonly references: Map<string, number>;
  /** How many of its elements go by each tag or class, for the rules of style sheets. */
  readonly names: Map<string, number>;
}

export interface Weighing {
  open(element: string, attributes: ReadonlyMap<string, string>): void;
  close(): void;
  styleSheet(css: string): void;
  /** Stops counting at the limit. References in a circle are over any limit. */
  total(): { readonly elements: number; readonly limit: number };
}

/** Told of everything that is kept, in document order. */
export function createWeighing(): Weighing {
  const document = emptyPart();
  const parts = new Map<string, Part>();
  /** For each open element, its own part when it has an id. */
  const open: (Part | null)[] = [];
  const rules: StyleRule[] = [];

  return {
    open(element, attributes) {
      const id = attributes.get("id");
      // A repeated id counts for both elements: readers differ in which one they follow.
      const own = id === undefined ? null : (parts.get(id) ?? emptyPart());
      if (own && id !== undefined) parts.set(id, own);
      open.push(own);
      const references = referencesOf(attributes);
      const names = [element, "*", ...(attributes.get("class") ?? "").split(/\s+/).filter(Boolean)];
      if (id !== undefined) names.push(id);
      for (const part of [document, ...open]) {
        if (!part) continue;
        part.elements++;
        for (const reference of references) add(part.references, reference, 1);
        for (const name of names) add(part.names, name, 1);
      }
    },
    close() {
      open.pop();
    },
    styleSheet(css) {
      rules.push(...referringRules(css));
    },
    total() {
      for (const part of [document, ...parts.values()]) applyRules(part, rules);
      return { elements: weigh(document, parts, new Map()), limit: MOST_ELEMENTS };
    },
  };
}

const emptyPart = (): Part => ({ elements: 0, references: new Map(), names: new Map() });

const add = (counts: Map<string, number>, key: string, count: number): void => {
  counts.set(key, (counts.get(key) ?? 0) + count);
};

function weigh(part: Part, parts: ReadonlyMap<string, Part>, known: Map<Part, number>): number {
  const weight = known.get(part);
  if (weight !== undefined) return weight;
  // Until it is known, meeting it again means a circle.
  known.set(part, Number.POSITIVE_INFINITY);
  let sum = part.elements;
  for (const [id, count] of part.references) {
    const target = parts.get(id);
    if (target && sum <= MOST_ELEMENTS) sum += count * weigh(target, parts, known);
  }
  known.set(part, sum);
  return sum;
}

const LOCAL_URL = /url\(\s*["']?#([^\s"'()]+)/gi;

const urlsIn = (text: string): string[] => [...text.matchAll(LOCAL_URL)].map((match) => match[1]!);

function referencesOf(attributes: ReadonlyMap<string, string>): string[] {
  const href = attributes.get("xlink:href");
  const urls = [...attributes.values()].filter((value) => value.includes("(")).flatMap(urlsIn);
  return href?.startsWith("#") ? [...urls, href.slice(1)] : urls;
}

/** A style rule that refers to something, and the names of the elements that it may style. */
interface StyleRule {
  readonly names: readonly string[];
  readonly references: readonly string[];
}

function referringRules(css: string): StyleRule[] {
  return css.split("}").flatMap((rule) => {
    const [selectors = "", body = ""] = rule.split("{").slice(-2);
    const references = urlsIn(body);
    if (references.length === 0) return [];
    // Only the last compound of a selector is styled; counting it whole counts too much at worst.
    const last = selectors.split(",").map(
      (selector) =>
        selector
          .trim()
          .split(/[\s>+~]+/)
          .at(-1) ?? "",
    );
    return [{ names: last.flatMap((compound) => compound.split(/[.#:[\]()]+/).filter(Boolean)), references }];
  });
}

function applyRules(part: Part, rules: readonly StyleRule[]): void {
  for (const { names, references } of rules) {
    const styled = names.reduce((sum, name) => sum + (part.names.get(name) ?? 0), 0);
    if (styled > 0) for (const reference of references) add(part.references, reference, styled);
  }
}
