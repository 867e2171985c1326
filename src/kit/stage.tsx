/** The stage: the part of a piece that carries the message over the theme's motif. */

import { type Rect, rect } from "../base/geometry.ts";
import type { Mm } from "../base/units.ts";
import type { PageContext } from "../model/template.ts";
import { typeScale } from "./grid.ts";
import { bleeding, Ground } from "./ground.tsx";
import type { Node } from "./jsx-runtime.ts";
import { Message, wordsOf } from "./message.tsx";
import { Motif } from "./motif/motif.tsx";
import { showsSteps } from "./motif/steps.tsx";
import {
  type Align,
  type MessageSetting,
  type SupportOptions,
  setMessage,
  setSupport,
} from "./set-message.ts";

export interface StageOptions extends Omit<SupportOptions, "width" | "leadWidth"> {
  /** What the stage fills, mm from the trim's top left corner; edges on the trim bleed. */
  readonly area: Rect;
  /** Where words may stand. */
  readonly box: Rect;
  /** Between blocks of the message. */
  readonly gap: Mm;
  /** How much of its size the headline may give up for more support, 0–1. */
  readonly yields?: number;
  /** Part of the spare room above the message, 0–1. */
  readonly sink?: number;
  /** Whether the lead is shown where there is room. */
  readonly lines?: "all" | "no-lead";
  /** How wide running text may grow, in parts of the column. */
  readonly leadShare?: number;
  /** The smallest em that the headline should have; the format's distance by default. */
  readonly least?: Mm;
}

export interface StageSetting {
  readonly area: Rect;
  readonly message: MessageSetting;
  /** Whether the lines of the event are told, as far as it has any: name, day and place that stand nowhere else. */
  readonly tellsEvent: boolean;
}

/** How much of the box the words take, and how they stand in it. */
interface Arrangement {
  readonly width: number;
  readonly height: number;
  readonly align: Align;
}

/** What the motif of each theme leaves to the words, by the shape of their box; steps need more room for a photo. */
function arrangements({ theme, pictures }: PageContext, { width, height }: Rect): readonly Arrangement[] {
  const aspect = width / height;
  const whole = { width: 1, height: 1, align: aspect < CENTRED ? theme.align : "left" } as const;
  switch (theme.motif) {
    case "steps":
      // In a flat box the height of the steps decides how much of a photo shows.
      if (!pictures.photo || aspect > FLAT) return [{ ...whole, width: aspect < 0.9 ? 1 : 0.8 }, whole];
      return aspect < 0.9
        ? [{ ...whole, height: 0.66 }, { ...whole, height: 0.8 }, whole]
        : [{ ...whole, width: 0.66 }, { ...whole, width: 0.8 }, whole];
    case "modules":
      return aspect < 1
        ? [{ ...whole, height: 0.74 }, { ...whole, height: 0.86 }, whole]
        : [{ ...whole, width: 0.68 }, { ...whole, width: 0.8 }, whole];
    case "sunrise":
      return aspect < CENTRED
        ? [{ ...whole, height: 0.68 }, { ...whole, height: 0.8 }, whole]
        : [{ ...whole, width: 0.64 }, { ...whole, width: 0.78 }, whole];
  }
}

/** From this shape on, words stand on the left, whatever the theme. */
const CENTRED = 1.6;
const FLAT = 2.4;

/**
 * Gives the message as much of the box as the theme's motif leaves it; where that is too little to read from the
 * format's distance, or hides the event, the motif yields.
 */
export function setStage(page: PageContext, options: StageOptions): StageSetting {
  const { area, box, gap, yields = 0.22, sink = 0.4, lines = "all", leadShare = 0.78 } = options;
  const { least = typeScale(page).message } = options;
  const { badge, tail, lead, event, leadLines = 4, eventLines = 3 } = options;
  const setIn = ({ width, height, align }: Arrangement): StageSetting => {
    const column = rect(box.x, box.y, box.width * width, box.height * height);
    const leadWidth = column.width * leadShare;
    const sizes = { badge, tail, lead, event, leadLines, eventLines };
    const support = setSupport(page, { ...sizes, width: column.width, leadWidth });
    const told = lines === "all" ? support : { ...support, lead: null };
    const message = setMessage(page, told, { box: column, gap, yields, sink, align });
    return { area, message, tellsEvent: message.event !== null || support.event === null };
  };
  const carries = ({ tellsEvent, message }: StageSetting, size: Mm) =>
    tellsEvent && message.headline.set.size >= size - ROUNDING;
  const ways = arrangements(page, box);
  let set = setIn(ways[0]!);
  for (const way of ways.slice(1)) {
    if (carries(set, least)) break;
    set = setIn(way);
  }
  const field = bleeding(area, page);
  const shows = ({ message }: StageSetting) => field === null || showsSteps(page, field, wordsOf(message));
  if (page.theme.motif !== "steps" || page.pictures.photo || shows(set)) return set;
  // Dense words leave the steps no room: a narrower column does, as long as it reads from the format's distance.
  const align = set.message.align;
  const narrower = NARROWER.map((width) => setIn({ width, height: 1, align }));
  return narrower.find((one) => carries(one, typeScale(page).message) && shows(one)) ?? set;
}

/** Parts of the column that dense words give up for the steps, the wider first. */
const NARROWER = [0.92, 0.86, 0.8] as const;

const ROUNDING = 1e-6;

export interface StageProps {
  readonly set: StageSetting;
  /** Text of other frames that stands on the stage, such as the header. */
  readonly clear?: readonly Rect[];
}

/** Ground, motif (with the brief's photo in it) and message. */
export const Stage = ({ set, clear = [] }: StageProps, page: PageContext): Node => {
  const { stage } = page.theme.surfaces;
  return (
    <>
      <Ground name="ground" color={stage} area={set.area} />
      <Motif
        name="motif"
        area={bleeding(set.area, page)}
        clear={[...wordsOf(set.message), ...clear]}
        align={set.message.align}
        photo
      />
      <Message set={set.message} ground={stage} />
    </>
  );
};
