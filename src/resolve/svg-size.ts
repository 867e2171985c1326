/** The intrinsic size of an SVG (SVG 2 §8.2, CSS Images 3 §5). */

/** CSS pixels per unit (CSS Values 4 §6.2). */
const PIXELS: Readonly<Record<string, number>> = {
  "": 1,
  px: 1,
  pt: 4 / 3,
  pc: 16,
  mm: 96 / 25.4,
  cm: 96 / 2.54,
  in: 96,
};

/** What CSS gives a picture that has no size of its own. */
const DEFAULT_SIZE = { width: 300, height: 150 };

/** Size in CSS pixels, from `width`, `height` and `viewBox`, whichever are there. */
export function readSvgSize(attribute: (name: string) => string | undefined): {
  width: number;
  height: number;
} {
  const width = readLength(attribute("width"));
  const height = readLength(attribute("height"));
  const box = readViewBox(attribute("viewBox"));
  if (width !== null && height !== null) return { width, height };
  if (!box) return { width: width ?? DEFAULT_SIZE.width, height: height ?? DEFAULT_SIZE.height };
  if (width !== null) return { width, height: (width * box.height) / box.width };
  if (height !== null) return { width: (height * box.width) / box.height, height };
  return box;
}

/** A positive length in pixels; `null` for percentages, relative units and anything unreadable. */
function readLength(text: string | undefined): number | null {
  const match = /^\s*\+?(\d*\.?\d+(?:e[+-]?\d+)?)\s*([a-z]*)\s*$/i.exec(text ?? "");
  const scale = match && PIXELS[match[2]!.toLowerCase()];
  if (!match || scale === null || scale === undefined) return null;
  const pixels = Number(match[1]) * scale;
  return pixels > 0 && Number.isFinite(pixels) ? pixels : null;
}

/** `null` for one that is left out or counts for nothing. */
export function readViewBox(text: string | undefined): { width: number; height: number } | null {
  const numbers = (text ?? "")
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  const [, , width, height] = numbers;
  if (numbers.length !== 4 || !numbers.every(Number.isFinite) || !width || !height) return null;
  return width > 0 && height > 0 ? { width, height } : null;
}
