/** Stacked Vietnamese marks drawn in every shipped face: white below the line above, nothing outside its block. */

import { describe, expect, test } from "vitest";
import type { FontFace } from "../../src/base/font/face.ts";
import type { Align } from "../../src/kit/line-pitch.ts";
import { setLines, type TextSetting } from "../../src/kit/set-text.ts";
import { renderElement } from "../../src/render-element.ts";
import { discoverFonts } from "../../src/resolve/fonts.ts";
import { type Picture, readPicture } from "../support/compare.ts";
import { elementFont } from "../support/fonts.ts";
import { box } from "../support/jsx.ts";
import { samplePage } from "../unit/kit/sample-job.ts";

const upright = (await discoverFonts("fonts")).filter((face) => face.style === "normal");

/** px: the em, white around the block, and pixels of the picture per px. */
const EM = 60;
const MARGIN = 40;
const SCALE = 2;
/** Of a picture's px: what the kit promises (0.06 em), less what layout's whole-px baselines may take. */
const LEAST_WHITE = 0.06 * EM * SCALE - 2 * SCALE;
/** Letters this near sideways seem to touch, px of the picture. */
const SIDE = Math.floor(0.08 * EM * SCALE);

/** One colour a line, so that ink tells its line. */
const INKS = ["#ff0000", "#00ff00", "#0000ff"];

const BLOCKS: readonly (readonly [string, Align, readonly string[]])[] = [
  ["capitals", "left", ["TRƯỜNG ĐẶNG", "ẨM THỰC ỄNH", "ƯƠNG Ỹ"]],
  ["sentence case", "left", ["Trường đặng", "ẩm thực ễnh", "ương ỹ"]],
  ["the deepest over the highest", "left", ["ỌẠỊỰQJ", "ỄẨẲỖẪẴẤ", "ặộệgqpyjựỵ"]],
  ["small ones", "left", ["gặộệỵqpyj", "ẳẫễỗẩểấĩ", "gặộựẳẫễỗ"]],
  ["centred", "center", ["Ộ gọi ý ộ", "ỄNH ƯƠNG ẨM THỰC", "ẴM Ỹ"]],
];

async function draw(set: TextSetting, face: FontFace, align: Align): Promise<Picture> {
  const line = {
    fontFamily: face.family,
    fontWeight: face.weight,
    fontSize: set.size,
    lineHeight: set.leading,
    letterSpacing: `${set.tracking}em`,
    whiteSpace: "pre",
  };
  const block = box(
    {
      flexDirection: "column",
      flexShrink: 0,
      alignItems: align === "center" ? "center" : "flex-start",
      height: set.height,
      paddingTop: set.padTop,
    },
    ...set.lines.map((text, i) => box({ ...line, color: INKS[i] }, text)),
  );
  const { bytes, diagnostics } = await renderElement(
    box({ flexDirection: "column", padding: MARGIN, width: "100%", height: "100%" }, block),
    {
      widthPx: Math.ceil(set.width) + 2 * MARGIN,
      heightPx: Math.ceil(set.height) + 2 * MARGIN,
      fonts: [elementFont(face)],
      as: "png",
      scale: SCALE,
    },
  );
  expect(diagnostics).toEqual([]);
  return readPicture(bytes);
}

/** The highest and lowest ink of one line in each column; no ink is past every other. */
function inkOf({ width, height, rgb }: Picture, channel: number) {
  const top = new Array<number>(width).fill(Number.POSITIVE_INFINITY);
  const bottom = new Array<number>(width).fill(Number.NEGATIVE_INFINITY);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = (y * width + x) * 3;
      const own = rgb[at + channel]!;
      const others = Math.max(rgb[at + ((channel + 1) % 3)]!, rgb[at + ((channel + 2) % 3)]!);
      if (own - others < 40) continue;
      top[x] = Math.min(top[x]!, y);
      bottom[x] = y;
    }
  }
  return { top, bottom };
}

/** For each column, the lowest ink that is near it sideways. */
const widened = (bottom: readonly number[]) =>
  bottom.map((_, x) => {
    let lowest = Number.NEGATIVE_INFINITY;
    for (let near = x - SIDE; near <= x + SIDE; near++) lowest = Math.max(lowest, bottom[near] ?? lowest);
    return lowest;
  });

describe.each(upright.map((face) => [face.postScriptName, face] as const))("%s", (_, face) => {
  const page = samplePage({ faces: { display: face.family, text: face.family } });
  test.each(BLOCKS)("%s", async (_name, align, lines) => {
    const options = { size: EM, weight: face.weight, family: "display", leading: 1.1, align } as const;
    const set = setLines(page, lines, { ...options, tracking: -0.015 });
    const picture = await draw(set, face, align);
    const inks = lines.map((_line, i) => inkOf(picture, i));
    for (let i = 1; i < inks.length; i++) {
      let white = Number.POSITIVE_INFINITY;
      const over = widened(inks[i - 1]!.bottom);
      inks[i]!.top.forEach((top, x) => {
        white = Math.min(white, top - over[x]! - 1);
      });
      expect(white, lines[i]).toBeGreaterThanOrEqual(LEAST_WHITE);
    }
    const highest = Math.min(...inks[0]!.top);
    const lowest = Math.max(...inks.at(-1)!.bottom);
    expect(highest).toBeGreaterThanOrEqual(MARGIN * SCALE - SCALE);
    expect(lowest).toBeLessThan((MARGIN + set.height) * SCALE + SCALE);
  });
});
