/** Any satori-style JSX element through the same layout → export path as the templates. */

import { LRUCache } from "lru-cache";
import { oneOf, positive } from "./base/argument.ts";
import type { Diagnostic } from "./base/diagnostic.ts";
import { fail, reasonOf } from "./base/diagnostic.ts";
import type { FontFace } from "./base/font/face.ts";
import { readFace } from "./base/font/read-face.ts";
import { toSfnt } from "./base/font/woff.ts";
import { CSS_PPI } from "./base/units.ts";
import { exportSheets } from "./export/export.ts";
import { impose } from "./impose/impose.ts";
import { plainJob } from "./impose/impose-job.ts";
import { layoutElement } from "./layout/element.ts";
import type { FontList } from "./layout/satori.ts";
import { WEB_PROFILE } from "./model/output-profile.ts";
import type { Scene } from "./model/scene.ts";

/** A font as satori takes it. */
export interface ElementFont {
  /** The family name that CSS uses. */
  readonly name: string;
  /** TTF, OTF, WOFF or WOFF2. */
  readonly data: ArrayBuffer | Uint8Array;
  readonly weight?: number;
  readonly style?: "normal" | "italic";
  readonly lang?: string;
}

const TYPES = ["pdf", "png", "svg"] as const;

export interface RenderElementOptions {
  /** CSS px, 96 to the inch. */
  readonly widthPx: number;
  readonly heightPx: number;
  readonly fonts: readonly ElementFont[];
  readonly as: (typeof TYPES)[number];
  /** Pixels of output per CSS px, for PNG and for what must be pixels inside a PDF. 1 by default. */
  readonly scale?: number;
  /** Pictures by grapheme (data URIs), for emoji. */
  readonly graphemeImages?: Readonly<Record<string, string>>;
  /** Document title; empty by default. */
  readonly title?: string;
}

export interface RenderedElement {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Renders a React-style element, as satori takes it, to PDF, PNG or SVG.
 *
 * Whatever cannot be vector is turned into pixels locally, with a diagnostic. Nothing is fetched.
 * @throws AnphamError `font.unreadable`, `layout.failed`, `request.invalid-field`, `export.too-large`
 */
export const renderElement = (element: unknown, options: RenderElementOptions): Promise<RenderedElement> =>
  renderPages([element], options);

/**
 * Renders elements as the pages of one PDF; of other types, which hold one page, the first is returned.
 * @throws AnphamError as {@link renderElement}
 */
export async function renderPages(
  elements: readonly unknown[],
  options: RenderElementOptions,
): Promise<RenderedElement> {
  const { widthPx, heightPx, as, scale = 1, graphemeImages = {}, title = "" } = options;
  positive("widthPx", widthPx);
  positive("heightPx", heightPx);
  positive("scale", scale);
  oneOf("as", as, TYPES);
  const fonts = await fontListOf(options.fonts);
  const scenes: Scene[] = [];
  const found: Diagnostic[] = [];
  for (const element of elements) {
    const scene = await layoutElement(element, { widthPx, heightPx, fonts, graphemeImages });
    scenes.push(scene.value);
    found.push(...scene.diagnostics);
  }
  const sheets = impose(scenes, plainJob(WEB_PROFILE));
  const exported = await exportSheets(sheets.value, {
    as,
    // Filters inside a PDF need pixels even where the caller thinks of none: never fewer than for print.
    ppi: as === "pdf" ? Math.max(300, CSS_PPI * scale) : CSS_PPI * scale,
    title,
    author: null,
    language: "vi-VN",
    date: null,
    condition: null,
    inks: new Map(),
    standard: "pdf-1.6",
    text: "live",
  });
  const [artifact] = exported.value;
  return {
    bytes: artifact!.bytes,
    mediaType: artifact!.mediaType,
    diagnostics: [...found, ...sheets.diagnostics, ...exported.diagnostics],
  };
}

const faces = new WeakMap<object, Promise<FontFace>>();
const lists = new LRUCache<string, FontList>({ max: 16 });

/** The same list object for the same fonts, since satori's caches hang on it. */
async function fontListOf(fonts: readonly ElementFont[]): Promise<FontList> {
  const read = await Promise.all(fonts.map(faceOf));
  const families = fonts.map(({ name, weight, style, lang }) => ({
    name,
    weight: weight ?? null,
    style: style ?? null,
    lang: lang ?? null,
  }));
  const key = JSON.stringify([read.map((face) => face.id), families]);
  let list = lists.get(key);
  if (!list) {
    list = { faces: read, families };
    lists.set(key, list);
  }
  return list;
}

function faceOf({ name, data }: ElementFont): Promise<FontFace> {
  let face = faces.get(data);
  if (!face) {
    face = (async () => {
      const bytes = data instanceof Uint8Array ? data : new Uint8Array(data);
      try {
        return readFace(await toSfnt(bytes), name);
      } catch (thrown) {
        return fail("font.unreadable", { name, reason: reasonOf(thrown) }, {}, { cause: thrown });
      }
    })();
    faces.set(data, face);
  }
  return face;
}
