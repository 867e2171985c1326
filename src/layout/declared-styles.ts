/** What styles declare that satori takes without a word, and draws as something else. */

export interface DeclaredStyles {
  /** Texts that no family of theirs has a face for. */
  readonly strange: readonly { readonly family: string; readonly text: string }[];
  /** Declarations of colours that are none: they would be black. */
  readonly colorless: readonly string[];
}

/** @param families that there are faces of */
export async function declaredStyles(element: unknown, families: readonly string[]): Promise<DeclaredStyles> {
  const known = new Set(families.map((name) => name.toLowerCase()));
  const strange = new Map<string, string>();
  const colors = new Map<string, string>();
  const visit = (node: unknown, family: string | null): void => {
    if (typeof node === "string" || typeof node === "number") {
      const text = String(node).trim();
      if (text !== "" && family !== null && !namesOf(family).some((name) => known.has(name.toLowerCase()))) {
        if (!strange.has(family)) strange.set(family, text);
      }
    } else if (Array.isArray(node)) {
      for (const child of node) visit(child, family);
    } else if (isElement(node)) {
      const { style, children } = node.props;
      for (const [name, value] of Object.entries(style ?? {})) {
        if (/color$/i.test(name) && typeof value === "string") colors.set(`${name}: ${value}`, value);
      }
      const own = style?.fontFamily;
      visit(children, typeof own === "string" && !INHERITED.test(own) ? own : family);
    }
  };
  visit(element, null);
  const colorless: string[] = [];
  for (const [declaration, value] of colors) if (!(await isColor(value))) colorless.push(declaration);
  return { strange: [...strange].map(([family, text]) => ({ family, text })), colorless };
}

const INHERITED = /^\s*(?:inherit|initial|unset|revert|var\(.*)\s*$/i;

/** CSS Fonts 4, §2.1: in the order of preference, with or without quotes. */
const namesOf = (family: string): readonly string[] =>
  family.split(",").map((name) => name.trim().replace(/^(["'])(.*)\1$/, "$2"));

const PLAIN = /^\s*(?:#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})|currentcolor|transparent)\s*$/i;
/** Keywords of every property, and functions of which the value is only known where they stand. */
const ELSEWHERE =
  /^(?:currentcolor|inherit|initial|unset|revert|none|auto)$|(?:var|color-mix|light-dark|calc)\(|\(from\s/i;

/** One colour, or one for each side. */
async function isColor(value: string): Promise<boolean> {
  if (PLAIN.test(value)) return true;
  const { parse } = await import("culori");
  const each = value.match(/[^\s()]+(?:\([^()]*(?:\([^()]*\)[^()]*)*\))?/g) ?? [];
  return each.every((one) => ELSEWHERE.test(one) || parse(one) !== undefined);
}

interface ElementLike {
  readonly props: {
    readonly style?: Readonly<Record<string, unknown>> | null;
    readonly children?: unknown;
  };
}

const isElement = (node: unknown): node is ElementLike =>
  typeof node === "object" &&
  node !== null &&
  "props" in node &&
  typeof node.props === "object" &&
  node.props !== null;
