/** One sheet as one page (ISO 32000-1 §7.7.3, §14.11.2). */

import { compose, IDENTITY, type Matrix, type Rect } from "../../base/geometry.ts";
import { MM_PER_INCH, mmToPt, PT_PER_INCH } from "../../base/units.ts";
import type { PlacedFragment, SceneResources } from "../../model/scene.ts";
import type { Placement, Sheet, SheetLayer } from "../../model/sheet.ts";
import { nodesBounds } from "./bounds.ts";
import { Content } from "./content.ts";
import type { PdfDocument } from "./document.ts";
import { type Ref, refTo, streamOf } from "./file.ts";
import { addForm, boxAround, paintForm, rectOutline } from "./form.ts";
import { matrixOperands, num } from "./number.ts";
import { outlineOperators } from "./path.ts";

/** The longest side in user space units that viewers take (Annex C). */
const LONGEST_SIDE = 14400;

/** Viewers and printers cut at the media box, which paints nothing; content may reach this far beyond it, mm. */
const ROUNDING = 1e-6;

const NO_RESOURCES: SceneResources = { fonts: new Map(), images: new Map() };

/** @param repeated hashes of the fragments that become forms */
export function addPage(pdf: PdfDocument, sheet: Sheet, parent: Ref, repeated: ReadonlySet<string>): Ref {
  // User space units of 1/72 inch, made larger where a side would have too many of them (table 30, UserUnit).
  const unit = Math.max(
    1,
    Math.ceil(Math.max(mmToPt(sheet.size.width), mmToPt(sheet.size.height)) / LONGEST_SIDE),
  );
  const perMm = PT_PER_INCH / MM_PER_INCH / unit;
  const base: Matrix = [perMm, 0, 0, -perMm, 0, sheet.size.height * perMm];
  const content = new Content(pdf, NO_RESOURCES, base, "color");
  content.push(`${matrixOperands(base)} cm`);
  for (const placement of sheet.placements) paintPlacement(content, placement, sheet, repeated);
  content.marking = true;
  for (const layer of sheet.layers) paintLayer(content, layer);
  const box = ({ x, y, width, height }: Rect) =>
    `[${[x, sheet.size.height - y - height, x + width, sheet.size.height - y].map((side) => num(side * perMm)).join(" ")}]`;
  const media = box({ x: 0, y: 0, ...sheet.size });
  const { file } = pdf;
  const stream = file.add(streamOf("", content.operators));
  return file.add(
    `<</Type/Page/Parent ${refTo(parent)}/MediaBox${media}/CropBox${media}/BleedBox${box(sheet.bleedBox)}` +
      `/TrimBox${box(sheet.trimBox)}${unit > 1 ? `/UserUnit ${unit}` : ""}/Resources${content.resources}` +
      (content.transparent ? `/Group<</S/Transparency/CS${content.colors.space}/I true>>` : "") +
      `/Contents ${refTo(stream)}>>`,
  );
}

/** What never prints is optional content (§8.11.3.2); what prints is content like any other. */
function paintLayer(content: Content, { name, prints, nodes, resources }: SheetLayer): void {
  content.assets = resources;
  if (!prints) content.push(`/OC ${content.use("L", content.pdf.layers.use(name))} BDC`);
  content.pdf.paintNodes(content, nodes, IDENTITY);
  if (!prints) content.push("EMC");
}

function paintPlacement(
  content: Content,
  placement: Placement,
  sheet: Sheet,
  repeated: ReadonlySet<string>,
): void {
  const { window, scene, transform } = placement;
  content.assets = scene.resources;
  const whole =
    window.x <= ROUNDING &&
    window.y <= ROUNDING &&
    window.x + window.width >= sheet.size.width - ROUNDING &&
    window.y + window.height >= sheet.size.height - ROUNDING;
  if (!whole) clipTo(content, window, IDENTITY);
  for (const placed of scene.fragments) {
    if (placed.clipped) clipTo(content, placed.box, transform);
    paintFragment(content, placed, transform, scene.resources, repeated);
    if (placed.clipped) content.restore();
  }
  if (!whole) content.restore();
}

function clipTo(content: Content, box: Rect, matrix: Matrix): void {
  content.save();
  content.push(`${outlineOperators(rectOutline(box), matrix)} W n`);
}

function paintFragment(
  content: Content,
  placed: PlacedFragment,
  toSheet: Matrix,
  assets: SceneResources,
  repeated: ReadonlySet<string>,
): void {
  const { pdf } = content;
  const { hash, nodes } = placed.fragment;
  const matrix = compose(toSheet, placed.transform);
  if (!repeated.has(hash)) {
    pdf.paintNodes(content, nodes, matrix);
    return;
  }
  let known = pdf.fragments.get(hash);
  if (!known) {
    const bbox = nodesBounds(nodes, IDENTITY, assets);
    if (!bbox) return;
    const probe = new Content(pdf, assets, IDENTITY, "color");
    const form = addForm(probe, { bbox: boxAround(bbox), group: false, mode: "color", assets }, (inner) =>
      pdf.paintNodes(inner, nodes, IDENTITY),
    );
    known = { form, transparent: probe.transparent };
    pdf.fragments.set(hash, known);
  }
  if (known.transparent) content.transparent = true;
  content.save();
  content.compositing(1, 1, "normal");
  content.push(`${matrixOperands(matrix)} cm`);
  paintForm(content, known.form);
  content.restore();
}
