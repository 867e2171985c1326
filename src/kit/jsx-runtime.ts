/**
 * The JSX runtime of templates. JSX becomes plain `{ type, props }` objects; nothing runs until compose
 * expands them. A component is a pure function of its props and the page:
 *
 * ```tsx
 * const Slogan = ({ size }: { size: Mm }, page: PageContext) => (
 *   <div style={{ fontSize: size, color: page.color("highlight") }}>{page.brief.message.text}</div>
 * );
 * ```
 */

import type { Mosaic } from "../model/mosaic.ts";
import { placed } from "../model/source-place.ts";
import type { PageContext } from "../model/template.ts";
import type { Style } from "./style.ts";

/** Anything that may stand between two tags. `null`, `undefined` and booleans draw nothing. */
export type Node = Element | string | number | boolean | null | undefined | readonly Node[];

/** Called by compose with the page as second argument. */
export type Component<Props> = (props: Props, page: PageContext) => Node;

/** One JSX element, not yet expanded. */
export interface Element {
  readonly type: string | Component<never>;
  readonly props: Readonly<Record<string, unknown>>;
}

export function jsx(type: string | Component<never>, props: Readonly<Record<string, unknown>>): Element {
  return { type, props };
}

export { jsx as jsxs };

/** What a compiler says about an element's place when it compiles for development. */
interface DevSource {
  readonly fileName: string;
  readonly lineNumber: number;
  readonly columnNumber: number;
}

/** As {@link jsx}, and remembers where the element was written. */
export function jsxDEV(
  type: string | Component<never>,
  props: Readonly<Record<string, unknown>>,
  _key?: unknown,
  _isStatic?: boolean,
  source?: DevSource,
): Element {
  if (!source) return { type, props };
  const { fileName: file, lineNumber: line, columnNumber: column } = source;
  return placed({ type, props }, { file, line, column });
}

/** `<>…</>`: its children, without a box of their own. */
export const Fragment = ({ children }: { readonly children?: Node }): Node => children;

/** What every intrinsic element takes. In `style`, numbers are millimetres. */
interface IntrinsicProps {
  readonly style?: Style;
  readonly children?: Node;
  /** There are no style sheets: everything is said in `style`. */
  readonly className?: never;
  readonly class?: never;
  readonly [attribute: string]: unknown;
}

interface ImageProps extends IntrinsicProps {
  /** A picture of the page: `page.pictures.photo.src`. */
  readonly src: string;
}

/** `width` and `height` are millimetres; coordinates inside are those of the `viewBox`. */
interface SvgProps extends IntrinsicProps {
  readonly viewBox: string;
  readonly width?: number | string;
  readonly height?: number | string;
}

interface PathProps extends IntrinsicProps {
  /** Path data, or the cells of a mosaic. */
  readonly d: string | Mosaic;
}

export declare namespace JSX {
  type ElementType = keyof IntrinsicElements | Component<never>;
  type Element = import("./jsx-runtime.ts").Element;
  interface ElementChildrenAttribute {
    children: unknown;
  }
  interface IntrinsicElements {
    div: IntrinsicProps;
    span: IntrinsicProps;
    p: IntrinsicProps;
    img: ImageProps;
    svg: SvgProps;
    g: IntrinsicProps;
    path: PathProps;
    rect: IntrinsicProps;
    circle: IntrinsicProps;
    ellipse: IntrinsicProps;
    line: IntrinsicProps;
    polyline: IntrinsicProps;
    polygon: IntrinsicProps;
    defs: IntrinsicProps;
    clipPath: IntrinsicProps;
    linearGradient: IntrinsicProps;
    radialGradient: IntrinsicProps;
    stop: IntrinsicProps;
  }
}
