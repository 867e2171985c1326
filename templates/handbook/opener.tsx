import {
  bleeding,
  capitals,
  Frame,
  Ground,
  highlightOn,
  isLight,
  Motif,
  type Node,
  type PageContext,
  type Rect,
  rect,
  setText,
  Text,
  type TextSetting,
  textOn,
} from "anpham/kit";
import { measures, textBox } from "./measures.ts";

export interface OpenerSetting {
  readonly kicker: TextSetting | null;
  readonly title: TextSetting;
  readonly lead: TextSetting | null;
  /** Height of the band, and where the chapter's text begins. */
  readonly band: number;
  readonly leadTop: number;
  readonly end: number;
}

/** The band in lines: at least, above the words, between them and under them. */
const LEAST = 9;
/** The least height where no chapter begins. */
export const LOW_BAND = 7;

const ABOVE = 2;
const UNDER = 1.5;
const BETWEEN = 0.4;
/** Under the band. */
const AFTER = 2;
/** The motif keeps the rest of the band. */
const TITLE_SHARE = 0.74;

export function setOpener(
  page: PageContext,
  words: { readonly kicker: string | null; readonly title: string; readonly lead: string | null },
  least = LEAST,
): OpenerSetting {
  const grid = measures(page);
  const { line, step, width } = grid;
  const { headline } = page.theme;
  const options = { family: "display", width: width * TITLE_SHARE } as const;
  const kicker = words.kicker
    ? setText(page, words.kicker, { ...options, size: step(0.4), weight: 600 })
    : null;
  const title = setText(page, headline.capitals ? capitals(words.title) : words.title, {
    ...options,
    ...headline,
    size: step(headline.capitals ? 2.2 : 2.5),
    leading: 1.15,
    maxLines: 4,
    minimum: step(-1),
  });
  const lead = words.lead
    ? grid.set(words.lead, { size: grid.size * 1.12, weight: 500, width, leading: 1 })
    : null;
  const inBand = title.height + (kicker ? kicker.height + BETWEEN * line : 0);
  const band = Math.max(least * line, grid.up(inBand) + (ABOVE + UNDER) * line);
  const leadTop = band + AFTER * line;
  const end = leadTop + (lead ? grid.rows(lead) + line : 0);
  // Items stand on the grid of the text area.
  return { kicker, title, lead, band, leadTop, end: grid.up(end) };
}

/** The band across the head of a page: the theme's stage, its motif, and the words at its foot. */
export const Opener = (
  { set, number }: { readonly set: OpenerSetting; readonly number: number },
  page: PageContext,
): Node => {
  const { line } = measures(page);
  const { stage } = page.theme.surfaces;
  const { kicker, title, lead, band, leadTop } = set;
  const box = textBox(page, number, 0);
  const titleY = band - UNDER * line - title.height;
  const kickerY = kicker ? titleY - BETWEEN * line - kicker.height : titleY;
  const area = rect(0, 0, page.geometry.trim.width, band);
  const grounds = isLight(stage) ? ([stage, "glow"] as const) : stage;
  const line0 = (one: TextSetting, y: number): Rect => rect(box.x, y, one.width, one.height);
  const words = [line0(title, titleY), ...(kicker ? [line0(kicker, kickerY)] : [])];
  return (
    <>
      <Ground name="opener" color={stage} area={area} />
      <Motif name="opener-motif" area={bleeding(area, page)} clear={words} align="left" />
      {kicker && (
        <Frame
          name="chapter-number"
          x={box.x}
          y={kickerY}
          width={box.width * TITLE_SHARE}
          height={kicker.height}
        >
          <Text set={kicker} color={highlightOn(page, grounds)} />
        </Frame>
      )}
      <Frame name="chapter-title" x={box.x} y={titleY} width={box.width * TITLE_SHARE} height={title.height}>
        <Text set={title} color={textOn(page, grounds, "paper", "primary")} />
      </Frame>
      {lead && (
        <Frame
          name="chapter-lead"
          x={box.x}
          y={leadTop + measures(page).drop(lead)}
          width={box.width}
          height={lead.height}
        >
          <Text set={lead} color={textOn(page, "paper", "primary-3", "primary")} />
        </Frame>
      )}
    </>
  );
};
