import type { Mm } from "../base/units.ts";
import type { Node } from "./jsx-runtime.ts";
import type { TextSetting } from "./set-text.ts";

export interface TextProps {
  readonly set: TextSetting;
  /** `#rrggbb`, from the page's palette. */
  readonly color: string;
  readonly align?: "left" | "center" | "right";
}

const EDGE = { left: "flex-start", center: "center", right: "flex-end" } as const;

/** The box around the lines: their height, with the room for marks; CSS counts a padding beside the height. */
export const blockStyle = ({ padTop, height }: TextSetting, align: keyof typeof EDGE, color?: string) => ({
  display: "flex",
  flexDirection: "column",
  flexShrink: 0,
  height: height - padTop,
  paddingTop: padTop,
  alignItems: EDGE[align],
  color,
});

/** Where a line stands under the head of its block. */
export interface LineBox {
  readonly y: Mm;
  readonly width: Mm;
  readonly height: Mm;
}

/** The lines of a setting, each as wide as its words. */
export const linesOf = ({ lineWidths, padTop, leading, size }: TextSetting): readonly LineBox[] =>
  lineWidths.map((width, index) => ({
    y: padTop + index * leading * size,
    width,
    height: leading * size,
  }));

/** The style that every line of a setting shares. */
export const lineStyle = ({ size, weight, fontFamily, leading, tracking }: TextSetting) =>
  tracking === 0
    ? { fontFamily, fontSize: size, fontWeight: weight, lineHeight: leading, whiteSpace: "pre" }
    : {
        fontFamily,
        fontSize: size,
        fontWeight: weight,
        lineHeight: leading,
        letterSpacing: `${tracking}em`,
        whiteSpace: "pre",
      };

/** A block of lines as far in as its letters lean over its left edge. */
export const indented = (block: Node, { padLeft }: TextSetting, align: keyof typeof EDGE): Node =>
  padLeft > 0 && align === "left" ? (
    <div style={{ display: "flex" }}>
      <div style={{ width: padLeft }} />
      {block}
    </div>
  ) : (
    block
  );

/** Text as {@link setText} broke it: one box a line, so that layout cannot break it otherwise. */
export const Text = ({ set, color, align = "left" }: TextProps): Node =>
  indented(
    <div style={blockStyle(set, align, color)}>
      {set.lines.map((line) => (
        <div style={lineStyle(set)}>{line}</div>
      ))}
    </div>,
    set,
    align,
  );
