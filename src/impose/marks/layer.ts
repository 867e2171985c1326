/** All marks of a sheet as one layer, which prints. */

import { LRUCache } from "lru-cache";
import { type Diagnostic, diagnose, type Outcome } from "../../base/diagnostic.ts";
import { foundOnceBeside } from "../../base/found-once.ts";
import { rect } from "../../base/geometry.ts";
import { type Mm, tenths } from "../../base/units.ts";
import type { Marks, OutputProfile } from "../../model/output-profile.ts";
import type { SceneColor, SceneNode } from "../../model/scene.ts";
import type { SheetLayer } from "../../model/sheet.ts";
import type { SheetPlan } from "../../model/sheet-plan.ts";
import { colorBar } from "./color-bar.ts";
import { type Band, bleedMarks, cropMarks, foldMarks, registrationMarks } from "./lines.ts";
import { type SlugText, slugHeight, slugRuns } from "./slug-line.ts";
import { bandOf, GAP, MARK_LENGTH, PATCH, roomAround, SHORTEST_MARK } from "./space.ts";

/** Slack for sums of decimal lengths, mm. */
const SLACK = 1e-6;

/**
 * Marks outside the bleed box, as far as the sheet has room for them.
 *
 * Diagnostics: `impose.no-room-for-marks` for each kind that had to be left out, `impose.marks-in-margin` for those of
 * which too little stands where the press prints.
 */
export function marksLayer(
  plan: SheetPlan,
  { marks, markOffset, sheet }: Pick<OutputProfile, "marks" | "markOffset" | "sheet">,
  slug: SlugText | null,
  spots: readonly SceneColor[],
): Outcome<readonly SheetLayer[]> {
  const height = slug ? slugHeight(slug) : 0;
  const { nodes, slugAt, diagnostics } = around(plan, marks, markOffset, sheet?.margin ?? 0, height, spots);
  const all = slug && slugAt ? [...nodes, ...slugRuns(slug, slugAt)] : nodes;
  if (all.length === 0) return { value: [], diagnostics };
  const fonts = new Map(slug ? [[slug.face.id, slug.face]] : []);
  const resources = { fonts, images: new Map() };
  return { value: [{ name: "Dấu in", for: "press", nodes: all, resources }], diagnostics };
}

/** What is the same on every sheet of a plan. */
interface MarksAround {
  readonly nodes: readonly SceneNode[];
  /** `null` where there is no room for it. */
  readonly slugAt: { readonly x: Mm; readonly y: Mm; readonly width: Mm } | null;
  readonly diagnostics: readonly Diagnostic[];
}

const LINES = { vi: "dấu xén, dấu gấp", en: "the crop and fold marks" };
const COLOR_BAR = { vi: "thang màu", en: "the colour bar" };

const around = foundOnceBeside(marksAround);

/**
 * @param margin along the sheet's edges, where the press prints nothing
 * @param height of the slug line, 0 for none
 */
function marksAround(
  plan: SheetPlan,
  marks: Marks,
  markOffset: Mm,
  margin: Mm,
  height: Mm,
  spots: readonly SceneColor[],
): MarksAround {
  const diagnostics: Diagnostic[] = [];
  const nodes: SceneNode[] = [];
  let slugAt: MarksAround["slugAt"] = null;
  const room = roomAround(plan);
  const least = Math.min(room.top, room.right, room.bottom, room.left);
  const lacks = (what: { vi: string; en: string }, found: Mm, needed: Mm) => {
    if (found + SLACK >= needed) return false;
    const params = { whatVi: what.vi, what: what.en, found: tenths(found), needed: tenths(needed) };
    diagnostics.push(diagnose("impose.no-room-for-marks", params));
    return true;
  };
  const isCut = (what: { vi: string; en: string }, found: Mm, needed: Mm) => {
    if (found - margin + SLACK >= needed) return;
    const params = { whatVi: what.vi, what: what.en, margin: tenths(margin) };
    diagnostics.push(diagnose("impose.marks-in-margin", params));
  };

  if (marks.crop || marks.bleed || marks.registration || marks.fold) {
    if (!lacks(LINES, least, markOffset + SHORTEST_MARK)) {
      isCut(LINES, least, markOffset + SHORTEST_MARK);
      const length = Math.min(MARK_LENGTH, least - markOffset);
      const lines = { around: plan.bleedBox, offset: markOffset, length };
      const { cuts, folds, bleedBox } = plan;
      nodes.push(...once([marks, lines, cuts, folds, bleedBox], () => lineMarks(plan, marks, lines)));
    }
  }
  const band = bandOf(marks, markOffset);
  const { x, y, width, height: depth } = plan.bleedBox;
  if (marks.colorBar && !lacks(COLOR_BAR, room.top, band + GAP + PATCH)) {
    isCut(COLOR_BAR, room.top, band + GAP + PATCH);
    const area = rect(x, y - band - GAP - PATCH, width, PATCH);
    nodes.push(...once([area, spots], () => colorBar(area, spots)));
  }
  if (height > 0 && !lacks({ vi: "dòng thông tin", en: "the slug line" }, room.bottom, band + GAP + height)) {
    slugAt = { x, y: y + depth + band + GAP, width };
  }
  return { nodes, slugAt, diagnostics };
}

/** Lines and patches of the sheets of late: the same nodes where nothing differs, so that what was made of them holds on. */
const drawn = new LRUCache<string, readonly SceneNode[]>({ max: 50 });

function once(dependencies: unknown, draw: () => readonly SceneNode[]): readonly SceneNode[] {
  const key = JSON.stringify(dependencies);
  let nodes = drawn.get(key);
  if (!nodes) {
    nodes = draw();
    drawn.set(key, nodes);
  }
  return nodes;
}

const lineMarks = (plan: SheetPlan, marks: Marks, band: Band): readonly SceneNode[] => [
  ...(marks.crop ? cropMarks(plan, band) : []),
  ...(marks.bleed ? bleedMarks(plan, band) : []),
  ...(marks.fold ? foldMarks(plan, band) : []),
  ...(marks.registration ? registrationMarks(plan, band) : []),
];
