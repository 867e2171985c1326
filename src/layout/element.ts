/** A caller's JSX element of a size in px becomes a one-page Scene. */

import { type Diagnostic, diagnose, fail, type Outcome, reasonOf } from "../base/diagnostic.ts";
import { IDENTITY, rect, uniformInsets } from "../base/geometry.ts";
import { contentHash } from "../base/hash.ts";
import { CSS_PPI, MM_PER_INCH } from "../base/units.ts";
import { pageGeometry } from "../model/page-geometry.ts";
import type { Scene } from "../model/scene.ts";
import { expandElement } from "./expand-element.ts";
import { layoutFragment } from "./fragment.ts";
import type { FontList } from "./satori.ts";

/** The name under which findings about a caller's element are reported. */
export const ELEMENT_FRAME = "element";

export interface ElementOptions {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly fonts: FontList;
  readonly graphemeImages: Readonly<Record<string, string>>;
}

/** @throws AnphamError `layout.failed` with satori's message */
export async function layoutElement(element: unknown, options: ElementOptions): Promise<Outcome<Scene>> {
  const { widthPx, heightPx, fonts, graphemeImages } = options;
  const diagnostics: Diagnostic[] = [];
  const unit = MM_PER_INCH / CSS_PPI;
  try {
    const expanded = await expandElement(element, (url) => {
      diagnostics.push(diagnose("asset.remote", { url }, { frame: ELEMENT_FRAME }));
    });
    const laidOut = await layoutFragment({
      frame: ELEMENT_FRAME,
      element: expanded,
      width: widthPx,
      height: heightPx,
      unit,
      fonts,
      tokens: new Map(),
      pictures: new Map(),
      graphemeImages,
      pointScaleFactor: null,
    });
    diagnostics.push(...laidOut.diagnostics);
    const [width, height] = [widthPx * unit, heightPx * unit];
    const scene: Scene = {
      geometry: pageGeometry(width, height, 0, uniformInsets(0)),
      fragments: [
        {
          frame: ELEMENT_FRAME,
          role: "content",
          box: rect(0, 0, width, height),
          transform: IDENTITY,
          clipped: true,
          fragment: {
            hash: contentHash(laidOut.nodes),
            width,
            height,
            nodes: laidOut.nodes,
            overflow: laidOut.overflow,
            variant: 0,
          },
        },
      ],
      resources: { fonts: laidOut.fonts, images: laidOut.images },
    };
    return { value: scene, diagnostics };
  } catch (thrown) {
    return fail(
      "layout.failed",
      { frame: ELEMENT_FRAME, reason: reasonOf(thrown) },
      { frame: ELEMENT_FRAME },
      { cause: thrown },
    );
  }
}
