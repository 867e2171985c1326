/** One satori call: an element tree of a definite size becomes scene nodes. */

import { type Diagnostic, diagnose } from "../base/diagnostic.ts";
import type { FontFace } from "../base/font/face.ts";
import type { Insets, Matrix, Rect } from "../base/geometry.ts";
import { compose, mapRect, union } from "../base/geometry.ts";
import { runInk } from "../model/run-ink.ts";
import type { ImageAsset, SceneNode } from "../model/scene.ts";
import { ADDED, contentOf } from "./content.ts";
import { declaredStyles } from "./declared-styles.ts";
import { glyphTextOf, uncoveredCharacters } from "./glyph-text.ts";
import { type LiftedPicture, liftPictures } from "./lift-pictures.ts";
import { liftSources } from "./lift-sources.ts";
import { liftText } from "./lift-text.ts";
import { normaliseSvg } from "./normalise.ts";
import { collectResources } from "./resources.ts";
import { type FontList, runSatori, type SatoriRequest } from "./satori.ts";
import type { SceneContext } from "./scene/context.ts";
import { convertNodes } from "./scene/nodes.ts";
import { indexById, parseSvg } from "./svg-tree.ts";

export interface FragmentRequest {
  /** By which people are told about it. */
  readonly frame: string;
  readonly element: unknown;
  /** px */
  readonly width: number;
  readonly height: number;
  /** mm per px */
  readonly unit: number;
  readonly fonts: FontList;
  readonly tokens: ReadonlyMap<string, string>;
  /** Pictures that the tree names by stand-in address. */
  readonly pictures: ReadonlyMap<string, LiftedPicture>;
  readonly graphemeImages: Readonly<Record<string, string>>;
  readonly pointScaleFactor: number | null;
}

export interface LaidOut {
  readonly nodes: readonly SceneNode[];
  /** How far text leaves the box, mm. */
  readonly overflow: Insets;
  readonly fonts: ReadonlyMap<string, FontFace>;
  readonly images: ReadonlyMap<string, ImageAsset>;
  readonly diagnostics: readonly Diagnostic[];
}

/** @throws Error with satori's message when the tree cannot be laid out */
export async function layoutFragment(request: FragmentRequest): Promise<LaidOut> {
  const { frame, unit, fonts } = request;
  const where = { frame };
  const { strings, underlines } = contentOf(request.element);
  const sources = await liftSources(request.element, request.pictures, frame);
  const satoriRequest: SatoriRequest = { ...request, element: sources.element, underlines };
  const { svg, textBoxes, styleErrors } = await runSatori(satoriRequest);

  const text = liftText(svg, fonts.faces, glyphTextOf([...strings, ADDED]));
  const lifted = await liftPictures(text.svg, sources.pictures, frame);
  const root = parseSvg(normaliseSvg(lifted.svg));
  const families = [...new Set(fonts.families.map(({ name }) => name))];
  const { strange, faults } = await declaredStyles(request.element, families, fonts.faces);
  const diagnostics: Diagnostic[] = [
    ...sources.diagnostics,
    ...lifted.diagnostics,
    ...strange.map(({ family, text: said }) =>
      diagnose(
        "text.unknown-family",
        { family, text: said.slice(0, 60), frame, known: families.join(", ") },
        where,
      ),
    ),
    ...faults.map(({ vi, en }) => diagnose("layout.style-error", { frame, reasonVi: vi, reason: en }, where)),
    ...styleErrors.map((reason) =>
      diagnose("layout.style-error", { frame, reasonVi: reason, reason }, where),
    ),
  ];
  if (text.missing > 0) diagnostics.push(missingGlyphs(frame, strings, fonts.faces));

  const context: SceneContext = {
    frame,
    unit,
    defs: indexById(root),
    texts: text.texts,
    pictures: lifted.pictures,
    tokens: request.tokens,
    hasBackdropFilters: svg.includes('in="BackgroundImage"'),
    diagnostics,
  };
  const nodes = convertNodes(root.children, context);
  const used = collectResources(nodes, fonts.faces, lifted.pictures);
  const size = { width: request.width * unit, height: request.height * unit };
  const boxes = textBoxes.map((box) => scaled(box, unit));
  return { nodes, overflow: overflowOf(nodes, boxes, size, used.fonts), ...used, diagnostics };
}

function missingGlyphs(frame: string, strings: readonly string[], faces: readonly FontFace[]): Diagnostic {
  const characters = uncoveredCharacters(strings, faces);
  const text = strings.find((line) => characters.some((character) => line.includes(character))) ?? "";
  const named = characters.map(
    (c) => `“${c}” (U+${c.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")})`,
  );
  return diagnose(
    "text.missing-glyph",
    { characters: named.join(", "), text: text.slice(0, 60), frame },
    { frame },
  );
}

const scaled = ({ x, y, width, height }: Rect, by: number): Rect => ({
  x: x * by,
  y: y * by,
  width: width * by,
  height: height * by,
});

/** Distances by which ink of text leaves the box; text wholly outside is not drawn, so its box counts. */
export function overflowOf(
  nodes: readonly SceneNode[],
  textBoxes: readonly Rect[],
  { width, height }: { width: number; height: number },
  fonts: ReadonlyMap<string, FontFace>,
): Insets {
  let ink = textInk(nodes, fonts);
  for (const box of textBoxes) {
    const outside = box.x >= width || box.y >= height || box.x + box.width <= 0 || box.y + box.height <= 0;
    if (outside && box.width > 0 && box.height > 0) ink = union(ink, box);
  }
  if (!ink) return { top: 0, right: 0, bottom: 0, left: 0 };
  return {
    top: Math.max(0, -ink.y),
    right: Math.max(0, ink.x + ink.width - width),
    bottom: Math.max(0, ink.y + ink.height - height),
    left: Math.max(0, -ink.x),
  };
}

function textInk(nodes: readonly SceneNode[], fonts: ReadonlyMap<string, FontFace>): Rect | null {
  let ink: Rect | null = null;
  const visit = (node: SceneNode, matrix: Matrix | null): void => {
    if (node.kind === "group") {
      const inner = matrix ? compose(matrix, node.transform) : node.transform;
      for (const child of node.children) visit(child, inner);
    } else if (node.kind === "glyphs") {
      const bounds = runInk(node, fonts.get(node.font)!);
      ink = union(ink, bounds && matrix ? mapRect(matrix, bounds) : bounds);
    }
  };
  for (const node of nodes) visit(node, null);
  return ink;
}
