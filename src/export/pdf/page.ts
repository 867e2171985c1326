/** One sheet as one page (ISO 32000-1 §7.7.3, §14.11.2). */

import { compose, IDENTITY, type Matrix, type Rect } from "../../base/geometry.ts";
import { MM_PER_INCH, mmToPt, PT_PER_INCH } from "../../base/units.ts";
import type { SceneNode, SceneResources } from "../../model/scene.ts";
import type { Placement, Sheet, SheetLayer } from "../../model/sheet.ts";
import { nodesBounds } from "./bounds.ts";
import { Content } from "./content.ts";
import type { ArtOf, PdfDocument } from "./document.ts";
import { boxAround, placeShared, rectOutline, sharedForm, standingForm } from "./form.ts";
import { layerOf } from "./layers.ts";
import { matrixOperands, num } from "./number.ts";
import type { GlyphTexts, SharedForm } from "./object.ts";
import { outlineOperators } from "./path.ts";
import type { Resource } from "./resources.ts";

/** A page that has no number yet. */
export interface CodedPage {
  /** Boxes, unit and transparency group. */
  readonly entries: string;
  readonly parts: readonly (string | SharedForm)[];
  /** What the strings among the parts name. */
  readonly resources: readonly Resource[];
  readonly glyphs: GlyphTexts;
}

/** A fragment as a form; `"nothing"` when it leaves no ink. */
export type Form = SharedForm | "nothing";

/** What a page is made of, which other pages may show too. */
export interface Sharing {
  /** The forms of a scene's fragments, in their order. */
  formsOf(placement: Placement): readonly Form[];
  /** The form of neighbouring lines of a layer of marks. */
  markForm(nodes: readonly SceneNode[], layer: SheetLayer, sheet: Sheet): SharedForm;
}

/** The longest side in user space units that viewers take (Annex C). */
const LONGEST_SIDE = 14400;

/** Viewers and printers cut at the media box, which paints nothing; content may reach this far beyond it, mm. */
const ROUNDING = 1e-6;

const NO_RESOURCES: SceneResources = { fonts: new Map(), images: new Map() };

/** How many times 1/72 inch a user space unit of a page of this size is: more than 1 where a side would have too many of them (table 30, UserUnit). */
export const userUnitOf = ({ width, height }: Sheet["size"]): number =>
  Math.max(1, Math.ceil(Math.max(mmToPt(width), mmToPt(height)) / LONGEST_SIDE));

function unitOf({ size }: Sheet): { readonly unit: number; readonly perMm: number } {
  const unit = userUnitOf(size);
  return { unit, perMm: PT_PER_INCH / MM_PER_INCH / unit };
}

/** Maps a sheet's millimetres to the page's default space. */
export function toUserSpace(sheet: Sheet): Matrix {
  const { perMm } = unitOf(sheet);
  return [perMm, 0, 0, -perMm, 0, sheet.size.height * perMm];
}

export function codePage(pdf: PdfDocument, sheet: Sheet, sharing: Sharing): CodedPage {
  const { unit, perMm } = unitOf(sheet);
  const base = toUserSpace(sheet);
  const content = new Content(pdf, NO_RESOURCES, base, "color");
  content.push(`${matrixOperands(base)} cm`);
  for (const placement of sheet.placements) paintPlacement(content, placement, sheet, sharing);
  content.marking = true;
  for (const layer of sheet.layers) paintLayer(content, layer, sheet, sharing);
  const box = ({ x, y, width, height }: Rect) =>
    `[${[x, sheet.size.height - y - height, x + width, sheet.size.height - y].map((side) => num(side * perMm)).join(" ")}]`;
  const media = box({ x: 0, y: 0, ...sheet.size });
  const { parts, resources, glyphs, transparent, colors } = content;
  return {
    entries:
      `/MediaBox${media}/CropBox${media}/BleedBox${box(sheet.bleedBox)}/TrimBox${box(sheet.trimBox)}` +
      `${unit > 1 ? `/UserUnit ${unit}` : ""}` +
      (transparent ? `/Group<</S/Transparency/CS${colors.space}/I true>>` : ""),
    parts,
    resources,
    glyphs,
  };
}

/** Finishing lines are optional content (§8.11.3.2), of which only the cutter's print; marks are as any other content. */
function paintLayer(content: Content, layer: SheetLayer, sheet: Sheet, sharing: Sharing): void {
  const { name, nodes, resources } = layer;
  const isOptional = layer.for !== "press";
  const { objects, standard } = content.pdf;
  if (isOptional) {
    const optional = objects.internLayer(layerOf(name, layer.for === "cutter", standard));
    content.push(`/OC ${content.use("L", optional)} BDC`);
  }
  for (const alike of linesAndTexts(nodes)) {
    if (alike[0]!.kind === "glyphs") paintTexts(content, alike, resources);
    else placeShared(content, sharing.markForm(alike, layer, sheet), IDENTITY);
  }
  if (isOptional) content.push("EMC");
}

/** Each sheet's own: no other could share a form of them. */
function paintTexts(content: Content, texts: readonly SceneNode[], resources: SceneResources): void {
  content.assets = resources;
  content.save();
  content.pdf.paintNodes(content, texts, IDENTITY);
  content.restore();
}

/** Marks as a form of the sheet's size. */
export function formOfMarks(
  pdf: PdfDocument,
  nodes: readonly SceneNode[],
  { resources }: SheetLayer,
  { size }: Sheet,
): SharedForm {
  const around = new Content(pdf, resources, IDENTITY, "color");
  around.marking = true;
  const bbox = { x: 0, y: 0, ...size };
  return sharedForm(around, bbox, resources, (inner) => pdf.paintNodes(inner, nodes, IDENTITY));
}

/** Neighbours of one sort: what a layer says differs from sheet to sheet, its lines seldom do. */
export function linesAndTexts(nodes: readonly SceneNode[]): readonly (readonly SceneNode[])[] {
  const groups: SceneNode[][] = [];
  for (const node of nodes) {
    const group = groups.at(-1);
    if (group && (group[0]!.kind === "glyphs") === (node.kind === "glyphs")) group.push(node);
    else groups.push([node]);
  }
  return groups;
}

function paintPlacement(content: Content, placement: Placement, sheet: Sheet, sharing: Sharing): void {
  const { window, scene, transform } = placement;
  const whole =
    window.x <= ROUNDING &&
    window.y <= ROUNDING &&
    window.x + window.width >= sheet.size.width - ROUNDING &&
    window.y + window.height >= sheet.size.height - ROUNDING;
  if (!whole) clipTo(content, window, IDENTITY);
  const forms = sharing.formsOf(placement);
  for (const [i, placed] of scene.fragments.entries()) {
    const form = forms[i]!;
    if (form === "nothing") continue;
    if (placed.clipped) clipTo(content, placed.box, transform);
    placeShared(content, form, compose(transform, placed.transform));
    if (placed.clipped) content.restore();
  }
  if (!whole) content.restore();
}

function clipTo(content: Content, box: Rect, matrix: Matrix): void {
  content.save();
  content.push(`${outlineOperators(rectOutline(box), matrix)} W n`);
}

export interface FragmentPlace {
  readonly scale: number;
  /** Maps to the default space of the one page on which it stands; `null` when it may stand in several places. */
  readonly standing: Matrix | null;
  readonly artOf: ArtOf;
}

/** A fragment as a form in its own space. Drawings in it are forms too, which other fragments may share. */
export function fragmentForm(
  pdf: PdfDocument,
  nodes: readonly SceneNode[],
  assets: SceneResources,
  { scale, standing, artOf }: FragmentPlace,
): Form {
  const ink = nodesBounds(nodes, IDENTITY, assets);
  if (!ink) return "nothing";
  const bbox = boxAround(ink);
  const content = new Content(pdf, assets, standing ?? IDENTITY, "color");
  content.perMm = scale > 0 ? 1 / scale : 1;
  if (standing) return standingForm(content, bbox, (it) => pdf.paintNodes(it, nodes, IDENTITY));
  return sharedForm(content, bbox, assets, (inner) => {
    inner.artOf = artOf;
    pdf.paintNodes(inner, nodes, IDENTITY);
  });
}
