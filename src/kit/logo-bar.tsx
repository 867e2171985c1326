import type { Mm } from "../base/units.ts";
import type { ColorToken } from "../model/color-token.ts";
import { textOn } from "./contrast.ts";
import { typeScale } from "./grid.ts";
import type { Node } from "./jsx-runtime.ts";
import { lastingDrawing, lastingSetting } from "./lasting.ts";
import { Logo, type LogoSetting, setLogo } from "./logo.tsx";
import { setPhrase } from "./set-phrase.ts";
import { setText, type TextSetting } from "./set-text.ts";
import { keepsWords, splitsOf, WITHIN_WORD } from "./splits-of.ts";
import { Text } from "./text.tsx";

export interface LogoBarSetting {
  /** `null` where the name alone speaks for the institution. */
  readonly logo: LogoSetting | null;
  readonly governingBody: TextSetting | null;
  readonly name: TextSetting;
  /** Whether no line of the name ends in the middle of a word or a name. */
  readonly whole: boolean;
  /** Campaign mark, then authority mark. */
  readonly marks: readonly LogoSetting[];
  readonly gap: Mm;
  readonly width: Mm;
  readonly height: Mm;
}

export interface LogoBarOptions {
  readonly width: Mm;
  /** Height of the institution's mark; 0 for the name alone. */
  readonly logoHeight: Mm;
  readonly nameSize: Mm;
  readonly maxLines?: number;
  /** The governing body above the name. */
  readonly governingBody?: boolean;
  /** The other marks at the end of the bar, if there is room. */
  readonly marks?: boolean;
}

/** Institution first, campaign mark second, authority third; clear space between them, equal optical height. */
export const setLogoBar = lastingSetting(function setLogoBar(page, options: LogoBarOptions): LogoBarSetting {
  const { width, logoHeight, nameSize, maxLines = 2, marks = true } = options;
  const { institution } = page.brief;
  const gap = logoHeight * 0.28;
  const logo =
    logoHeight > 0 ? setLogo(page, "logo", { height: logoHeight, maxWidth: logoHeight * 2.2 }) : null;
  const others =
    logo && marks
      ? (["campaign-mark", "authority-mark"] as const).flatMap(
          (role) => setLogo(page, role, { height: logoHeight * SECOND, maxWidth: logoHeight * 1.8 }) ?? [],
        )
      : [];
  const taken = others.reduce((sum, mark) => sum + mark.width + gap, 0);
  const room = width - (logo ? logo.width + gap : 0);
  const { minimum } = typeScale(page);
  const holds = (set: TextSetting) => set.lines.length <= maxLines || set.height <= logoHeight * HIGHEST;
  const nameIn = (textWidth: Mm) => {
    const text = {
      size: nameSize,
      weight: 700,
      leading: 1.25,
      width: textWidth,
      minimum: Math.max(minimum, nameSize * 0.7),
    };
    const full = setPhrase(page, institution.name, { ...text, maxLines });
    const { short } = institution.name;
    const inShort = () =>
      short === null ? null : setText(page, short, { ...text, maxLines: Math.min(maxLines, COLUMN) });
    const isWhole = (one: TextSetting | null, most: number): one is TextSetting =>
      one !== null && one.lines.length <= most && splitsOf(one.lines) < PARTED;
    // A name in more lines than these is a column of words.
    const instead = full.lines.length > COLUMN ? inShort() : null;
    const set = isWhole(instead, COLUMN) ? instead : full;
    if (set.lines.length === 1 || set.lines.length > maxLines || splitsOf(set.lines) < PARTED) return set;
    // A line more, beside a mark that is high enough for it, keeps together what belongs together.
    const lower = Math.max(text.minimum, (logoHeight * HIGHEST) / (text.leading * (maxLines + 1)));
    const size = Math.min(nameSize, lower);
    const higher = setText(page, institution.name.text, { ...text, size, maxLines: maxLines + 1 });
    if (holds(higher) && splitsOf(higher.lines) < splitsOf(set.lines)) return higher;
    // Else a smaller name, else the short one: it is whole, too.
    const smaller = setText(page, institution.name.text, { ...text, size: text.minimum, maxLines });
    return [smaller, inShort()].find((one) => isWhole(one, maxLines)) ?? set;
  };
  // The institution comes first: marks that would press its name out of its lines, or tear its words, stay away.
  const beside = others.length > 0 && room - taken - gap >= width * 0.4 ? nameIn(room - taken - gap) : null;
  const alone = beside !== null && holds(beside) && keepsWords(beside.lines) ? beside : nameIn(room);
  const keepsMarks =
    beside !== null &&
    holds(beside) &&
    (beside === alone || splitsOf(beside.lines) - splitsOf(alone.lines) < WITHIN_WORD);
  const name = keepsMarks ? beside : alone;
  const textWidth = keepsMarks ? room - taken - gap : room;
  const bodySize = Math.max(minimum, name.size * 0.72);
  const governingBody =
    options.governingBody !== false && institution.governingBody
      ? setPhrase(page, institution.governingBody, {
          size: bodySize,
          leading: 1.3,
          width: textWidth,
          maxLines: 1,
        })
      : null;
  const shownBody = governingBody && governingBody.lines.length === 1 ? governingBody : null;
  const height = Math.max(logo?.height ?? 0, name.height + (shownBody?.height ?? 0));
  const whole = keepsWords(name.lines);
  return { logo, governingBody: shownBody, name, whole, marks: keepsMarks ? others : [], gap, width, height };
});

/** Lines of a name at most, where it has a short form. */
const COLUMN = 3;
/** Lines that part more than this are worth another one … */
const PARTED = 0.3;
/** … where the name, in parts of the mark's height, stays as low as this. */
const HIGHEST = 0.9;

/** The other marks stand back a little behind the institution's. */
const SECOND = 0.86;

export interface LogoBarProps {
  readonly set: LogoBarSetting;
  /** What the bar stands on. */
  readonly ground: ColorToken;
}

export const LogoBar = lastingDrawing(
  ({ set, ground }: LogoBarProps, page): Node => (
    <div
      style={{ display: "flex", alignItems: "center", width: set.width, height: set.height, gap: set.gap }}
    >
      {set.logo && <Logo set={set.logo} ground={ground} />}
      <div style={{ display: "flex", flexDirection: "column", flexGrow: 1 }}>
        {set.governingBody && <Text set={set.governingBody} color={textOn(page, ground, "tint", "muted")} />}
        <Text set={set.name} color={textOn(page, ground, "paper", "primary")} />
      </div>
      {set.marks.map((mark) => (
        <Logo set={mark} ground={ground} />
      ))}
    </div>
  ),
);
