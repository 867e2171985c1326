/** The theme “Vươn lên”: steps that climb to the right, each cut along the rising diagonal. */

import { type Rect, rect, type Size } from "../../base/geometry.ts";
import type { Mm } from "../../base/units.ts";
import type { ColorToken } from "../../model/color-token.ts";
import type { PageContext, Picture } from "../../model/template.ts";
import { isLight } from "../contrast.ts";
import { Frame } from "../frame.tsx";
import { typeScale } from "../grid.ts";
import type { Node } from "../jsx-runtime.ts";
import { lastingDrawing, lastingSetting } from "../lasting.ts";
import { Photo } from "../photo.tsx";
import type { DrawnMotif } from "./motif.tsx";
import { type Column, outermost, risingColumnsBeside, risingRails } from "./rising-columns.ts";

/** Face and tread (the cut top) of the highest step, then of those below it in turn. */
type Tones = readonly [Tone, ...Tone[]];
type Tone = readonly [face: ColorToken, tread: ColorToken];

const ON_DARK: Tones = [
  ["primary-3", "highlight"],
  ["primary-2", "primary-3"],
  ["primary-3", "primary-4"],
];
const ON_LIGHT: Tones = [
  ["primary-4", "highlight"],
  ["primary-3", "primary-4"],
  ["primary-2", "primary-3"],
];
/** Behind words nothing shines: treads have the tone of their faces. */
const QUIET_ON_DARK: Tones = [
  ["primary-3", "primary-3"],
  ["primary-2", "primary-2"],
];
const QUIET_ON_LIGHT: Tones = [
  ["glow", "glow"],
  ["tint", "tint"],
];

/** Three screens. */
const SOLID: Tones = [
  ["primary-3", "highlight"],
  ["primary", "primary-3"],
  ["primary-3", "primary"],
];

/** Photos need wide windows. */
const PHOTO_COLUMNS = 3;
/** Behind words the lowest step starts below the area, so that all of its foot is covered. */
const QUIET_START = -0.2;
/** Steps that are smaller than this, in ems of the smallest type, look like a slip. */
const LEAST_EMS = 2;

/** With a photo, it fills the steps under their treads. */
export const Steps = ({ clear, ...drawn }: DrawnMotif, page: PageContext): Node => {
  const { area, quiet } = drawn;
  const { photo } = page.pictures;
  const steps = setSteps(page, area, clear, drawn);
  if (steps.length === 0) return null;
  const rails = quiet ? [] : risingRails(area, steps, clear);
  const showsPhoto = drawn.showsPhoto && photo !== undefined && showsEnough(photo, photoIn(steps, area).area);
  return <PlacedSteps {...drawn} showsPhoto={showsPhoto} steps={steps} rails={rails} />;
};

/** The steps that find room beside the boxes (area coordinates), none where they would look like a slip. */
function setSteps(
  page: PageContext,
  area: Rect,
  clear: readonly Rect[],
  { quiet, showsPhoto }: Pick<DrawnMotif, "quiet" | "showsPhoto">,
): readonly Column[] {
  const wide = area.width > area.height * 1.6;
  const columns = showsPhoto ? PHOTO_COLUMNS : wide ? 6 : 4;
  const steps = setColumns(page, area, columns, quiet ? QUIET_START : 0, outermost(clear), showsPhoto);
  const crown = steps.at(-1);
  if (!crown) return [];
  const size = Math.min(area.width - steps[0]!.x, area.height - crown.top + crown.width);
  return size < LEAST_EMS * typeScale(page).minimum ? [] : steps;
}

/** Whether steps without a photo find room in an area beside boxes, both in page coordinates. */
export const showsSteps = (page: PageContext, area: Rect, boxes: readonly Rect[]): boolean =>
  setSteps(
    page,
    area,
    boxes.map((box) => rect(box.x - area.x, box.y - area.y, box.width, box.height)),
    { quiet: false, showsPhoto: false },
  ).length > 0;

/** Of a covering picture, less than this part of its width or height is a strip in which nobody is seen whole. */
const LEAST_OF_PHOTO = 0.25;

function showsEnough(
  { pixelWidth, pixelHeight }: Pick<Picture, "pixelWidth" | "pixelHeight">,
  { width, height }: Size,
): boolean {
  const scale = Math.max(width / pixelWidth, height / pixelHeight);
  return Math.min(width / (pixelWidth * scale), height / (pixelHeight * scale)) >= LEAST_OF_PHOTO;
}

/** A text that changes behind others changes no step. */
const setColumns = lastingSetting(
  (
    _,
    area: Rect,
    count: number,
    start: number,
    nearest: readonly Rect[],
    broad: boolean,
  ): readonly Column[] => risingColumnsBeside(area, count, start, nearest, broad),
);

interface PlacedStepsProps extends Omit<DrawnMotif, "clear"> {
  readonly steps: readonly Column[];
  readonly rails: readonly Mm[];
}

const PlacedSteps = lastingDrawing(
  ({ name, area, ground, showsPhoto, quiet, solid, steps, rails }: PlacedStepsProps, page): Node => {
    const [crown, ...lower] = tonesFor(ground, quiet, solid);
    const railColor = page.color(isLight(ground) ? "tint" : "primary-2");
    const toneOf = (index: number) =>
      index === steps.length - 1 ? crown : (lower[(steps.length - 2 - index) % lower.length] ?? crown);
    return (
      <>
        {showsPhoto && <Photo name={`${name}-photo`} {...photoIn(steps, area)} />}
        <Frame name={name} role="art" {...area}>
          <svg viewBox={`0 0 ${area.width} ${area.height}`} width={area.width} height={area.height}>
            {rails.map((x, index) => (
              <path
                d={railPath(x, steps[0]!.width, area.height)}
                fill={railColor}
                fill-opacity={Math.round((1 - index / (rails.length + 1)) * 100) / 100}
              />
            ))}
            {steps.map((step, index) => {
              const [face, tread] = toneOf(index);
              return [
                showsPhoto ? null : <path d={facePath(step, area.height)} fill={page.color(face)} />,
                <path d={treadPath(step)} fill={page.color(tread)} />,
              ];
            })}
          </svg>
        </Frame>
      </>
    );
  },
);

function tonesFor(ground: ColorToken, quiet: boolean, solid: boolean): Tones {
  if (solid) return SOLID;
  if (quiet) return isLight(ground) ? QUIET_ON_LIGHT : QUIET_ON_DARK;
  return isLight(ground) ? ON_LIGHT : ON_DARK;
}

/** The box of all steps, no higher than they are, and their outline in it: the photo is cropped to what shows. */
function photoIn(steps: readonly Column[], area: Rect) {
  const left = steps[0]!.x;
  const outline = steps.flatMap(({ x, top, width: side }): [number, number][] => [
    [x, top],
    [x + side, top - side],
  ]);
  const crest = Math.max(0, Math.min(...outline.map(([, y]) => y)));
  const corners: [number, number][] = [[left, area.height], ...outline, [area.width, area.height]];
  return {
    area: {
      x: area.x + left,
      y: area.y + crest,
      width: area.width - left,
      height: area.height - crest,
    },
    shape: corners.map(([x, y]) => [x - left, y - crest] as const),
  };
}

const round = (value: Mm) => Math.round(value * 1000) / 1000;

const facePath = ({ x, top, width }: Column, foot: Mm) =>
  `M${round(x)} ${round(foot)}V${round(top)}L${round(x + width)} ${round(top - width)}V${round(foot)}Z`;

const treadPath = ({ x, top, width, tread }: Column) =>
  `M${round(x)} ${round(top)}L${round(x + width)} ${round(top - width)}V${round(top - width + tread)}L${round(x)} ${round(top + tread)}Z`;

const railPath = (x: Mm, width: Mm, foot: Mm) =>
  `M${round(x)} ${round(foot)}L${round(x + foot)} 0H${round(x + width + foot)}L${round(x + width)} ${round(foot)}Z`;
