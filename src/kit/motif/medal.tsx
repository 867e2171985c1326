/** The theme's motif as the rim of a round piece: a disc for the words, and round it what may run over the edge. */

import type { Mm } from "../../base/units.ts";
import type { ColorToken } from "../../model/color-token.ts";
import type { PageContext } from "../../model/template.ts";
import { isLight } from "../contrast.ts";
import { Frame } from "../frame.tsx";
import { bleeding, Ground } from "../ground.tsx";
import type { Node } from "../jsx-runtime.ts";
import { gearOutline } from "./module-shapes.ts";
import { Steps } from "./steps.tsx";

/** The disc in which words of a round piece stand, mm from the trim's top left corner. */
export interface MedalField {
  readonly x: Mm;
  readonly y: Mm;
  readonly radius: Mm;
  /** Everything that a word in it may stand on. */
  readonly grounds: readonly ColorToken[];
}

/** Radius of the disc and how far it stands above the middle, in parts of the face that is seen. */
const FIELD = {
  steps: { radius: 0.97, lift: 0 },
  modules: { radius: 0.915, lift: 0 },
  sunrise: { radius: 0.88, lift: 0.05 },
} as const;

/** Radius of what is seen of a round piece: the trim without what wraps to the back. */
const faceRadius = ({ geometry, format }: PageContext): Mm =>
  Math.min(geometry.trim.width, geometry.trim.height) / 2 - format.wrap;

/** What the theme's medal leaves to the words. */
export function medalField(page: PageContext): MedalField {
  const { trim } = page.geometry;
  const { stage } = page.theme.surfaces;
  const { radius, lift } = FIELD[page.theme.motif];
  const face = faceRadius(page);
  const grounds = page.theme.motif === "steps" ? [stage, quietFace(stage)] : [stage];
  return { x: trim.width / 2, y: trim.height / 2 - face * lift, radius: face * radius, grounds };
}

/** What the steps behind words are filled with. */
const quietFace = (ground: ColorToken): ColorToken => (isLight(ground) ? "tint" : "primary-2");

/** Fills a round page: the theme's motif round the {@link medalField}, over wrap and bleed. */
export const Medal = ({ name }: { readonly name: string }, page: PageContext): Node => {
  const { stage } = page.theme.surfaces;
  switch (page.theme.motif) {
    case "steps":
      return (
        <>
          <Ground name="ground" color={stage} />
          <ClimbingSteps name={name} ground={stage} />
        </>
      );
    case "modules":
      return (
        <>
          <Ground name="ground" color="primary" />
          <Gear name={name} ground={stage} />
        </>
      );
    case "sunrise":
      return (
        <>
          <Ground name="ground" color="highlight" />
          <RisingSun name={name} ground={stage} />
        </>
      );
  }
};

interface RimProps {
  readonly name: string;
  readonly ground: ColorToken;
}

/** How high the steps climb, in parts of the height from the top. */
const CREST = 0.22;

const ClimbingSteps = ({ name, ground }: RimProps, page: PageContext): Node => {
  const { trim } = page.geometry;
  const top = trim.height * CREST;
  const area = bleeding({ x: 0, y: top, width: trim.width, height: trim.height - top }, page)!;
  return (
    <Steps
      name={name}
      area={area}
      ground={ground}
      clear={[]}
      showsPhoto={false}
      quiet
      solid={false}
      hairlines
      align="center"
      past={{ left: 0, top: 0, right: 0, bottom: 0 }}
    />
  );
};

/** Teeth of the rim, their roots and tips in parts of the face. */
const TEETH = 28;
const ROOT = 0.945;
const TIP = 0.985;
/** A ring inside the teeth, as a turned part has one: its radius and width in parts of the face. */
const GROOVE = { radius: 0.922, width: 0.014 } as const;

/** The disc is a gear wheel; its teeth mesh with the edge. */
const Gear = ({ name, ground }: RimProps, page: PageContext): Node => {
  const { bleedBox } = page.geometry;
  const { x, y } = centre(page);
  const face = faceRadius(page);
  const outline = gearOutline(TEETH, face * ROOT, face * TIP);
  return (
    <Frame name={name} role="art" {...bleedBox}>
      <svg
        viewBox={`0 0 ${bleedBox.width} ${bleedBox.height}`}
        width={bleedBox.width}
        height={bleedBox.height}
      >
        <path d={outline} transform={`translate(${x} ${y})`} fill={page.color(ground)} />
        <circle
          cx={x}
          cy={y}
          r={face * GROOVE.radius}
          fill="none"
          stroke={page.color("highlight")}
          stroke-width={face * GROOVE.width}
        />
      </svg>
    </Frame>
  );
};

/** Rings that widen towards the foot, from the outermost in: radius, and lift above the middle, in parts of the face. */
const ARCS = [
  { radius: 1.02, lift: 0.02, token: "highlight", percent: 66 },
  { radius: 0.96, lift: 0.035, token: "highlight", percent: 34 },
  { radius: FIELD.sunrise.radius, lift: FIELD.sunrise.lift, token: null, percent: 100 },
] as const;
/** Where the hills begin at their highest, in parts of the face below the middle. */
const HORIZON = 0.76;

const RisingSun = ({ name, ground }: RimProps, page: PageContext): Node => {
  const { bleedBox } = page.geometry;
  const { x, y } = centre(page);
  const face = faceRadius(page);
  const n = (value: Mm) => Math.round(value * 1000) / 1000;
  const hill = (top: number, from: number, to: number) =>
    `M0 ${n(y + face * from)}Q${n(x)} ${n(y + face * top)} ${n(bleedBox.width)} ${n(y + face * to)}V${n(bleedBox.height)}H0Z`;
  return (
    <Frame name={name} role="art" {...bleedBox}>
      <svg
        viewBox={`0 0 ${bleedBox.width} ${bleedBox.height}`}
        width={bleedBox.width}
        height={bleedBox.height}
      >
        {ARCS.map(({ radius, lift, token, percent }) => (
          <circle
            cx={x}
            cy={y - face * lift}
            r={face * radius}
            fill={token ? page.tint(token, percent) : page.color(ground)}
          />
        ))}
        <path d={hill(HORIZON - 0.12, 1.06, 0.8)} fill={page.color("primary-4")} />
        <path d={hill(HORIZON + 0.02, 0.86, 1.06)} fill={page.color("primary-3")} />
      </svg>
    </Frame>
  );
};

/** Of the trim, in coordinates of the bleed box. */
const centre = ({ geometry: { trim, bleedBox } }: PageContext) => ({
  x: trim.width / 2 - bleedBox.x,
  y: trim.height / 2 - bleedBox.y,
});
