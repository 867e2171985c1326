/** What a template gets to see of a job. */

import { blendOver, toHex } from "../base/color.ts";
import { foundOnceBeside } from "../base/found-once.ts";
import type { Mm } from "../base/units.ts";
import { paintedBleed } from "../model/allowance.ts";
import type { ColorToken } from "../model/color-token.ts";
import type { Format } from "../model/format.ts";
import type { ResolvedJob } from "../model/job.ts";
import { type PageGeometry, pageGeometry } from "../model/page-geometry.ts";
import type { PaletteColor } from "../model/palette.ts";
import type { PageContext, Picture, PictureRole } from "../model/template.ts";
import { TemplateFault } from "./expand.ts";
import { textMeasures } from "./measure-text.ts";
import { memoryOf } from "./memory.ts";

export interface ComposeContext {
  readonly page: PageContext;
  readonly geometry: PageGeometry;
  /** The palette's colours and every tint asked for until now. */
  colors(): readonly PaletteColor[];
}

export function composeContext(job: ResolvedJob): ComposeContext {
  const { format, palette } = job;
  const geometry = geometryOf(format, paintedBleed(job.profile, format.bleed));
  const registered = new Map<string, PaletteColor>();
  for (const color of Object.values(palette.colors)) registered.set(color.hex, color);
  const colorOf = (token: ColorToken): PaletteColor => {
    const known = palette.colors[token];
    if (known === undefined) {
      const all = Object.keys(palette.colors).join(", ");
      throw new TemplateFault({
        vi: `không có màu “${token}”; có ${all}`,
        en: `there is no colour “${token}”; there are ${all}`,
      });
    }
    return known;
  };
  const tint = (token: ColorToken, percent: number) => {
    const color = tintOf(colorOf(token), palette.colors.paper, percent);
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
    faces: job.faces,
    pictures: picturesOf(job),
    color: (token) => colorOf(token).hex,
    tint,
    ...textMeasures(job.fonts),
    once: memoryOf(job),
  };
  return { page, geometry, colors: () => [...registered.values()] };
}

/** The same object for page after page of a run, so that nobody has to compare them. */
const geometryOf = foundOnceBeside(
  ({ width, height, safe }: Format, bleed: Mm): PageGeometry => pageGeometry(width, height, bleed, safe),
);

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
