import { contrastRatio } from "../base/color.ts";
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
  const options = { weight: 800, family: "display", leading: 1.1 } as const;
  const atOne = setLines(page, [text], { ...options, size: 1 });
  const { capHeight } = page.metrics({ family: page.faces.display, weight: options.weight });
  const size = (LETTERS * height) / Math.hypot(atOne.width, capHeight);
  const { minimum } = typeScale(page);
  const letters = setLines(page, [text], { ...options, size: Math.max(size, minimum) });
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
  const padding = plate ? height * PLATE_PADDING : 0;
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
        borderRadius: height * 0.08,
      }}
    >
      {image}
    </div>
  );
};

/** Around the mark inside its plate, in parts of the height. */
const PLATE_PADDING = 0.12;

/** A colour weaker than this against its ground is as good as not there. */
const SEEN = 1.5;
/** The part of a mark that may be lost in the ground: white details inside a coloured shape are meant to be. */
const MOST_HIDDEN = 0.25;

/** The colour of the plate that a mark needs on these grounds; `null` when it shows without one. */
export function plateFor(
  { palette }: PageContext,
  { look }: Picture,
  grounds: readonly ColorToken[],
): ColorToken | null {
  // A picture with a ground of its own needs no other.
  if (!look || look.opaque) return null;
  const hiddenOn = (ground: ColorToken) =>
    look.colors
      .filter(({ rgb }) => contrastRatio(rgb, palette.colors[ground].rgb) < SEEN)
      .reduce((sum, { share }) => sum + share, 0);
  const hidden = Math.max(...grounds.map(hiddenOn));
  if (hidden <= MOST_HIDDEN) return null;
  const [best] = (["paper", "primary"] as const).toSorted((one, other) => hiddenOn(one) - hiddenOn(other));
  return best && hiddenOn(best) < hidden ? best : null;
}

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
