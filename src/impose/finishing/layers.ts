/** What happens to the piece after printing, as layers: each kind of line on its own, none of them in ink. */

import { IDENTITY, inset, outset, type Rect, uniformInsets } from "../../base/geometry.ts";
import type { Mm } from "../../base/units.ts";
import { allowanceOf } from "../../model/allowance.ts";
import { markColor } from "../../model/mark-ink.ts";
import { rectangleOutline } from "../../model/outline.ts";
import type { Finishing, OutputProfile } from "../../model/output-profile.ts";
import type { Outline, Path, SceneNode } from "../../model/scene.ts";
import type { LayerUse, SheetLayer } from "../../model/sheet.ts";
import type { SheetPlan } from "../../model/sheet-plan.ts";
import { filled, frame, inscribedCircle, line, NO_RESOURCES, ring } from "../line-art.ts";
import { eyeletCentres } from "./eyelets.ts";

export type Shape = "rectangle" | "circle";

/** Names as the list of layers shows them. */
export const LAYER_NAMES = {
  white: "Mực trắng (White)",
  contour: "CutContour",
  eyelets: "Khuy",
  hem: "Biên gấp",
  pocket: "Túi luồn cây",
} as const;

/** The plate of white ink, which prints; it comes before marks. */
export function whiteLayer({ cells }: SheetPlan, { finishing }: OutputProfile): readonly SheetLayer[] {
  if (!finishing.whiteInk) return [];
  const plate = cells.map(({ window }) => filled(rectangleOutline(window), markColor("white-plate")));
  // Multiplied, it hides nothing where there is no white plate: on screens and on process plates.
  const group: SceneNode = {
    kind: "group",
    transform: IDENTITY,
    opacity: 1,
    blend: "multiply",
    isolated: false,
    clip: null,
    mask: null,
    filters: [],
    children: plate,
  };
  return [layer(LAYER_NAMES.white, "press", [group])];
}

export function finishingLayers(
  plan: SheetPlan,
  profile: OutputProfile,
  shape: Shape,
): readonly SheetLayer[] {
  const { finishing, scale } = profile;
  const trims = plan.cells.map(({ trim }) => trim);
  return [
    ...lineLayer(
      LAYER_NAMES.hem,
      "screen",
      finishing.hem > 0 ? trims.flatMap((trim) => hemLines(trim, profile)) : [],
    ),
    ...lineLayer(
      LAYER_NAMES.pocket,
      "screen",
      trims.flatMap((trim) => pocketLines(trim, profile)),
    ),
    ...lineLayer(
      LAYER_NAMES.eyelets,
      "screen",
      trims.flatMap((trim) => eyelets(trim, finishing, scale)),
    ),
    ...lineLayer(
      LAYER_NAMES.contour,
      "cutter",
      trims.flatMap((trim) => contour(trim, finishing, scale, shape)),
    ),
  ];
}

const lineLayer = (name: string, use: LayerUse, nodes: readonly SceneNode[]): readonly SheetLayer[] =>
  nodes.length > 0 ? [layer(name, use, nodes)] : [];

const layer = (name: string, use: LayerUse, nodes: readonly SceneNode[]): SheetLayer => ({
  name,
  for: use,
  nodes,
  resources: NO_RESOURCES,
});

/** mm of stroke and gap of lines along which material is folded, at a hairline's weight. */
const FOLD_DASH: readonly Mm[] = [3, 2];

/** These lines are looked at, not cut along: on a banner of several metres a hairline could not be seen. */
const weightFor = ({ width, height }: Rect): number => Math.max(1, Math.max(width, height) / 1000);

/** The fold is at the finished edge; it runs on to where the material is cut. */
function hemLines(trim: Rect, profile: OutputProfile): readonly Path[] {
  const { top, right, bottom, left } = scaledAllowance(profile);
  const outer = inset(trim, { top: -top, right: -right, bottom: -bottom, left: -left });
  const [x1, x2] = [outer.x, outer.x + outer.width];
  const [y1, y2] = [outer.y, outer.y + outer.height];
  const foldLine = (...ends: readonly [Mm, Mm, Mm, Mm]) =>
    line(...ends, "finishing", FOLD_DASH, weightFor(trim));
  return [
    foldLine(x1, trim.y, x2, trim.y),
    foldLine(x1, trim.y + trim.height, x2, trim.y + trim.height),
    foldLine(trim.x, y1, trim.x, y2),
    foldLine(trim.x + trim.width, y1, trim.x + trim.width, y2),
  ];
}

/** A pocket is a loop: the material outside the trim is laid back and welded as far inside as it is deep. */
function pocketLines(trim: Rect, profile: OutputProfile): readonly Path[] {
  const { polePocket } = profile.finishing;
  if (!polePocket) return [];
  const at = (y: Mm) => line(trim.x, y, trim.x + trim.width, y, "finishing", FOLD_DASH, weightFor(trim));
  const { top, bottom } = polePocket;
  const foot = trim.y + trim.height;
  return [
    ...(top > 0 ? [at(trim.y), at(trim.y + top * profile.scale)] : []),
    ...(bottom > 0 ? [at(foot - bottom * profile.scale), at(foot)] : []),
  ];
}

function scaledAllowance(profile: OutputProfile) {
  const { top, right, bottom, left } = allowanceOf(profile);
  const { scale } = profile;
  return { top: top * scale, right: right * scale, bottom: bottom * scale, left: left * scale };
}

function eyelets(trim: Rect, { eyelets: wanted }: Finishing, scale: number): readonly Path[] {
  if (!wanted) return [];
  const centres = eyeletCentres(inset(trim, uniformInsets(wanted.inset * scale)), wanted.spacing * scale);
  return centres.map(({ x, y }) => ring(x, y, (wanted.diameter / 2) * scale, "finishing", weightFor(trim)));
}

function contour(trim: Rect, { cutContour }: Finishing, scale: number, shape: Shape): readonly Path[] {
  if (!cutContour) return [];
  const box = outset(trim, cutContour.offset * scale);
  return [{ ...frame(box, "cut-contour"), outline: outlineOf(box, shape) }];
}

/** The outline of a piece that fills a box. */
export const outlineOf = (box: Rect, shape: Shape): Outline =>
  shape === "circle" ? inscribedCircle(box) : rectangleOutline(box);
