import type { Mm } from "../base/units.ts";
import { capitals } from "../base/vietnamese/casing.ts";
import { nfc } from "../base/vietnamese/nfc.ts";
import type { Face, PageContext } from "../model/template.ts";
import type { Node } from "./jsx-runtime.ts";
import { keptByFonts } from "./kept-by-fonts.ts";
import { lastingDrawing, lastingSetting } from "./lasting.ts";
import { linePitch } from "./line-pitch.ts";
import { lineMeasure, markRoom, setLines, type TextSetting } from "./set-text.ts";
import { blockStyle, indented, lineStyle } from "./text.tsx";

export interface HeadlineBox {
  readonly width: Mm;
  readonly height: Mm;
  /** The largest em, where the box would allow an ill-proportioned one. */
  readonly maximum?: Mm;
  /** The theme's own when left out. */
  readonly weight?: number;
  /** Letter spacing in em; the theme's own when left out. */
  readonly tracking?: number;
  /** How it will be shown, left by default. */
  readonly align?: "left" | "center";
}

/** The ways to break the message's headline, in the theme's case. */
export function headlineSettings({ brief, theme }: PageContext): readonly (readonly string[])[] {
  const { settings } = brief.message.headline;
  return theme.headline.capitals ? settings.map((lines) => lines.map(capitals)) : settings;
}

/**
 * Chooses the setting (way to break the headline by sense) that gives the largest type in the box:
 * size = min(width / widest line, height / (lines × line height + room for marks), maximum). Between equals, the fewer lines.
 */
export const fitHeadline = lastingSetting(function fitHeadline(
  page,
  settings: readonly (readonly string[])[],
  box: HeadlineBox,
): TextSetting {
  const { headline } = page.theme;
  const { width, height, maximum = Number.POSITIVE_INFINITY, align = "left" } = box;
  const { weight = headline.weight, tracking = headline.tracking } = box;
  const options = { weight, tracking, align, family: "display" } as const;
  let best: { readonly set: SetAtOne; readonly size: Mm } | null = null;
  for (const setting of settings) {
    const set = setAtOne(page, setting, options);
    const { lines } = set;
    const size = Math.min((width * FILL) / set.width, height / set.height, maximum);
    const isBetter =
      !best || size > best.size * 1.001 || (size > best.size * 0.999 && lines.length < best.set.lines.length);
    if (isBetter) best = { set, size };
  }
  if (!best) throw new RangeError("a headline has no setting");
  const { lines, leading, padLeft } = best.set;
  const set = setLines(page, lines, { ...options, size: best.size, leading });
  return padLeft > 0 ? { ...set, padLeft: padLeft * best.size } : set;
});

/** A setting at an em of 1 mm. */
interface SetAtOne {
  readonly lines: readonly string[];
  readonly leading: number;
  /** How far a letter leans over the left edge that the lines share. */
  readonly padLeft: number;
  /** Of the widest line, with what leans over its edges. */
  readonly width: number;
  readonly height: number;
}

interface DisplayOptions {
  readonly weight: number;
  readonly tracking: number;
  readonly align: "left" | "center";
  readonly family: "display";
}

const settingAtOne = keptByFonts<SetAtOne>(300);

function setAtOne(page: PageContext, setting: readonly string[], options: DisplayOptions): SetAtOne {
  return settingAtOne(page, JSON.stringify([setting, page.faces.display, options]), () => {
    const { weight, tracking, align } = options;
    const lines = setting.map(nfc);
    const face = { family: page.faces.display, weight };
    const leading = linePitch(page, lines, { face, tracking, align });
    const { top, bottom } = markRoom(page, lines, leading, face);
    const measure = lineMeasure(page, { ...options, size: 1 });
    const leans = lines.map((line) => leanOf(page, line, face));
    const padLeft = align === "left" ? Math.max(...leans.map(({ left }) => left)) : 0;
    const needed = lines.map((line, index) => {
      const { left, right } = leans[index]!;
      return measure(line) + (align === "left" ? padLeft + right : 2 * Math.max(left, right));
    });
    const height = lines.length * leading + top + bottom;
    return { lines, leading, padLeft, width: Math.max(...needed), height };
  });
}

/** How far the ink of a line's first and last letters (“Ý”, “tế”) leaves their widths, em. */
function leanOf(
  page: PageContext,
  line: string,
  face: Face,
): { readonly left: number; readonly right: number } {
  const letters = page.extents(line, face);
  return {
    left: Math.max(0, -(letters[0]?.left ?? 0)),
    right: Math.max(0, (letters.at(-1)?.right ?? 0) - page.measure(line, face)),
  };
}

/** Layout rounds to its own unit: a headline stays a hair narrower than its box. */
const FILL = 0.998;

export interface HeadlineProps {
  readonly set: TextSetting;
  readonly color: string;
  /** The words to set in the highlight colour, and that colour. */
  readonly emphasis?: string | null;
  readonly highlight?: string;
  readonly align?: "left" | "center";
}

/** A headline as {@link fitHeadline} set it, with its emphasised words in the highlight colour. */
export const Headline = lastingDrawing(
  ({ set, color, emphasis = null, highlight = color, align = "left" }: HeadlineProps): Node =>
    indented(
      <div style={blockStyle(set, align)}>
        {emphasised(set.lines, emphasis).map((parts) => (
          <div style={{ display: "flex", ...lineStyle(set) }}>
            {parts.map(({ text, strong }) => (
              <div style={{ whiteSpace: "pre", color: strong ? highlight : color }}>{text}</div>
            ))}
          </div>
        ))}
      </div>,
      set,
      align,
    ),
);

interface Part {
  readonly text: string;
  readonly strong: boolean;
}

/** Cuts each line where the emphasis, which may run over several lines, begins and ends. */
export function emphasised(lines: readonly string[], emphasis: string | null): readonly (readonly Part[])[] {
  // Words that stay together are joined by spaces that do not break; they are the same words.
  const plain = (text: string) => nfc(text).replaceAll("\u00a0", " ");
  const whole = plain(lines.join(" "));
  const sought = emphasis === null ? "" : plain(emphasis);
  const from = sought === "" ? -1 : whole.toLocaleLowerCase("vi").indexOf(sought.toLocaleLowerCase("vi"));
  const to = from + sought.length;
  let offset = 0;
  return lines.map((line) => {
    const start = offset;
    offset += line.length + 1;
    if (from < 0) return [{ text: line, strong: false }];
    const cut = (at: number) => Math.min(line.length, Math.max(0, at - start));
    return [
      { text: line.slice(0, cut(from)), strong: false },
      { text: line.slice(cut(from), cut(to)), strong: true },
      { text: line.slice(cut(to)), strong: false },
    ].filter(({ text }) => text !== "");
  });
}
