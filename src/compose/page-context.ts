/** What a template gets to see of a job. */

import { blendOver, toHex } from "../base/color.ts";
import type { FontFace } from "../base/font/face.ts";
import { type OpenFont, openFont } from "../base/font/open-font.ts";
import { paintedBleed } from "../model/allowance.ts";
import type { ColorToken } from "../model/color-token.ts";
import type { ResolvedJob } from "../model/job.ts";
import { type PageGeometry, pageGeometry } from "../model/page-geometry.ts";
import type { PaletteColor } from "../model/palette.ts";
import type { Face, PageContext, Picture, PictureRole } from "../model/template.ts";

export interface ComposeContext {
  readonly page: PageContext;
  readonly geometry: PageGeometry;
  /** The palette's colours and every tint asked for until now. */
  colors(): readonly PaletteColor[];
}

export function composeContext(job: ResolvedJob): ComposeContext {
  const { format, palette } = job;
  const bleed = paintedBleed(job.profile, format.bleed);
  const geometry = pageGeometry(format.width, format.height, bleed, format.safe);
  const registered = new Map<string, PaletteColor>();
  for (const color of Object.values(palette.colors)) registered.set(color.hex, color);
  const tint = (token: ColorToken, percent: number) => {
    const color = tintOf(palette.colors[token], palette.colors.paper, percent);
    // A tint that comes out as a colour already known is that colour: print must know one ink mix for one value.
    if (!registered.has(color.hex)) registered.set(color.hex, color);
    return color.hex;
  };
  const page: PageContext = {
    format,
    geometry,
    theme: job.theme,
    palette,
    brief: job.brief,
    faces: job.kit.faces,
    pictures: picturesOf(job),
    color: (token) => palette.colors[token].hex,
    tint,
    measure: measureWith(job.fonts),
  };
  return { page, geometry, colors: () => [...registered.values()] };
}

/** @param percent 0 is paper, 100 the colour itself; whole percents, as a halftone has them */
function tintOf(color: PaletteColor, paper: PaletteColor, percent: number): PaletteColor {
  const whole = Math.round(Math.min(100, Math.max(0, percent)));
  if (whole === 100) return color;
  if (whole === 0) return paper;
  const rgb = blendOver(color.rgb, whole / 100, paper.rgb);
  const { cmyk } = color;
  const part = (ink: number) => Math.round(ink * whole) / 100;
  return {
    token: `${color.token}@${whole}`,
    rgb,
    hex: toHex(rgb),
    cmyk: cmyk && { c: part(cmyk.c), m: part(cmyk.m), y: part(cmyk.y), k: part(cmyk.k) },
    spot: color.spot,
  };
}

function picturesOf(job: ResolvedJob): Partial<Record<PictureRole, Picture>> {
  const pictures: Partial<Record<PictureRole, Picture>> = {};
  for (const { role, id, pixelWidth, pixelHeight, focus, look } of job.assets) {
    pictures[role] = { src: `asset:${id}`, pixelWidth, pixelHeight, focus, look };
  }
  return pictures;
}

/** Widths of words in em, by face: what one page measured, the next need not. */
const measured = new WeakMap<readonly FontFace[], PageContext["measure"]>();

/** More words than a campaign has; past it the count starts anew. */
const WORDS_KEPT = 50_000;

/**
 * Measures as layout does: satori shapes a line word by word, each with the space behind it.
 */
function measureWith(fonts: readonly FontFace[]): PageContext["measure"] {
  const known = measured.get(fonts);
  if (known) return known;
  const faces = new Map<string, { font: OpenFont; words: Map<string, number> }>();
  const measure: PageContext["measure"] = (line, face) => {
    const faceKey = `${face.weight} ${face.family}`;
    let entry = faces.get(faceKey);
    if (!entry) {
      entry = { font: openFont(faceFor(fonts, face)), words: new Map() };
      faces.set(faceKey, entry);
    }
    const { font, words } = entry;
    let width = 0;
    for (const word of line.match(/[^ ]+ *| +/g) ?? []) {
      let own = words.get(word);
      if (own === undefined) {
        own = font.shape(word).reduce((sum, glyph) => sum + glyph.advance, 0) / font.metrics.unitsPerEm;
        if (words.size >= WORDS_KEPT) words.clear();
        words.set(word, own);
      }
      width += own;
    }
    return width;
  };
  measured.set(fonts, measure);
  return measure;
}

/** The upright face of the family whose weight is nearest, the heavier of two equally near. */
function faceFor(fonts: readonly FontFace[], { family, weight }: Face): FontFace {
  const distance = (face: FontFace) => Math.abs(face.weight - weight) - (face.weight > weight ? 0.5 : 0);
  const upright = fonts.filter((face) => face.family === family && face.style === "normal");
  const [nearest] = upright.sort((a, b) => distance(a) - distance(b));
  if (!nearest) throw new RangeError(`there is no upright face of the family “${family}”`);
  return nearest;
}
