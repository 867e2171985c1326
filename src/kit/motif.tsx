import type { Rect } from "../base/geometry.ts";
import type { Mm } from "../base/units.ts";
import type { ColorToken } from "../model/color-token.ts";
import type { PageContext } from "../model/template.ts";
import { Frame } from "./frame.tsx";
import type { Node } from "./jsx-runtime.ts";
import { Photo } from "./photo.tsx";
import { type Column, risingColumnsBeside } from "./rising-columns.ts";

export interface MotifProps {
  readonly name: string;
  /** mm from the trim's top left corner; may reach into the bleed; `null` draws nothing. The steps climb to its top right corner. */
  readonly area: Rect | null;
  readonly columns?: number;
  /** Where the lowest step begins, in parts of the area's height from its foot. */
  readonly start?: number;
  /** Text that the steps must not run under (page coordinates). */
  readonly clear?: readonly Rect[];
  /** Shows the brief's photo in the steps. */
  readonly photo?: boolean;
  /** Face and tread (the cut top) of the highest step, then of those below it in turn. */
  readonly tones?: readonly [Tone, ...Tone[]];
}

type Tone = readonly [face: ColorToken, tread: ColorToken];

const ON_PRIMARY = [
  ["primary-3", "highlight"],
  ["primary-2", "primary-3"],
  ["primary-3", "primary-4"],
] as const satisfies MotifProps["tones"];

/**
 * The theme “Vươn lên”: steps that climb to the right, each cut along the rising diagonal. With `photo`, the
 * brief's photo, if there is one, fills the steps under their treads.
 */
export const Motif = (
  {
    name,
    area,
    columns: wanted = 4,
    start = 0.12,
    tones = ON_PRIMARY,
    photo = false,
    clear = [],
  }: MotifProps,
  page: PageContext,
): Node => {
  if (!area) return null;
  const showsPhoto = photo && page.pictures.photo !== undefined;
  // A picture needs wide windows.
  const columns = showsPhoto ? Math.min(wanted, 3) : wanted;
  const local = clear.map((box) => ({ ...box, x: box.x - area.x, y: box.y - area.y }));
  const steps = risingColumnsBeside(area, columns, start, local);
  // The first tone crowns the highest step alone; the others alternate below it.
  const [crown, ...lower] = tones;
  const toneOf = (index: number) =>
    index === columns - 1 ? crown : (lower[(columns - 2 - index) % lower.length] ?? crown);
  return (
    <>
      {showsPhoto && <Photo name={`${name}-photo`} {...photoIn(steps, area)} />}
      <Frame name={name} role="art" {...area}>
        <svg viewBox={`0 0 ${area.width} ${area.height}`} width={area.width} height={area.height}>
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
};

/** The box of all steps, and their outline in it. */
function photoIn(steps: readonly Column[], area: Rect) {
  const left = steps[0]!.x;
  const width = area.width - left;
  const outline = steps.flatMap(({ x, top, width: side }): [number, number][] => [
    [x, top],
    [x + side, top - side],
  ]);
  const corners: [number, number][] = [[left, area.height], ...outline, [area.width, area.height]];
  return {
    area: { x: area.x + left, y: area.y, width, height: area.height },
    shape: corners.map(([x, y]) => [x - left, y] as const),
  };
}

const round = (value: Mm) => Math.round(value * 1000) / 1000;

const facePath = ({ x, top, width }: Column, foot: Mm) =>
  `M${round(x)} ${round(foot)}V${round(top)}L${round(x + width)} ${round(top - width)}V${round(foot)}Z`;

const treadPath = ({ x, top, width, tread }: Column) =>
  `M${round(x)} ${round(top)}L${round(x + width)} ${round(top - width)}V${round(top - width + tread)}L${round(x)} ${round(top + tread)}Z`;
