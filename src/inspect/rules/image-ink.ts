/** Pictures with more ink than the paper takes: placements are noted, then each picture is measured once. */

import { type Diagnostic, diagnose } from "../../base/diagnostic.ts";
import type { Rect } from "../../base/geometry.ts";
import type { ColorSpace } from "../content/color-space.ts";
import type { Painted } from "../content/painted.ts";
import type { PdfDocument } from "../file/document.ts";
import type { Stream } from "../file/object.ts";
import { type ImageInk, measureInk } from "../measure-ink.ts";
import type { PageCollector } from "../page-report.ts";
import { INK_TOLERANCE } from "./ink-limit.ts";
import { isOnPiece, type JudgedPage, KIND_NAMES, placeText, whereOf } from "./judge.ts";

/** A picture on several pages is decoded once. */
const measured = new WeakMap<Stream, ImageInk>();

interface Placement {
  readonly space: ColorSpace;
  readonly area: Rect;
  readonly filters: readonly string[];
  count: number;
}

export function imageInk(
  page: JudgedPage,
  document: PdfDocument,
  collector: PageCollector,
): { see(painted: Painted): void; measure(): Promise<readonly Diagnostic[]> } {
  const placements = new Map<Stream, Placement>();
  return {
    see(painted) {
      const { image, kind, color, area } = painted;
      if (kind !== "image" || !image?.stream || !page.wanted.press || !isOnPiece(painted, page)) return;
      const known = placements.get(image.stream);
      if (known) known.count++;
      else placements.set(image.stream, { space: color.space, area, filters: image.filters, count: 1 });
    },
    async measure() {
      const found: Diagnostic[] = [];
      for (const [stream, placement] of placements) {
        let ink = measured.get(stream);
        if (ink === undefined) {
          ink = await measureInk(document, stream, placement.space);
          measured.set(stream, ink);
        }
        if (ink && ink !== "unknown") collector.addInk(ink.percent, placement.area);
        const diagnostic = judge(page, placement, ink);
        if (diagnostic) found.push(diagnostic);
      }
      return found;
    },
  };
}

function judge(
  { number, wanted }: JudgedPage,
  { area, filters, count }: Placement,
  ink: ImageInk,
): Diagnostic | null {
  const place = placeText(area);
  if (ink === "unknown") {
    const compression = filters.join(" + ") || "–";
    return diagnose("pdf.not-measured", { page: number, place, compression }, whereOf(number, area));
  }
  const limit = wanted.inkLimit;
  if (ink === null || limit === null || ink.percent <= limit + INK_TOLERANCE) return null;
  const [kindVi, kind] = KIND_NAMES.image;
  const params = { page: number, kindVi, kind, found: ink.percent, limit, count, place };
  return diagnose("pdf.ink-limit", params, whereOf(number, area));
}
