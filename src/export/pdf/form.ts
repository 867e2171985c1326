/** Form XObjects, transparency groups and soft masks (ISO 32000-1 §8.10, §11.6.5, §11.6.6). */

import { IDENTITY, type Matrix, mapRect, outset, type Rect } from "../../base/geometry.ts";
import type { Mask, SceneNode, SceneResources } from "../../model/scene.ts";
import type { ColorMode } from "./color.ts";
import type { Content } from "./content.ts";
import { matrixOperands, rectArray } from "./number.ts";
import { type Ref, refTo, type SharedForm } from "./object.ts";
import { outlineOperators } from "./path.ts";

export interface FormOptions {
  /** What shows of it, in its space, which is that of the stream that paints it. */
  readonly bbox: Rect;
  /** Whether the form is an isolated transparency group. */
  readonly group: boolean;
  readonly mode: ColorMode;
  readonly assets: SceneResources;
}

/** Room around ink, mm, so that a box that only says where a form's ink is does not cut into its smooth edges. */
const ROOM = 1;

export const boxAround = (ink: Rect): Rect => outset(ink, ROOM);

/** Adds a form that the parent may paint with {@link paintForm}. */
export function addForm(parent: Content, options: FormOptions, draw: (content: Content) => void): Ref {
  const content = parent.within(parent.patternBase && IDENTITY, options.mode, options.assets);
  draw(content);
  if (content.transparent || options.group) parent.transparent = true;
  return internForm(content, options);
}

function internForm(content: Content, { bbox, group }: Pick<FormOptions, "bbox" | "group">): Ref {
  const { parts, resources, glyphs, colors } = content;
  const grouped = group ? `/Group<</S/Transparency/CS${colors.space}/I true>>` : "";
  const entries = `/Type/XObject/Subtype/Form/BBox${rectArray(bbox)}${grouped}`;
  return content.pdf.objects.internContent({ kind: "content", entries, parts, resources, glyphs });
}

/** Adds a form that other streams may share; `draw` paints in the form's own space. */
export function sharedForm(
  around: Content,
  bbox: Rect,
  assets: SceneResources,
  draw: (content: Content) => void,
): SharedForm {
  const content = around.within(IDENTITY, "color", assets);
  draw(content);
  const form = internForm(content, { bbox, group: false });
  return { form, transparent: content.transparent, inlinable: isInlinable(content) };
}

/**
 * Adds what stands in one place of one page: it looks like a shared form and must be written out, if it is inlinable at all.
 * @param content maps to the page's default space where its patterns lead
 */
export function standingForm(content: Content, bbox: Rect, draw: (content: Content) => void): SharedForm {
  draw(content);
  const form = internForm(content, { bbox, group: false });
  return { form, transparent: content.transparent, inlinable: isShallow(content) };
}

/**
 * Paints a shared form.
 * @param matrix maps its space to that of the stream
 */
export function placeShared(content: Content, form: SharedForm, matrix: Matrix): void {
  content.save();
  content.compositing(1, 1, "normal");
  const operands = matrixOperands(matrix);
  if (operands !== NO_CHANGE) content.push(`${operands} cm`);
  content.paintShared(form);
  content.restore();
}

const NO_CHANGE = matrixOperands(IDENTITY);

/** Whether a form may be written out in any stream: patterns refer to the space of their own. */
const isInlinable = (content: Content): boolean =>
  isShallow(content) && content.resources.every(({ category }) => category !== "Pattern");

const isShallow = ({ deepest }: Content): boolean => deepest <= DEEPEST_INLINE;

/** Graphics states within each other that a form may bring into a stream: 28 are allowed in all (Annex C). */
const DEEPEST_INLINE = 8;

/** A form that is no group takes over the overprint in force (§8.10.1), and what is in it says its own. */
export function paintForm(content: Content, form: Ref): void {
  content.overprint(false, false);
  content.push(`${content.use("X", form)} Do`);
}

/**
 * The operator that makes a mask act on what is painted after it.
 * @param matrix maps the coordinates of the masked group to those of the stream
 */
export function softMask(content: Content, mask: Mask, matrix: Matrix): string {
  const mode: ColorMode = mask.kind === "luminance" ? "luminance" : "color";
  const options: FormOptions = {
    bbox: mapRect(matrix, mask.region),
    group: true,
    mode,
    assets: content.assets,
  };
  const form = addForm(content, options, (inner) => {
    inner.save();
    if (matrix[1] !== 0 || matrix[2] !== 0)
      inner.push(`${outlineOperators(rectOutline(mask.region), matrix)} W n`);
    if (mask.mask) paintMasked(inner, mask.mask, mask.nodes, matrix, options);
    else inner.pdf.paintNodes(inner, mask.nodes, matrix);
    inner.restore();
  });
  return softMaskOperator(content, mask.kind === "luminance" ? "Luminosity" : "Alpha", form);
}

/** A mask on the mask: its nodes are painted as one group through the outer one. */
function paintMasked(
  content: Content,
  mask: Mask,
  nodes: readonly SceneNode[],
  matrix: Matrix,
  options: FormOptions,
): void {
  const form = addForm(content, options, (inner) => inner.pdf.paintNodes(inner, nodes, matrix));
  content.push(softMask(content, mask, matrix));
  paintForm(content, form);
}

/** The soft mask's space is the one in force when `gs` is executed (§11.6.5.3). */
export function softMaskOperator(content: Content, kind: "Luminosity" | "Alpha", form: Ref): string {
  content.transparent = true;
  const state = content.pdf.objects.intern(`<</SMask<</S/${kind}/G ${refTo(form)}>>>>`);
  return `${content.use("G", state)} gs`;
}

export const rectOutline = ({ x, y, width, height }: Rect) => ({
  verbs: "MLLLZ",
  coords: [x, y, x + width, y, x + width, y + height, x, y + height],
});
