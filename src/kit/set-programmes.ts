/** The section of a piece that says what one can learn: a title, the levels, and the list. */

import type { Mm } from "../base/units.ts";
import type { Programme, TrainingLevel } from "../model/institution.ts";
import type { PageContext } from "../model/template.ts";
import { programmeIcon } from "./icon.tsx";
import { lastingSetting } from "./lasting.ts";
import { type ListEntry, type ListOptions, type ListSetting, setList } from "./set-list.ts";
import { setText, type TextSetting } from "./set-text.ts";
import { stackHeight } from "./stack.ts";

export interface ProgrammesOptions extends ListOptions {
  /** Of the title; `null` for a list without one. */
  readonly titleSize: Mm | null;
  /** Between title and list. */
  readonly gap: Mm;
  /** The levels beside the title, where there is room. */
  readonly levels?: boolean;
}

export interface ProgrammesSetting {
  readonly title: TextSetting | null;
  readonly levels: TextSetting | null;
  readonly list: ListSetting;
  readonly gap: Mm;
  readonly width: Mm;
  readonly height: Mm;
}

const LEVELS: Readonly<Record<TrainingLevel, string>> = {
  "so-cap": "Sơ cấp",
  "trung-cap": "Trung cấp",
  "cao-dang": "Cao đẳng",
};

/** The institution's programmes; without any, what else speaks for it; `null` when the brief has neither. */
export const setProgrammes = lastingSetting(function setProgrammes(
  page,
  options: ProgrammesOptions,
): ProgrammesSetting | null {
  const { width, height, titleSize, gap } = options;
  const { programmes, benefits } = page.brief;
  const title = programmes.length > 0 && titleSize !== null ? setTitle(page, titleSize, width) : null;
  const entries = programmes.length > 0 ? programmes.map(programmeEntry) : benefits.map(benefitEntry);
  const others = programmes.length > 0 ? (count: number) => `và ${count} nghề khác` : () => null;
  const list = setList(page, entries, { ...options, height: height - stackHeight([title], gap) }, others);
  if (!list) return null;
  const levels = title && options.levels ? setText(page, levelsOf(programmes), { size: options.size }) : null;
  const fits = title && levels && title.lines.length === 1 && title.width + levels.width + 2 * gap <= width;
  return {
    title,
    levels: fits ? levels : null,
    list,
    gap,
    width,
    height: stackHeight([title], gap) + list.height,
  };
});

/** The title on one line, smaller if it must be. */
function setTitle(page: PageContext, size: Mm, width: Mm): TextSetting | null {
  const { programmesTitle } = page.brief;
  if (!programmesTitle) return null;
  const options = {
    size,
    weight: 700,
    family: "display",
    width,
    leading: 1.25,
    maxLines: 1,
    minimum: size * 0.65,
  } as const;
  const full = setText(page, programmesTitle.text, options);
  return full.lines.length > 1 && programmesTitle.short
    ? setText(page, programmesTitle.short, options)
    : full;
}

const programmeEntry = (programme: Programme): ListEntry => ({
  icon: programmeIcon(programme),
  name: programme.name,
  detail: [
    programme.levels.map((level) => LEVELS[level]).join(", "),
    programme.duration,
    programme.quota && `${programme.quota} chỉ tiêu`,
  ]
    .filter(Boolean)
    .join(" · "),
});

const benefitEntry = (name: ListEntry["name"]): ListEntry => ({ icon: "circle-check", name, detail: null });

/** The levels that programmes lead to, in words, lowest first, each once: “Trung cấp · Cao đẳng”; empty without any. */
export const levelsOf = (programmes: readonly Pick<Programme, "levels">[]): string =>
  (Object.keys(LEVELS) as TrainingLevel[])
    .filter((level) => programmes.some((programme) => programme.levels.includes(level)))
    .map((level) => LEVELS[level])
    .join(" · ");
