/** React-style elements without a compiler. */

export interface TestElement {
  readonly type: string;
  readonly props: Readonly<Record<string, unknown>>;
  readonly key: null;
}

export function h(type: string, props: Record<string, unknown>, ...children: unknown[]): TestElement {
  return { type, props: { ...props, children: children.length > 1 ? children : children[0] }, key: null };
}

/** A flex box with a style. */
export const box = (style: Record<string, unknown>, ...children: unknown[]): TestElement =>
  h("div", { style: { display: "flex", ...style } }, ...children);
