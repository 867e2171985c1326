/** Texts, pictures and elements of a page, measured for overlays and clicks. */

import { mapRect, meanScale } from "../../base/geometry.ts";
import { MM_PER_INCH, mmToPx, PT_PER_INCH } from "../../base/units.ts";
import { traceElements } from "../../layout/trace-elements.ts";
import type { ResolvedJob } from "../../model/job.ts";
import type { PageTree } from "../../model/page-tree.ts";
import type { Scene } from "../../model/scene.ts";
import { openPage } from "../../preflight/open-page.ts";
import type { PreflightPage } from "../../preflight/page.ts";
import { neededContrast, worstContrast } from "../../preflight/rules/low-contrast.ts";
import { samplePictures } from "../../preflight/sample-pictures.ts";
import type { TextRun } from "../../preflight/text-runs.ts";
import type { ImagePart, PageParts, TextPart } from "../shared/wire.ts";
import type { Places } from "./places.ts";

/** @param number 0-based */
export async function pageParts(
  page: PageTree,
  scene: Scene,
  job: ResolvedJob,
  number: number,
  places: Places,
): Promise<PageParts> {
  const { format, profile, assets, fonts } = job;
  const sampleImage = samplePictures(assets);
  const seen = openPage({ number: number + 1, scene, format, profile, sampleImage });
  const elements = await traceElements(page, scene, { fonts, assets });
  return {
    texts: lines(seen),
    images: images(seen),
    elements: elements.map(({ source, ...element }) => ({ ...element, source: places.inTemplate(source) })),
  };
}

/** Neighbouring runs of one size on one baseline, since layout may set a run a word. */
function lines(page: PreflightPage): readonly TextPart[] {
  const found: TextPart[] = [];
  const needed = neededContrast(page.format);
  for (const text of page.texts) {
    const part = partOf(text, page, needed);
    const last = found.at(-1);
    if (last && isSameLine(last, part)) found[found.length - 1] = joined(last, part);
    else found.push(part);
  }
  return found;
}

function partOf(text: TextRun, page: PreflightPage, needed: number): TextPart {
  const contrast = worstContrast(text, page);
  return {
    text: text.run.text.trim(),
    frame: text.painted.placed.frame,
    box: text.box,
    size: (text.run.size * meanScale(text.painted.toPage) * PT_PER_INCH) / MM_PER_INCH,
    xHeight: text.xHeight,
    contrast: Number.isFinite(contrast) ? contrast : null,
    needed,
  };
}

const isSameLine = (one: TextPart, other: TextPart): boolean =>
  one.frame === other.frame &&
  Math.abs(one.size - other.size) < 0.01 * one.size &&
  Math.abs(one.box.y + one.box.height / 2 - (other.box.y + other.box.height / 2)) < other.xHeight;

function joined(one: TextPart, other: TextPart): TextPart {
  const x = Math.min(one.box.x, other.box.x);
  const y = Math.min(one.box.y, other.box.y);
  const right = Math.max(one.box.x + one.box.width, other.box.x + other.box.width);
  const bottom = Math.max(one.box.y + one.box.height, other.box.y + other.box.height);
  const contrasts = [one.contrast, other.contrast].filter((each) => each !== null);
  return {
    ...one,
    text: `${one.text} ${other.text}`,
    box: { x, y, width: right - x, height: bottom - y },
    contrast: contrasts.length > 0 ? Math.min(...contrasts) : null,
  };
}

function images({ frames, format, profile }: PreflightPage): readonly ImagePart[] {
  const painted = frames.flatMap(({ leaves }) => leaves);
  return painted.flatMap(({ node, toPage, resources, placed }): readonly ImagePart[] => {
    const asset = node.kind === "image" ? resources.images.get(node.image) : undefined;
    if (node.kind !== "image" || !asset) return [];
    const [a, b, c, d] = toPage;
    const across = asset.pixelWidth / mmToPx(node.box.width * Math.hypot(a, b), 1);
    const down = asset.pixelHeight / mmToPx(node.box.height * Math.hypot(c, d), 1);
    const needed = profile.ppi ?? format.ppi;
    return [{ frame: placed.frame, box: mapRect(toPage, node.box), ppi: Math.min(across, down), needed }];
  });
}
