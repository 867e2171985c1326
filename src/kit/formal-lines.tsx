/** The words of certificates and invitations: centred lines, and dots for what is filled in by hand. */

import type { Mm } from "../base/units.ts";
import type { ColorToken } from "../model/color-token.ts";
import type { PageContext } from "../model/template.ts";
import { highlightOn, textOn } from "./contrast.ts";
import { Frame } from "./frame.tsx";
import { fitHeadline } from "./headline.tsx";
import type { Node } from "./jsx-runtime.ts";
import { setText, type TextSetting } from "./set-text.ts";
import { Text } from "./text.tsx";
import { WritingLines } from "./writing-lines.tsx";

export interface FormalLine {
  /** Of its frame. */
  readonly name: string;
  /** `null` for dotted lines. */
  readonly text: TextSetting | null;
  readonly height: Mm;
  /** White above it, unless it is the first. */
  readonly before: Mm;
  readonly tone: "title" | "name" | "plain";
  /** Width of the dotted lines, and how many there are. */
  readonly dotted: Mm;
  readonly lines: number;
}

/** A line of words. */
export const wordsLine = (
  name: string,
  text: TextSetting,
  before: Mm,
  tone: FormalLine["tone"] = "plain",
): FormalLine => ({ name, text, height: text.height, before, tone, dotted: 0, lines: 0 });

/** Lines to write on. @param pitch from line to line */
export const dottedLine = (
  name: string,
  {
    width,
    pitch,
    count = 1,
    before,
  }: { readonly width: Mm; readonly pitch: Mm; readonly count?: number; readonly before: Mm },
): FormalLine => ({
  name,
  text: null,
  height: pitch * count,
  before,
  tone: "plain",
  dotted: width,
  lines: count,
});

export const formalHeight = (lines: readonly FormalLine[]): Mm =>
  lines.reduce((sum, { height, before }, index) => sum + height + (index === 0 ? 0 : before), 0);

/** A name that would stand smaller than this part of its size on one line takes two. */
const LEAST_NAME = 0.55;
/** Two lines are this much smaller, and may be this part of the whole name wide. */
const IN_TWO = 0.75;
const HALF = 0.6;

/** A person's name, as large as the width allows up to `size`. */
export function fitName(page: PageContext, name: string, width: Mm, size: Mm): TextSetting {
  const box = { width, height: size * 3, maximum: size, weight: 700, tracking: 0, align: "center" } as const;
  const one = fitHeadline(page, [[name]], box);
  if (one.size >= size * LEAST_NAME) return one;
  const options = { family: "display", weight: 700, size } as const;
  const whole = setText(page, name, options).width;
  const { lines } = setText(page, name, { ...options, width: whole * HALF });
  return fitHeadline(page, [lines], { ...box, maximum: size * IN_TWO });
}

export interface FormalLinesProps {
  readonly lines: readonly FormalLine[];
  /** Of the column in which they are centred. */
  readonly x: Mm;
  readonly y: Mm;
  readonly width: Mm;
  readonly ground: ColorToken;
}

export const FormalLines = ({ lines, x, y, width, ground }: FormalLinesProps, page: PageContext): Node => {
  const plain = textOn(page, ground, "ink", "paper");
  const color = { title: highlightOn(page, ground), name: textOn(page, ground, "primary", "paper"), plain };
  let top = y;
  return lines.map((line, index) => {
    const { name, text, height, before, tone, dotted } = line;
    const at = top + (index === 0 ? 0 : before);
    top = at + height;
    if (!text) {
      return (
        <Frame name={name} role="art" x={x + (width - dotted) / 2} y={at} width={dotted} height={height + 1}>
          <WritingLines width={dotted} pitch={height / line.lines} count={line.lines} color={plain} />
        </Frame>
      );
    }
    return (
      <Frame name={name} x={x} y={at} width={width} height={height}>
        <div style={{ display: "flex", flexDirection: "column", alignItems: "center", width, height }}>
          <Text set={text} color={color[tone]} align="center" />
        </div>
      </Frame>
    );
  });
};
