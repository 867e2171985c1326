/** Turns JSX with components into plain elements. */

import type { Element, Node } from "../kit/jsx-runtime.ts";
import { FRAME, LASTING, PAGE } from "../kit/markers.ts";
import type { ChildNode, ElementNode } from "../model/page-tree.ts";
import { placed, type SourcePlace, sourceOf } from "../model/source-place.ts";
import type { PageContext } from "../model/template.ts";

/** A template broke a rule; `message` says which one, for its designer. */
export class TemplateFault extends Error {
  override readonly name = "TemplateFault";
  /** Of the element at fault, where that is known. */
  readonly source: SourcePlace | null;

  constructor(message: string, source: SourcePlace | null = null) {
    super(message);
    this.source = source;
  }
}

/** Components that call each other without end stop here. */
const DEEPEST = 200;

/**
 * Calls every component, flattens fragments and arrays, drops what draws nothing, joins neighbouring texts.
 * Page and Frame elements are kept, with their children (and variants) expanded.
 */
export function expand(node: unknown, page: PageContext, depth = 0): readonly ChildNode[] {
  if (depth > DEEPEST) throw new TemplateFault("components are nested without end");
  const found: ChildNode[] = [];
  collect(node, page, depth, found);
  return found;
}

function collect(node: unknown, page: PageContext, depth: number, found: ChildNode[]): void {
  if (node === null || node === undefined || typeof node === "boolean" || node === "") return;
  if (typeof node === "string" || typeof node === "number") {
    const last = found.at(-1);
    if (typeof last === "string" || typeof last === "number") found[found.length - 1] = `${last}${node}`;
    else found.push(node);
  } else if (Array.isArray(node)) {
    for (const child of node) collect(child, page, depth, found);
  } else if (!isElement(node)) {
    throw new TemplateFault(`${describe(node)} is not something that can be drawn`);
  } else if (typeof node.type === "function") {
    const component = node.type as (props: unknown, page: PageContext) => Node;
    const place = sourceOf(node);
    const draw = (on: PageContext) =>
      expand(component(node.props, on), on, depth + 1).map((child) =>
        // What a component draws without a place of its own was written where the component was used.
        typeof child === "object" ? placed(child, place) : child,
      );
    const drawn = LASTING in component ? page.once(component, [node.props, place], draw) : draw(page);
    for (const child of drawn) collectPlain(child, found);
  } else {
    found.push(placed(expandElement(node.type, node.props, page, depth), sourceOf(node)));
  }
}

/** Adds an expanded node, joining texts that meet. */
function collectPlain(child: ChildNode, found: ChildNode[]): void {
  const last = found.at(-1);
  if (typeof child !== "object" && last !== undefined && typeof last !== "object") {
    found[found.length - 1] = `${last}${child}`;
  } else {
    found.push(child);
  }
}

function expandElement(type: string, props: Element["props"], page: PageContext, depth: number): ElementNode {
  const inside = expand(props.children, page, depth + 1);
  if (type !== PAGE && type !== FRAME) refuseFrames(inside, type);
  if (type === FRAME) refuseFrames(inside, "Frame");
  const expanded: Record<string, unknown> = {};
  for (const name in props) {
    const value = props[name];
    if (value === undefined || name === "children" || name === "variants") continue;
    expanded[name] = name === "style" ? defined(value as Style) : value;
  }
  if (inside.length > 0) expanded.children = inside.length === 1 ? inside[0]! : inside;
  if (Array.isArray(props.variants)) {
    expanded.variants = props.variants.map((variant) => expand(variant, page, depth + 1));
  }
  return { type, props: expanded };
}

type Style = Readonly<Record<string, string | number>>;

function refuseFrames(children: readonly ChildNode[], parent: string): void {
  for (const child of children) {
    if (typeof child === "object" && (child.type === FRAME || child.type === PAGE)) {
      const name = child.type === PAGE ? "A Page" : `The frame “${String(child.props.name)}”`;
      throw new TemplateFault(
        `${name} stands inside <${parent}>; it must be a direct child of ${child.type === PAGE ? "nothing" : "a Page"}`,
        sourceOf(child),
      );
    }
  }
}

function defined(record: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const found: Record<string, unknown> = {};
  for (const key in record) if (record[key] !== undefined) found[key] = record[key];
  return found;
}

const isElement = (value: unknown): value is Element =>
  typeof value === "object" && value !== null && "type" in value && "props" in value;

const describe = (value: unknown) =>
  typeof value === "object" ? "an object that is not JSX" : `a ${typeof value}`;
