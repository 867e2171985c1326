import { contrastRatio } from "../base/color.ts";
import { type Rect, union } from "../base/geometry.ts";
import type { Mm } from "../base/units.ts";
import type { ColorToken } from "../model/color-token.ts";
import type { PageContext, Picture, PictureRole } from "../model/template.ts";
import { textOn } from "./contrast.ts";
import { typeScale } from "./grid.ts";
import type { Node } from "./jsx-runtime.ts";
import { setLines, type TextSetting } from "./set-text.ts";
import { Text } from "./text.tsx";

export interface LogoSetting {
  readonly role: PictureRole;
  readonly picture: Picture | null;
  /** Of the mark, or of the plate that some grounds ask for. */
  readonly width: Mm;
  readonly height: Mm;
  /** The institution's letters, when there is no picture. */
  readonly letters: TextSetting | null;
}

export interface LogoOptions {
  /** Height of a square mark; wider ones are lower, so that all look equally large. */
  readonly height: Mm;
  readonly maxWidth?: Mm;
}

/** How much of its extra width a wide mark pays back in height: 0 for equal heights, 0.5 for equal areas. */
const OPTICAL = 0.3;

/** The mark of that role, `null` when there is none. An institution without a logo gets a roundel with its letters. */
export function setLogo(
  page: PageContext,
  role: PictureRole,
  { height, maxWidth = Number.POSITIVE_INFINITY }: LogoOptions,
): LogoSetting | null {
  const picture = page.pictures[role] ?? null;
  if (!picture) return role === "logo" ? monogram(page, height) : null;
  const aspect = picture.pixelWidth / picture.pixelHeight;
  const optical = aspect > 1 ? height / aspect ** OPTICAL : height;
  const shown = Math.min(optical, maxWidth / aspect);
  return { role, picture, width: shown * aspect, height: shown, letters: null };
}

/** Part of the roundel's diameter that the letters' diagonal takes. */
const LETTERS = 0.78;

/** The letters as large as the roundel allows; where that is too small to read, the roundel grows wider. */
function monogram(page: PageContext, height: Mm): LogoSetting {
  const text = page.brief.institution.monogram;
  const face = { family: page.faces.display, weight: 800 };
  const { capHeight } = page.metrics(face);
  const size = (LETTERS * height) / Math.hypot(page.measure(text, face), capHeight);
  const { minimum } = typeScale(page);
  const letters = setLines(page, [text], {
    weight: face.weight,
    family: "display",
    leading: 1.1,
    size: Math.max(size, minimum),
  });
  const width = size >= minimum ? height : Math.max(height, letters.width + height * 0.45);
  return { role: "logo", picture: null, width, height, letters };
}

export interface LogoProps {
  readonly set: LogoSetting;
  /** What it stands on; several where it lies across them. */
  readonly ground: ColorToken | readonly ColorToken[];
}

/**
 * A mark: the picture as it is (never stretched), on a plate where too little of it would show on the ground; or
 * the institution's letters in a roundel.
 */
export const Logo = ({ set, ground }: LogoProps, page: PageContext): Node => {
  const { picture, width, height, letters } = set;
  if (!picture) return letters && <Roundel letters={letters} width={width} height={height} />;
  const plate = plateFor(page, picture, typeof ground === "string" ? [ground] : ground);
  const padding = plate ? Math.min(width, height) * PLATE_PADDING : 0;
  const aspect = picture.pixelWidth / picture.pixelHeight;
  const shown = Math.min(height - 2 * padding, (width - 2 * padding) / aspect);
  const image = (
    <img src={picture.src} style={{ width: shown * aspect, height: shown, objectFit: "contain" }} />
  );
  if (!plate) return image;
  return (
    <div
      style={{
        display: "flex",
        alignItems: "center",
        justifyContent: "center",
        flexShrink: 0,
        width,
        height,
        backgroundColor: page.color(plate),
        borderRadius: Math.min(width, height) * 0.08,
      }}
    >
      {image}
    </div>
  );
};

/** Around the mark inside its plate, in parts of the shorter side. */
const PLATE_PADDING = 0.12;

/** A colour weaker than this against its ground is as good as not there. */
const SEEN = 1.5;
/** The part of a mark that may be lost in the ground: white details inside a coloured shape are meant to be. */
const MOST_HIDDEN = 0.25;
/** Of one whose outline shows, such as a ring around white: as much of its area, reaching as far as it does. */
const OUTLINE = { share: 0.2, reach: 0.85 } as const;
/** Of a picture with a ground of its own, which may be the page's: then the mark on it is enough. */
const MOST_HIDDEN_OPAQUE = 0.97;

/** The colour of the plate that a mark needs on these grounds; `null` when it shows without one, or none would help. */
export function plateFor(
  { palette }: PageContext,
  { look }: Picture,
  grounds: readonly ColorToken[],
): ColorToken | null {
  if (!look) return null;
  const shownOn = (ground: ColorToken) =>
    look.colors.filter(({ rgb }) => contrastRatio(rgb, palette.colors[ground].rgb) >= SEEN);
  const hiddenOn = (ground: ColorToken) => 1 - sum(shownOn(ground).map(({ share }) => share));
  const shows = (ground: ColorToken) => {
    const hidden = hiddenOn(ground);
    if (hidden <= (look.opaque ? MOST_HIDDEN_OPAQUE : MOST_HIDDEN)) return true;
    const outline = shownOn(ground).reduce<Rect | null>((box, { spread }) => union(box, spread), null);
    return (
      outline !== null &&
      1 - hidden >= OUTLINE.share &&
      Math.min(outline.width, outline.height) >= OUTLINE.reach
    );
  };
  if (grounds.every(shows)) return null;
  const hidden = Math.max(...grounds.map(hiddenOn));
  // A plate that loses nearly as much, as of a mark half white and half dark, is worth nothing.
  const helps = (plate: ColorToken) => shows(plate) || hiddenOn(plate) <= hidden / 2;
  return (["paper", "primary"] as const).find(helps) ?? null;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

const Roundel = (
  { letters, width, height }: { readonly letters: TextSetting; readonly width: Mm; readonly height: Mm },
  page: PageContext,
): Node => (
  <div
    style={{
      display: "flex",
      alignItems: "center",
      justifyContent: "center",
      flexShrink: 0,
      width,
      height,
      borderRadius: height / 2,
      backgroundColor: page.color("paper"),
      boxSizing: "border-box",
      border: `${height * 0.03}mm solid ${page.color("primary")}`,
    }}
  >
    <Text set={letters} color={textOn(page, "paper", "primary")} />
  </div>
);
