/** Turns JSX with components into plain elements. */

import type { Localized } from "../base/diagnostic.ts";
import { foundOnce } from "../base/found-once.ts";
import { Latest } from "../base/latest.ts";
import type { Element, Node } from "../kit/jsx-runtime.ts";
import { FRAME, LASTING, PAGE, STILL } from "../kit/markers.ts";
import type { ChildNode, ElementNode } from "../model/page-tree.ts";
import { markRecurring } from "../model/recurring.ts";
import { placed, type SourcePlace, sourceOf } from "../model/source-place.ts";
import type { PageContext } from "../model/template.ts";
import { thrownReason } from "./purity.ts";

/** A template broke a rule; `reason` says which one, for its designer. */
export class TemplateFault extends Error {
  override readonly name = "TemplateFault";
  readonly reason: Localized;
  /** Of the element at fault, where that is known. */
  readonly source: SourcePlace | null;

  constructor(reason: Localized, source: SourcePlace | null = null) {
    super(reason.en);
    this.reason = reason;
    this.source = source;
  }
}

const elementsOf = new WeakMap<object, SourcePlace>();

/** The innermost element with a place of its own whose component threw; `null` where it is not known. */
export const drawnAt = (thrown: unknown): SourcePlace | null =>
  (typeof thrown === "object" && thrown !== null && elementsOf.get(thrown)) || null;

/** More than any bound book of the trade has; a loop without sense stops here. */
const MOST_PAGES = 1000;

/** Components that call each other without end stop here. */
const DEEPEST = 200;

/**
 * Calls every component, flattens fragments and arrays, drops what draws nothing, joins neighbouring texts.
 * Page and Frame elements are kept, with their children (and variants) expanded.
 */
export function expand(node: unknown, page: PageContext, depth = 0): readonly ChildNode[] {
  const found: ChildNode[] = [];
  collect(node, page, depth, found);
  return found;
}

function collect(node: unknown, page: PageContext, depth: number, found: ChildNode[]): void {
  if (node === null || node === undefined || typeof node === "boolean") return;
  if (typeof node === "string" || typeof node === "number") {
    collectText(node, found);
  } else if (Array.isArray(node)) {
    for (const child of node) collect(child, page, depth, found);
  } else if (isPromise(node)) {
    // What it comes to is of no interest, not even that it fails.
    node.then(undefined, () => undefined);
    throw new TemplateFault({
      vi: "mẫu trả về một Promise; trang vẽ ngay một lượt, hãy bỏ async và await",
      en: "it returns a promise; pages are drawn at once, so take async and await away",
    });
  } else if (!isElement(node)) {
    const { vi, en } = describe(node);
    throw new TemplateFault({
      vi: `${vi} không phải thứ vẽ được`,
      en: `${en} is not something that can be drawn`,
    });
  } else if (depth >= DEEPEST) {
    throw new TemplateFault({
      vi: "các thành phần lồng nhau không dứt",
      en: "components are nested without end",
    });
  } else if (typeof node.type === "function") {
    collectDrawn(node, node.type as DrawingComponent, page, depth, found);
  } else {
    addElement(placed(expandElement(node.type, node.props, page, depth), sourceOf(node)), found);
  }
}

function addElement(element: ElementNode, found: ChildNode[]): void {
  // No page stands in a page, so those found are all that there are.
  if (element.type === PAGE && found.length >= MOST_PAGES)
    throw new TemplateFault({
      vi: `mẫu vẽ hơn ${MOST_PAGES} trang; xem lại vòng lặp sinh ra trang`,
      en: `it draws more than ${MOST_PAGES} pages; look at the loop that makes them`,
    });
  found.push(element);
}

function collectText(text: string | number, found: ChildNode[]): void {
  if (text === "") return;
  const last = found.at(-1);
  if (typeof last === "string" || typeof last === "number") found[found.length - 1] = `${last}${text}`;
  else found.push(text);
}

type DrawingComponent = ((props: unknown, page: PageContext) => Node) & {
  readonly [LASTING]?: true;
  readonly [STILL]?: true;
};

/** Drawings of one component that are kept. */
const MOST_STILL = 400;
const stillDrawings = foundOnce((_: DrawingComponent) => new Latest<readonly ChildNode[]>(MOST_STILL));

function collectDrawn(
  element: Element,
  component: DrawingComponent,
  page: PageContext,
  depth: number,
  found: ChildNode[],
): void {
  const { props } = element;
  const place = sourceOf(element);
  const isLasting = component[LASTING] === true;
  if (component[STILL] === true && place === null) {
    found.push(...stillDrawing(component, props, page, depth));
    return;
  }
  if (!isLasting && place === null) {
    collect(component(props, page), page, depth + 1, found);
    return;
  }
  const draw = (on: PageContext) => expand(component(props, on), on, depth + 1);
  let drawn: readonly ChildNode[];
  try {
    drawn = isLasting ? page.once(component, [props, place], draw) : draw(page);
  } catch (thrown) {
    if (typeof thrown !== "object" || thrown === null) {
      // Nothing can be remembered about a plain value.
      throw new TemplateFault(thrownReason(thrown), place);
    }
    if (place && !elementsOf.has(thrown)) elementsOf.set(thrown, place);
    throw thrown;
  }
  for (const child of drawn) {
    // What a component draws without a place of its own was written where the component was used.
    if (typeof child === "object") addElement(placed(child, place), found);
    else collectText(child, found);
  }
}

function stillDrawing(
  component: DrawingComponent,
  props: unknown,
  page: PageContext,
  depth: number,
): readonly ChildNode[] {
  const known = stillDrawings(component);
  const key = JSON.stringify(props);
  let drawn = known.get(key);
  if (!drawn) {
    drawn = expand(component(props, page), page, depth + 1);
    for (const child of drawn) if (typeof child === "object") markRecurring(child);
    known.set(key, drawn);
  }
  return drawn;
}

function expandElement(type: string, props: Element["props"], page: PageContext, depth: number): ElementNode {
  const inside: ChildNode[] = [];
  collect(props.children, page, depth + 1, inside);
  if (type !== PAGE) refuseFrames(inside, type === FRAME ? "Frame" : type);
  const children = inside.length > 1 ? inside : inside[0];
  if (isPlain(props) && props.children === children) return { type, props };
  const expanded: Record<string, unknown> = {};
  for (const name in props) {
    const value = props[name];
    if (value === undefined || name === "children" || name === "variants") continue;
    expanded[name] = name === "style" ? defined(value as Style) : value;
  }
  if (children !== undefined) expanded.children = children;
  if (Array.isArray(props.variants)) {
    expanded.variants = props.variants.map((variant) => expand(variant, page, depth + 1));
  }
  return { type, props: expanded };
}

/** Whether there is nothing to leave out, but children perhaps. */
function isPlain(props: Element["props"]): boolean {
  for (const name in props) {
    if (props[name] === undefined || name === "variants") return false;
    if (name === "style" && !isDefined(props[name] as Style)) return false;
  }
  return true;
}

type Style = Readonly<Record<string, string | number | undefined>>;

function refuseFrames(children: readonly ChildNode[], parent: string): void {
  for (const child of children) {
    if (typeof child === "object" && (child.type === FRAME || child.type === PAGE)) {
      const name = String(child.props.name);
      throw new TemplateFault(
        child.type === PAGE
          ? {
              vi: `một Page nằm trong <${parent}>; Page phải nằm ngoài cùng`,
              en: `A Page stands inside <${parent}>; it must be a direct child of nothing`,
            }
          : {
              vi: `khung “${name}” nằm trong <${parent}>; khung phải nằm ngay trong Page`,
              en: `The frame “${name}” stands inside <${parent}>; it must be a direct child of a Page`,
            },
        sourceOf(child),
      );
    }
  }
}

function defined(style: Style): Style {
  if (isDefined(style)) return style;
  const found: Record<string, string | number> = {};
  for (const name in style) if (style[name] !== undefined) found[name] = style[name];
  return found;
}

function isDefined(style: Style): boolean {
  for (const name in style) if (style[name] === undefined) return false;
  return true;
}

const isPromise = (value: unknown): value is PromiseLike<unknown> =>
  typeof value === "object" &&
  value !== null &&
  typeof (value as { readonly then?: unknown }).then === "function";

const isElement = (value: unknown): value is Element =>
  typeof value === "object" && value !== null && "type" in value && "props" in value;

const describe = (value: unknown): Localized =>
  typeof value === "object"
    ? { vi: "một đối tượng không phải JSX", en: "an object that is not JSX" }
    : { vi: `một giá trị kiểu ${typeof value}`, en: `a ${typeof value}` };
