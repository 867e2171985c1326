/** What elements declare that satori takes without a word, and draws as something else or not at all. */

import type { Localized } from "../base/diagnostic.ts";
import type { FontFace } from "../base/font/face.ts";
import { openFont } from "../base/font/open-font.ts";
import { clipShape } from "./clip-shapes.ts";
import { nearestProperty } from "./css-properties.ts";
import { isElement } from "./element-like.ts";

export interface DeclaredStyles {
  /** Texts that no family of theirs has a face for. */
  readonly strange: readonly { readonly family: string; readonly text: string }[];
  /** What is wrong with declarations, each once. */
  readonly faults: readonly Localized[];
}

/** @param families that there are faces of */
export async function declaredStyles(
  element: unknown,
  families: readonly string[],
  faces: readonly FontFace[],
): Promise<DeclaredStyles> {
  const known = new Set(families.map((name) => name.toLowerCase()));
  const strange = new Map<string, string>();
  const colors = new Map<string, string>();
  const faults = new Map<string, Localized>();
  const classes = new Set<string>();
  let hasSheets = false;
  const tell = (declaration: string, fault: Localized) =>
    faults.set(declaration, { vi: `“${declaration}” ${fault.vi}`, en: `“${declaration}” ${fault.en}` });
  const visit = (node: unknown, family: string | null): void => {
    if (typeof node === "string" || typeof node === "number") {
      const text = String(node).trim();
      if (text !== "" && family !== null && !namesOf(family).some((name) => known.has(name.toLowerCase()))) {
        if (!strange.has(family)) strange.set(family, text);
      }
    } else if (Array.isArray(node)) {
      for (const child of node) visit(child, family);
    } else if (isElement(node)) {
      const { type, props } = node;
      const { style, children } = props;
      if (type === "style") hasSheets = true;
      for (const name of CLASSES) {
        if (typeof props[name] === "string") classes.add(`${name}="${props[name]}"`);
      }
      if (typeof style === "string") {
        if (style.trim() !== "") tell(`style="${style}"`, NO_TEXT);
        visit(children, family);
        return;
      }
      for (const [name, value] of Object.entries(style ?? {})) {
        if (value === undefined || value === null) continue;
        if (/color$/i.test(name) && typeof value === "string") colors.set(`${name}: ${value}`, value);
        const fault = faultOf(type, name, value, faces);
        if (fault) tell(`${name}: ${String(value)}`, fault);
      }
      const own = style?.fontFamily;
      visit(children, typeof own === "string" && !INHERITED.test(own) ? own : family);
    }
  };
  visit(element, null);
  if (!hasSheets) for (const each of classes) tell(each, NO_CLASSES);
  for (const [declaration, value] of colors) if (!(await isColor(value))) tell(declaration, NO_COLOR);
  return {
    strange: [...strange].map(([family, text]) => ({ family, text })),
    faults: [...faults.values()],
  };
}

const CLASSES = ["className", "class"] as const;
const NO_CLASSES: Localized = {
  vi: "không có tác dụng: không có bảng định kiểu nào; ghi vào style",
  en: "has no effect, since there is no style sheet; write it in style",
};
const NO_TEXT: Localized = {
  vi: 'là một chuỗi; style phải là đối tượng, như style={{ color: "#123456" }}',
  en: 'is a text; style must be an object, as in style={{ color: "#123456" }}',
};
const NO_COLOR: Localized = { vi: "không phải màu nào", en: "names no colour" };
const NO_FIT: Localized = {
  vi: "không vẽ được, ảnh giãn cho đầy; có fill, contain, cover và scale-down",
  en: "cannot be drawn, the picture is stretched; there are fill, contain, cover and scale-down",
};
const NO_CAPITALS: Localized = {
  vi: "không có tác dụng: không phông nào có chữ hoa kiểu ấy",
  en: "has no effect: no font has capitals of that kind",
};

const FITS = /^\s*(?:fill|contain|cover|scale-down|inherit|initial|unset|revert|var\(.*)\s*$/i;
/** The OpenType feature by the keyword of `font-variant-caps` (CSS Fonts 4, § 6.6). */
const CAPITALS: Readonly<Record<string, string>> = {
  "small-caps": "smcp",
  "all-small-caps": "smcp",
  "petite-caps": "pcap",
  "all-petite-caps": "pcap",
  unicase: "unic",
  "titling-caps": "titl",
};

function faultOf(type: unknown, name: string, value: unknown, faces: readonly FontFace[]): Localized | null {
  if (name === "clipPath" && typeof value === "string") return clipShape(value).fault;
  if (name === "objectFit") return type === "img" && !FITS.test(String(value)) ? NO_FIT : null;
  if (name === "fontVariant" || name === "fontVariantCaps") {
    const asked = String(value).toLowerCase().split(/\s+/);
    const feature = asked.map((word) => CAPITALS[word]).find((found) => found !== undefined);
    return feature && !faces.some((face) => changesLetters(face, feature)) ? NO_CAPITALS : null;
  }
  const meant = nearestProperty(name);
  if (meant === null) return null;
  return {
    vi: `không phải thuộc tính CSS; gần nhất là ${meant}`,
    en: `is no property of CSS; the nearest is ${meant}`,
  };
}

function changesLetters(face: FontFace, feature: string): boolean {
  const font = openFont(face);
  const plain = font.shape(LETTERS);
  return font.shape(LETTERS, [feature]).some(({ id }, index) => id !== plain[index]?.id);
}

const LETTERS = "aegnAEGN";

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
