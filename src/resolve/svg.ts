/**
 * Cleans a supplied SVG: the result holds only what {@link DRAWING_ELEMENTS} allows, refers to nothing outside
 * itself, states its size, and cannot grow without bound when its references are followed.
 */

import { type SaxesAttributeNS, SaxesParser, type SaxesTagNS } from "saxes";
import { type Diagnostic, diagnose, fail, type Outcome } from "../base/diagnostic.ts";
import { farNumber, farthest } from "./svg-reach.ts";
import {
  cleanCss,
  DRAWING_ELEMENTS,
  isSafeReference,
  SILENT_ELEMENTS,
  SVG_NAMESPACE,
  TRANSPARENT_ELEMENTS,
  XLINK_NAMESPACE,
  XML_NAMESPACE,
} from "./svg-rules.ts";
import { readSvgSize, readViewBox } from "./svg-size.ts";
import { createWeighing } from "./svg-weight.ts";

export interface CleanSvg {
  /** A whole document: one `svg` element with `width`, `height` and `viewBox`. */
  readonly text: string;
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** The pictures inside it, for the caller to check like any other. */
  readonly pictures: readonly Uint8Array[];
}

/** Deeper than any drawing; keeps recursive readers from running out of stack. */
const DEEPEST = 100;

type Tag = SaxesTagNS;
type Attributes = ReadonlyMap<string, string>;

/**
 * @param name how to call the file in a complaint
 * @throws AnphamError `asset.unsupported-type` for broken XML or one that declares entities,
 *   `asset.too-large` when it expands to too many elements, or reaches too far
 */
export function cleanSvg(source: string, name: string): Outcome<CleanSvg> {
  const writer = createWriter(name);
  const parser = new SaxesParser({
    xmlns: true,
    position: true,
    // Often used and forgotten to be declared.
    additionalNamespaces: { xlink: XLINK_NAMESPACE },
  });
  parser.on("error", (error) =>
    unreadable(name, `SVG hỏng ở dòng ${parser.line}`, `broken SVG, ${error.message}`),
  );
  parser.on("doctype", (doctype) => writer.doctype(doctype));
  parser.on("opentag", (tag) => writer.open(tag));
  parser.on("closetag", (tag) => writer.close(tag));
  parser.on("text", (text) => writer.text(text));
  parser.on("cdata", (text) => writer.text(text));
  parser.write(source).close();
  return writer.finish();
}

const unreadable = (name: string, foundVi: string, found: string): never =>
  fail("asset.unsupported-type", { name, foundVi, found });

/** Receives the parser's events in order and writes what may stay. */
function createWriter(name: string) {
  const out: string[] = [];
  const pictures: Uint8Array[] = [];
  const removed = new Set<string>();
  const weighing = createWeighing();
  /** Open elements in the output. */
  const open: string[] = [];
  /** How many open elements of the input are inside one that is left out, itself included. */
  let skipping = 0;
  let styleText: string | null = null;
  let size: { width: number; height: number } | null = null;
  /** The longer one, in the drawing's own units. */
  let side = 0;

  const refuseFar = (key: string, value: string): void => {
    const found = farNumber(key, value, side);
    if (found !== null) fail("asset.too-large", { name, found: `${key} … ${found}`, limit: farthest(side) });
  };
  const attributesOf = (tag: Tag): Attributes => {
    const kept = new Map<string, string>();
    for (const attribute of Object.values(tag.attributes)) {
      const clean = cleanAttribute(attribute, tag.local, removed);
      if (clean === null) continue;
      refuseFar(...clean);
      kept.set(...clean);
    }
    const href = kept.get("xlink:href");
    if (href?.startsWith("data:")) pictures.push(decodeBase64(href));
    return kept;
  };

  return {
    doctype(doctype: string): void {
      // A bare declaration names the language and is never fetched; one with a subset can define entities.
      if (doctype.includes("["))
        unreadable(name, "SVG khai báo thực thể (DOCTYPE)", "an SVG that declares entities (DOCTYPE)");
      if (!doctype.includes("//W3C//DTD SVG")) removed.add("DOCTYPE");
    },
    open(tag: Tag): void {
      if (skipping > 0) {
        skipping++;
        return;
      }
      if (open.length >= DEEPEST) {
        fail("asset.too-large", { name, found: `> ${DEEPEST} SVG <g><g>…`, limit: `${DEEPEST}` });
      }
      const foreign = tag.uri !== SVG_NAMESPACE && tag.uri !== "";
      if (open.length === 0) {
        if (tag.local !== "svg" || foreign) unreadable(name, `XML <${tag.name}>`, `XML <${tag.name}>`);
        size = readSvgSize((key) => tag.attributes[key]?.value);
        const space = readViewBox(tag.attributes.viewBox?.value) ?? size;
        side = Math.max(space.width, space.height);
        out.push(rootTag(size, attributesOf(tag)));
        open.push("svg");
        weighing.open("svg", new Map());
        return;
      }
      const element = TRANSPARENT_ELEMENTS.has(tag.local) ? "g" : tag.local;
      if (foreign || !(DRAWING_ELEMENTS.has(element) || element === "g")) {
        if (!foreign && !SILENT_ELEMENTS.has(tag.local)) removed.add(tag.local);
        // Another language inside foreignObject goes with it; editors' own data says nothing to anybody.
        if (foreign && tag.uri === "http://www.w3.org/1999/xhtml") removed.add(tag.name);
        skipping = 1;
        return;
      }
      const attributes = attributesOf(tag);
      weighing.open(element, attributes);
      out.push(startTag(element, attributes));
      open.push(element);
      if (element === "style") styleText = "";
    },
    close(_tag: Tag): void {
      if (skipping > 0) {
        skipping--;
        return;
      }
      const element = open.pop();
      if (element === undefined) return;
      if (element === "style" && styleText !== null) {
        const { value, changed } = cleanCss(styleText);
        if (changed) removed.add("style");
        weighing.styleSheet(value);
        refuseFar("style", value);
        out.push(escapeXml(value));
        styleText = null;
      }
      weighing.close();
      out.push(`</${element}>`);
    },
    text(text: string): void {
      if (skipping > 0 || open.length === 0) return;
      if (styleText !== null) styleText += text;
      else out.push(escapeXml(text));
    },
    finish(): Outcome<CleanSvg> {
      if (!size) return unreadable(name, "tệp không có <svg>", "a file without <svg>");
      const weight = weighing.total();
      if (weight.elements > weight.limit) {
        fail("asset.too-large", { name, found: `> ${weight.limit} SVG <use>`, limit: `${weight.limit}` });
      }
      const diagnostics: Diagnostic[] =
        removed.size > 0
          ? [diagnose("asset.unsafe-svg", { name, found: [...removed].sort(byName).join(", ") })]
          : [];
      return { value: { text: out.join(""), ...size, pictures }, diagnostics };
    },
  };
}

/** The attribute as it may stand, or `null` when it may not; what a reader should know goes into `removed`. */
function cleanAttribute(
  attribute: SaxesAttributeNS,
  element: string,
  removed: Set<string>,
): readonly [key: string, value: string] | null {
  const { local, uri, value } = attribute;
  if (uri !== "" && uri !== XLINK_NAMESPACE && uri !== XML_NAMESPACE) return null;
  if (uri === XML_NAMESPACE) return local === "space" ? ["xml:space", value] : null;
  if (attribute.prefix === "xmlns" || local === "xmlns") return null;
  if (local === "href") {
    // A link's target draws nothing; the link itself becomes a group.
    if (element === "a") return null;
    if (isSafeReference(value.trim())) return ["xlink:href", value.trim()];
    removed.add("href");
    return null;
  }
  if (uri === XLINK_NAMESPACE) return null;
  if (/^on/i.test(local)) {
    removed.add(local);
    return null;
  }
  if (local === "src" || local === "base") return null;
  // Path data is long and holds nothing to clean.
  if (!/[(\\]/.test(value)) return [local, value];
  const { value: css, changed } = cleanCss(value);
  if (changed) removed.add(local);
  return changed && css.trim() === "" ? null : [local, changed ? css : value];
}

/** Size and view box are written anew; `attributes` brings the rest. */
function rootTag(size: { width: number; height: number }, attributes: Attributes): string {
  const rest = new Map(attributes);
  for (const key of ["width", "height", "viewBox", "x", "y", "version"]) rest.delete(key);
  return startTag(
    "svg",
    new Map([
      ["xmlns", SVG_NAMESPACE],
      ["xmlns:xlink", XLINK_NAMESPACE],
      ["width", String(size.width)],
      ["height", String(size.height)],
      ["viewBox", attributes.get("viewBox") ?? `0 0 ${size.width} ${size.height}`],
      ...rest,
    ]),
  );
}

const startTag = (element: string, attributes: Attributes): string =>
  `<${[element, ...[...attributes].map(([key, value]) => `${key}="${escapeXml(value)}"`)].join(" ")}>`;

const decodeBase64 = (uri: string): Uint8Array =>
  new Uint8Array(Buffer.from(uri.slice(uri.indexOf(",") + 1), "base64"));

const escapeXml = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

const byName = (a: string, b: string): number => (a < b ? -1 : 1);
