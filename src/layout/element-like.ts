/** What a tree of elements is taken to hold before satori has looked at it. */

export interface ElementLike {
  readonly type?: unknown;
  readonly props: Readonly<Record<string, unknown>> & {
    readonly style?: Readonly<Record<string, unknown>> | string | null;
  };
}

export const isElement = (node: unknown): node is ElementLike =>
  typeof node === "object" &&
  node !== null &&
  "props" in node &&
  typeof node.props === "object" &&
  node.props !== null;
