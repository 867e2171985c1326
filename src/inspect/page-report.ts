/** Gathers what is on a page for the report, while its painting operations pass by. */

import type { Rect } from "../base/geometry.ts";
import { spaceName } from "./content/color-space.ts";
import { isWhite } from "./content/inks.ts";
import type { Painted } from "./content/painted.ts";
import type { FontReport, ImageReport, PageReport } from "./report.ts";
import { vectorInk } from "./rules/ink-limit.ts";
import { isOnPiece, type Judge, type JudgedPage, rounded } from "./rules/judge.ts";
import { isTransparent } from "./rules/transparency.ts";

/** Placements that the report lists; a page with more of them is told about, not copied. */
const MOST_IMAGES = 1000;
const MOST_COLORS = 500;

const PROCESS = ["Cyan", "Magenta", "Yellow", "Black"];

export interface PageCollector extends Judge {
  /** Ink that was measured elsewhere: in pictures. */
  addInk(percent: number, area: Rect): void;
  report(): PageReport;
}

export function collectPage(page: JudgedPage): PageCollector {
  const { boxes, run, wanted, number } = page;
  const colors = new Map<
    string,
    { -readonly [K in keyof PageReport["colors"][number]]: PageReport["colors"][number][K] }
  >();
  const images: ImageReport[] = [];
  const inks = new Set<string>();
  const blendModes = new Set<string>();
  let transparent = false;
  let overprinting = 0;
  let blank = true;
  let maximum: { percent: number; area: Rect } | null = null;

  const addInk = (percent: number, area: Rect): void => {
    if (percent > (maximum?.percent ?? -1)) maximum = { percent, area };
  };
  const addColor = ({ kind, within, area }: Painted, space: string): void => {
    const key = `${space}\0${kind}\0${within}`;
    const known = colors.get(key);
    if (known) known.count++;
    else if (colors.size < MOST_COLORS)
      colors.set(key, { space, kind, within, count: 1, area: rounded(area) });
  };

  return {
    addInk,
    see(painted) {
      const { kind, color, image, area } = painted;
      const space = spaceName(color.space);
      addColor(painted, space);
      for (const name of inkNames(painted)) inks.add(name);
      if (painted.overprint) overprinting++;
      if (isTransparent(painted)) transparent = true;
      for (const { blend } of [painted, ...painted.groups]) if (blend !== "Normal") blendModes.add(blend);
      if (isOnPiece(painted, page)) {
        blank &&= kind !== "image" && kind !== "shading" && isWhite(color.space, color.components);
        const ink = vectorInk(painted);
        if (ink !== null) addInk(ink, area);
      }
      if (image && images.length < MOST_IMAGES && painted.within !== "soft-mask") {
        const { pixelWidth, pixelHeight, bits, filters } = image;
        const ppi = Math.round(image.ppi * wanted.scale);
        images.push({ area: rounded(area), pixelWidth, pixelHeight, ppi, space, bits, compression: filters });
      }
    },
    end: () => [],
    report: () => ({
      number,
      trim: { width: round(boxes.trim.width), height: round(boxes.trim.height) },
      trimFrom: boxes.trimFrom,
      boxes: { media: rounded(boxes.media), crop: rounded(boxes.crop), bleed: rounded(boxes.bleed) },
      bleed: {
        top: round(boxes.bleedInsets.top),
        right: round(boxes.bleedInsets.right),
        bottom: round(boxes.bleedInsets.bottom),
        left: round(boxes.bleedInsets.left),
      },
      rotation: boxes.rotation,
      userUnit: boxes.userUnit,
      fonts: [...run.used.fonts].map(({ name, type, embedded, subset, toUnicode }): FontReport => {
        return { name, type, embedded, subset, toUnicode };
      }),
      colors: [...colors.values()],
      inks: [
        ...PROCESS.filter((name) => inks.has(name)),
        ...[...inks].filter((name) => !PROCESS.includes(name)),
      ],
      images,
      maximumInk: maximum && { percent: Math.round(maximum.percent), area: rounded(maximum.area) },
      transparency: { used: transparent, blendModes: [...blendModes] },
      overprinting,
      blank,
    }),
  };
}

/** The plates that a colour's space has, whether this value puts ink on them or not. */
function inkNames({ color, within }: Painted): readonly string[] {
  if (within === "soft-mask") return [];
  const space = color.space.kind === "indexed" ? color.space.base : color.space;
  if (space.kind === "inks") return space.names.filter((name) => name !== "All" && name !== "None");
  if (space.kind !== "device" && space.kind !== "icc") return [];
  if (space.components === 4) return PROCESS;
  return space.components === 1 ? ["Black"] : [];
}

const round = (mm: number): number => Math.round(mm * 100) / 100 + 0;
