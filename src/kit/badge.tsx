import type { Mm } from "../base/units.ts";
import type { ColorToken } from "../model/color-token.ts";
import type { PageContext } from "../model/template.ts";
import { labelColors } from "./contrast.ts";
import { cornered } from "./corner.ts";
import { typeScale } from "./grid.ts";
import type { Node } from "./jsx-runtime.ts";
import { setLines, setText, type TextSetting } from "./set-text.ts";
import { keepsWords } from "./splits-of.ts";
import { Text } from "./text.tsx";

export interface BadgeSetting {
  readonly text: TextSetting;
  readonly width: Mm;
  readonly height: Mm;
}

/** A label on one line (two, if it must, three rather than a torn word), with the room around it that it needs. */
export function setBadge(
  page: PageContext,
  text: string,
  {
    size,
    maxWidth,
    minimum = Math.max(size * 0.75, typeScale(page).minimum),
  }: { readonly size: Mm; readonly maxWidth: Mm; readonly minimum?: Mm },
): BadgeSetting {
  const inner = maxWidth - 2 * SIDE * size;
  const label = { weight: 700, width: inner, leading: 1.25 };
  const low = setText(page, text, { ...label, size, maxLines: 1, minimum });
  const whole = keepsWords(low.lines) ? low : setText(page, text, { ...label, size: low.size });
  const broken = keepsWords(whole.lines) ? whole : low;
  const lines = withoutHangingDashes(broken.lines);
  const isOne = lines === broken.lines && lines.length === 1;
  const set = isOne ? broken : eitherWay(page, lines, { ...label, size: broken.size });
  return { text: set, width: set.width + 2 * SIDE * set.size, height: set.height + 2 * OVER * set.size };
}

/** The piece decides later how the lines stand: no mark may touch the line above either way. */
const eitherWay = (...[page, lines, style]: Parameters<typeof setLines>): TextSetting =>
  (["left", "center"] as const)
    .map((align) => setLines(page, lines, { ...style, align }))
    .reduce((one, other) => (other.height > one.height ? other : one));

/**
 * A dash between words and a number, as of an event and its day: where the line ends there, the break says as much. The
 * dash of a range stays.
 */
const HANGING_DASH = /(?<!\p{N})[\s\u00a0][–—-]$/u;
const isHanging = (line: string, next = "") => /^\p{N}/u.test(next) && HANGING_DASH.test(line);

const withoutHangingDashes = (lines: readonly string[]): readonly string[] =>
  lines.some((line, at) => isHanging(line, lines[at + 1]))
    ? lines.map((line, at) => (isHanging(line, lines[at + 1]) ? line.replace(HANGING_DASH, "") : line))
    : lines;

/** Room beside and above the text, em. */
const SIDE = 0.75;
const OVER = 0.32;
/** The theme's corner, em; round labels are pills, unless they are so high that their ends would come near the text. */
const CORNER = 0.6;
const PILL = 2;
const HIGH_PILL = 1;

export interface BadgeProps {
  readonly set: BadgeSetting;
  readonly ground?: ColorToken;
  /** How several lines stand to each other: in the middle where the label itself does. */
  readonly align?: "left" | "center";
}

/** A label on a solid ground with the theme's corners. Its text always reads on the ground. */
export const Badge = ({ set, ground = "accent", align = "left" }: BadgeProps, page: PageContext): Node => {
  const { width, height, text } = set;
  const colors = labelColors(page, ground);
  const pill = text.lines.length > 2 ? HIGH_PILL : PILL;
  const corner = (page.theme.corner === "round" ? pill : CORNER) * text.size;
  return (
    <div style={{ display: "flex", position: "relative", width, height, flexShrink: 0 }}>
      <svg
        viewBox={`0 0 ${width} ${height}`}
        width={width}
        height={height}
        style={{ position: "absolute", left: 0, top: 0 }}
      >
        <path d={cornered(page, width, height, corner)} fill={colors.ground} />
      </svg>
      <div style={{ display: "flex", position: "absolute", left: SIDE * text.size, top: OVER * text.size }}>
        <Text set={text} color={colors.text} align={align} />
      </div>
    </div>
  );
};
