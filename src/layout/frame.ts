/** Lays out one frame: chooses the variant and the scale that fit, and caches the result. */

import { type Diagnostic, diagnose, reasonOf } from "../base/diagnostic.ts";
import type { Insets, Size } from "../base/geometry.ts";
import { keptWith } from "../base/kept-with.ts";
import type { ElementNode, Frame } from "../model/page-tree.ts";
import type { AssetPictures } from "./asset-pictures.ts";
import { toLayoutPx } from "./css-lengths.ts";
import { layoutDirectly } from "./direct/fragment.ts";
import { OutsideSubset } from "./direct/subset.ts";
import { type LaidOut, layoutFragment } from "./fragment.ts";
import type { FrameCache, LaidOutFrame } from "./frame-cache.ts";
import type { LiftedPicture } from "./lift-pictures.ts";
import type { FontList } from "./satori.ts";
import { BLANK } from "./stand-in.ts";
import { treeHash } from "./tree-hash.ts";

export interface FrameSurroundings {
  readonly fonts: FontList;
  /** A hash of the fonts, the resolution and the tokens, which all frames of a page share. */
  readonly key: string;
  readonly pxPerMm: number;
  readonly tokens: ReadonlyMap<string, string>;
  /** Pictures by `asset:` source. */
  readonly pictures: AssetPictures;
  readonly cache: FrameCache;
}

/** Subdivisions of a layout px to which boxes snap: exact for every practical purpose. */
export const POINT_SCALE = 10;

/** Text may touch the frame's edge within this, mm. */
const TOLERANCE = 0.05;
/** The engine sets lines at whole px: a block of several may end so many px lower than its measure says. */
const ROUNDING_PX = 2;

/** Auto-fit tries scales on this grid, so that nearly equal contents get equal sizes. */
const STEP = 1 / 40;

export async function layoutFrame(frame: Frame, around: FrameSurroundings): Promise<LaidOutFrame> {
  const { width, height } = frame;
  const hash = hashOf(frame, around.key);
  const known = around.cache.frames.get(hash);
  if (known) return known;
  const { laidOut, scale, variant, diagnostics } = await fitFrame(frame, around);
  const result: LaidOutFrame = {
    fragment: {
      hash,
      width: width / scale,
      height: height / scale,
      nodes: laidOut.nodes,
      overflow: isWithin(laidOut.overflow, around) ? NO_OVERFLOW : laidOut.overflow,
      variant,
    },
    scale,
    fonts: laidOut.fonts,
    images: laidOut.images,
    diagnostics,
    placed: null,
  };
  around.cache.frames.set(hash, result);
  return result;
}

const hashes = keptWith<Frame, { readonly key: string; readonly hash: string }>();

/** A frame that compose kept is not read again. */
function hashOf(frame: Frame, key: string): string {
  const known = hashes.get(frame);
  if (known?.key === key) return known.hash;
  const { name, width, height, fit, variants } = frame;
  const hash = treeHash([key, name, width, height, fit, variants]);
  hashes.set(frame, { key, hash });
  return hash;
}

interface Fitted {
  readonly laidOut: LaidOut;
  readonly scale: number;
  /** Its place among the frame's. */
  readonly variant: number;
  readonly diagnostics: readonly Diagnostic[];
}

/** The fullest variant that fits at any allowed scale, else the last one at its smallest. */
async function fitFrame(frame: Frame, around: FrameSurroundings): Promise<Fitted> {
  const { variants } = frame;
  const { minimum, maximum } = frame.fit;
  const fits = ({ laidOut }: Fitted) => isWithin(laidOut.overflow, around);
  const attempt = async (variant: number, scale: number): Promise<Fitted> => {
    const laidOut = await layoutVariant(frame, variants[variant]!, scale, around);
    return { laidOut, scale, variant, diagnostics: laidOut.diagnostics };
  };
  let last: Fitted | null = null;
  for (const variant of variants.keys()) {
    last = await attempt(variant, maximum);
    if (fits(last) || frame.role === "art") return last;
    if (minimum >= maximum) continue;
    last = await attempt(variant, minimum);
    if (!fits(last)) continue;
    let low = 0;
    let high = Math.ceil((maximum - minimum) / STEP);
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      const tried = await attempt(variant, minimum + middle * STEP);
      if (fits(tried)) {
        low = middle;
        last = tried;
      } else {
        high = middle;
      }
    }
    return last;
  }
  return last ?? { laidOut: EMPTY, scale: 1, variant: 0, diagnostics: [] };
}

const isWithin = ({ top, right, bottom, left }: Insets, { pxPerMm }: FrameSurroundings): boolean =>
  Math.max(top, right, bottom, left) <= Math.max(TOLERANCE, ROUNDING_PX / pxPerMm);

const NO_OVERFLOW: Insets = { top: 0, right: 0, bottom: 0, left: 0 };

async function layoutVariant(
  { name, width, height }: Frame,
  variant: ElementNode,
  scale: number,
  around: FrameSurroundings,
): Promise<LaidOut> {
  const size = { width: (width / scale) * around.pxPerMm, height: (height / scale) * around.pxPerMm };
  try {
    return await layoutDirectly({
      frame: name,
      element: variant,
      width: size.width,
      height: size.height,
      pxPerMm: around.pxPerMm,
      fonts: around.fonts,
      tokens: around.tokens,
      pictures: around.pictures,
      parts: around.cache.parts,
      key: around.key,
    });
  } catch (thrown) {
    if (!(thrown instanceof OutsideSubset)) throw thrown;
    return layoutBySatori(name, variant, size, around);
  }
}

/** Whatever CSS satori knows. */
export async function layoutBySatori(
  frame: string,
  variant: ElementNode,
  size: Size,
  { pxPerMm, fonts, tokens, pictures }: Omit<FrameSurroundings, "cache">,
): Promise<LaidOut> {
  const used = new Map<string, LiftedPicture>();
  const missing = new Set<string>();
  const element = toLayoutPx(variant, pxPerMm, (src) => {
    const named = pictures.get(src);
    if (named) {
      used.set(named.address, named.picture);
      return named.address;
    }
    if (/^data:/i.test(src)) return src;
    missing.add(src);
    return BLANK;
  });
  const absent = [...missing].map((src) => diagnose("layout.missing-picture", { frame, src }, { frame }));
  try {
    const laidOut = await layoutFragment({
      frame,
      element: fillFrame(element),
      ...size,
      unit: 1 / pxPerMm,
      fonts,
      tokens,
      pictures: used,
      graphemeImages: {},
      pointScaleFactor: POINT_SCALE,
    });
    return absent.length === 0 ? laidOut : { ...laidOut, diagnostics: [...absent, ...laidOut.diagnostics] };
  } catch (thrown) {
    return {
      ...EMPTY,
      diagnostics: [diagnose("layout.failed", { frame, reason: reasonOf(thrown) }, { frame })],
    };
  }
}

/** The frame's content stands in a box of the frame's size, so that percentages and flex refer to it. */
export const fillFrame = (element: ElementNode): ElementNode => ({
  type: "div",
  props: {
    style: { display: "flex", flexDirection: "column", width: "100%", height: "100%" },
    lang: "vi",
    children: element,
  },
});

const EMPTY: LaidOut = {
  nodes: [],
  overflow: NO_OVERFLOW,
  fonts: new Map(),
  images: new Map(),
  diagnostics: [],
};
