/**
 * Prepares a caller's element tree: components are called, text is normalised to NFC, and addresses on the
 * network are taken out, since rendering never fetches anything.
 */

import { BLANK } from "./stand-in.ts";

const FORWARD_REF = Symbol.for("react.forward_ref");
const MEMO = Symbol.for("react.memo");

type Component = (props: unknown) => unknown;

interface ElementLike {
  readonly type: unknown;
  readonly props: Readonly<Record<string, unknown>>;
}

const REMOTE = /^\s*(?:https?:)?\/\//i;
const REMOTE_URL = /url\(\s*['"]?((?:https?:)?\/\/[^'")]*)['"]?\s*\)/gi;

/** @param onRemote told every address that was left out */
export async function expandElement(node: unknown, onRemote: (url: string) => void): Promise<unknown> {
  if (typeof node === "string") return node.normalize("NFC");
  if (Array.isArray(node)) return Promise.all(node.map((child: unknown) => expandElement(child, onRemote)));
  if (!isElement(node)) return node;
  const component = componentOf(node.type);
  if (component) return expandElement(await component(node.props), onRemote);
  const props: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(node.props)) {
    if (name === "children") props.children = await expandElement(value, onRemote);
    else if ((name === "src" || name === "href") && typeof value === "string" && REMOTE.test(value)) {
      onRemote(value);
      props[name] = BLANK;
    } else if (name === "style") props.style = withoutRemoteUrls(value, onRemote);
    else props[name] = value;
  }
  return { ...node, props };
}

const isElement = (node: unknown): node is ElementLike =>
  typeof node === "object" &&
  node !== null &&
  "type" in node &&
  "props" in node &&
  typeof node.props === "object" &&
  node.props !== null;

function componentOf(type: unknown): Component | null {
  if (typeof type === "function") return type as Component;
  if (typeof type !== "object" || type === null || !("$$typeof" in type)) return null;
  if (type.$$typeof === FORWARD_REF && "render" in type) return type.render as Component;
  if (type.$$typeof === MEMO && "type" in type) return componentOf(type.type);
  return null;
}

function withoutRemoteUrls(style: unknown, onRemote: (url: string) => void): unknown {
  if (typeof style !== "object" || style === null) return style;
  return Object.fromEntries(
    Object.entries(style).map(([name, value]: [string, unknown]) => {
      if (typeof value !== "string") return [name, value];
      const local = value.replace(REMOTE_URL, (_, url: string) => {
        onRemote(url);
        return "none";
      });
      return [name, local];
    }),
  );
}
