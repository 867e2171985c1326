import type { Mm } from "../base/units.ts";
import type { PageContext, Picture, PictureRole } from "../model/template.ts";
import { textOn } from "./contrast.ts";
import { typeScale } from "./grid.ts";
import type { Node } from "./jsx-runtime.ts";
import { setLines, type TextSetting } from "./set-text.ts";
import { Text } from "./text.tsx";

export interface LogoSetting {
  readonly role: PictureRole;
  readonly picture: Picture | null;
  /** Of the mark with its plate. */
  readonly width: Mm;
  readonly height: Mm;
  /** White around the mark inside its plate. */
  readonly padding: Mm;
  /** The institution's letters, when there is no picture. */
  readonly letters: TextSetting | null;
}

export interface LogoOptions {
  /** Height of a square mark; wider ones are lower, so that all look equally large. */
  readonly height: Mm;
  readonly maxWidth?: Mm;
  /** Puts the mark on paper, for grounds on which its colours may not show. */
  readonly plate?: boolean;
}

/** How much of its extra width a wide mark pays back in height: 0 for equal heights, 0.5 for equal areas. */
const OPTICAL = 0.3;

/** The mark of that role, `null` when there is none. An institution without a logo gets a roundel with its letters. */
export function setLogo(
  page: PageContext,
  role: PictureRole,
  { height, maxWidth = Number.POSITIVE_INFINITY, plate = false }: LogoOptions,
): LogoSetting | null {
  const picture = page.pictures[role] ?? null;
  if (!picture) return role === "logo" ? monogram(page, height) : null;
  const padding = plate ? height * 0.12 : 0;
  const aspect = picture.pixelWidth / picture.pixelHeight;
  const inner = height - 2 * padding;
  const optical = aspect > 1 ? inner / aspect ** OPTICAL : inner;
  const shown = Math.min(optical, (maxWidth - 2 * padding) / aspect);
  return {
    role,
    picture,
    width: shown * aspect + 2 * padding,
    height: plate ? height : shown,
    padding,
    letters: null,
  };
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
  return { role: "logo", picture: null, width, height, padding: 0, letters };
}

/** A mark: the picture as it is (never stretched), or the institution's letters in a roundel. */
export const Logo = ({ set }: { readonly set: LogoSetting }, page: PageContext): Node => {
  const { picture, width, height, padding, letters } = set;
  if (!picture) return letters && <Roundel letters={letters} width={width} height={height} />;
  const shown = width - 2 * padding;
  const image = (
    <img
      src={picture.src}
      style={{
        width: shown,
        height: (shown * picture.pixelHeight) / picture.pixelWidth,
        objectFit: "contain",
      }}
    />
  );
  if (padding === 0) return image;
  return (
    <div
      style={{
        display: "flex",
        alignItems: "center",
        justifyContent: "center",
        flexShrink: 0,
        width,
        height,
        backgroundColor: page.color("paper"),
        borderRadius: height * 0.08,
      }}
    >
      {image}
    </div>
  );
};

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
      border: `${height * 0.03}mm solid ${page.color("primary")}`,
    }}
  >
    <Text set={letters} color={textOn(page, "paper", "primary")} />
  </div>
);
