/** Takes pictures out of an SVG before usvg sees it: pixels become stand-ins, SVG pictures become trees. */

import { type Diagnostic, diagnose } from "../base/diagnostic.ts";
import type { ImageAsset } from "../model/scene.ts";
import { normaliseSvg } from "./normalise.ts";
import { isSvg, readDataUri, readPicture } from "./picture-data.ts";
import { standIn } from "./stand-in.ts";
import { indexById, parseSvg, type SvgElement } from "./svg-tree.ts";

export type LiftedPicture = RasterPicture | VectorPicture;

export interface RasterPicture {
  readonly kind: "raster";
  readonly asset: ImageAsset;
}

/** A normalised SVG with the pictures inside it. */
export interface VectorPicture {
  readonly kind: "vector";
  readonly root: SvgElement;
  readonly defs: ReadonlyMap<string, SvgElement>;
  readonly pictures: ReadonlyMap<string, LiftedPicture>;
}

export interface LiftedPictures {
  readonly svg: string;
  /** By stand-in address. */
  readonly pictures: Map<string, LiftedPicture>;
  readonly diagnostics: readonly Diagnostic[];
}

/** How deep SVG pictures may hold SVG pictures. */
const MAXIMUM_DEPTH = 4;

const HREF = /\s(?:xlink:)?href="(data:[^"]*)"/g;

/** @param known stand-ins that are already in the SVG */
export async function liftPictures(
  svg: string,
  known: ReadonlyMap<string, LiftedPicture>,
  frame: string,
  depth = 0,
): Promise<LiftedPictures> {
  const pictures = new Map(known);
  const diagnostics: Diagnostic[] = [];
  const replaced = new Map<string, string>();
  for (const [, address = ""] of svg.matchAll(HREF)) {
    if (replaced.has(address) || pictures.has(address)) continue;
    const data = readDataUri(unescapeXml(address));
    let replacement = "data:,";
    if (data && isSvg(data.bytes)) {
      const vector = await readVector(Buffer.from(data.bytes).toString("utf8"), frame, depth, diagnostics);
      if (vector) {
        replacement = standIn(vector.width, vector.height, pictures.size);
        pictures.set(replacement, vector.picture);
      }
    } else if (data) {
      const { value, diagnostics: found } = await readPicture(data.bytes, unescapeXml(address), frame);
      diagnostics.push(...found);
      if (value) {
        replacement = standIn(value.pixelWidth, value.pixelHeight, pictures.size);
        pictures.set(replacement, { kind: "raster", asset: value });
      }
    }
    replaced.set(address, replacement);
  }
  const lifted = replaced.size
    ? svg.replace(HREF, (attribute, address: string) =>
        replaced.has(address) ? ` href="${replaced.get(address)}"` : attribute,
      )
    : svg;
  return { svg: lifted, pictures, diagnostics };
}

/**
 * Reads an SVG picture; `null`, with a diagnostic, when it is broken.
 * @param depth how many SVG pictures are around it
 */
export async function readVector(
  source: string,
  frame: string,
  depth: number,
  diagnostics: Diagnostic[],
): Promise<{ picture: VectorPicture; width: number; height: number } | null> {
  const notDrawn = (whatVi: string, what: string) =>
    diagnostics.push(diagnose("layout.not-drawn", { frame, whatVi, what }, { frame }));
  if (depth >= MAXIMUM_DEPTH) {
    notDrawn("SVG lồng quá sâu", "an SVG nested too deep");
    return null;
  }
  if (/<text[\s>]/.test(source)) notDrawn("chữ trong ảnh SVG (<text>)", "text of an SVG picture (<text>)");
  try {
    const own = await liftPictures(localOnly(source, frame, diagnostics), new Map(), frame, depth + 1);
    diagnostics.push(...own.diagnostics);
    const root = parseSvg(normaliseSvg(own.svg));
    const width = Number.parseFloat(root.attributes.width ?? "1");
    const height = Number.parseFloat(root.attributes.height ?? "1");
    const picture: VectorPicture = { kind: "vector", root, defs: indexById(root), pictures: own.pictures };
    return { picture, width, height };
  } catch {
    notDrawn("ảnh SVG hỏng", "a broken SVG picture");
    return null;
  }
}

/** References that leave the file are cut: usvg would read them from this machine. */
function localOnly(source: string, frame: string, diagnostics: Diagnostic[]): string {
  return source.replace(/\s(?:xlink:)?href\s*=\s*(?:"(?!#|data:)[^"]*"|'(?!#|data:)[^']*')/g, (attribute) => {
    diagnostics.push(
      diagnose("asset.unsafe-svg", { name: frame, found: attribute.trim().slice(0, 80) }, { frame }),
    );
    return "";
  });
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  "#39": "'",
  apos: "'",
};

const unescapeXml = (value: string) =>
  value.replace(/&(amp|lt|gt|quot|#39|apos);/g, (_, name: string) => ENTITIES[name] ?? "");
