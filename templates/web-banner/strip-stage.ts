/** The stage of strips and billboards: mark and name before the message, or over it where there is height. */

import {
  grid,
  type LogoBarSetting,
  type LogoSetting,
  type Mm,
  type PageContext,
  type Placed,
  type Rect,
  rect,
  type StageSetting,
  setLogo,
  setLogoBar,
  setPhrase,
  setStage,
  type TextSetting,
  typeScale,
} from "anpham/kit";

/** In parts of the height, where that is more than the safe area asks for. */
const MARGIN = 0.07;
/** Longer than this, the institution stands before the message. */
const STRIP = 5;
/** Lower than this many ems of the smallest type, the mark stands for the name. */
const LOW = 5;

export interface StripStage {
  readonly header: Placed<LogoBarSetting> | null;
  readonly mark: Placed<LogoSetting> | null;
  readonly name: Placed<TextSetting> | null;
  readonly stage: StageSetting;
}

export function layOutStage(page: PageContext, right: Mm): StripStage {
  const { trim, safe } = page.geometry;
  const area = rect(0, 0, right, trim.height);
  const { box: inner, margin } = grid(page, MARGIN);
  const box = rect(inner.x, inner.y, right - inner.x - Math.max(margin, safe.x), inner.height);
  if (trim.width <= STRIP * trim.height) return over(page, area, box);
  return box.height < LOW * typeScale(page).minimum ? low(page, area, box) : inLine(page, area, box);
}

const QUIET = { tail: null, event: null, lines: "no-lead", sink: 0.5 } as const;

/** A message is larger than the smallest type by this; what presses it below goes. */
const LEAST = 1.15;

/** Mark and name over the message; the name alone where the mark would press the message too small. */
function over(page: PageContext, area: Rect, box: Rect): StripStage {
  const { minimum } = typeScale(page);
  const em = Math.max(minimum, box.height * 0.08);
  const marked = [Math.max(box.height * 0.2, 2.2 * em), 0].map((logoHeight): StripStage => {
    const set = setLogoBar(page, {
      width: box.width,
      logoHeight,
      nameSize: em,
      governingBody: false,
      marks: false,
    });
    const top = box.y + set.height + box.height * 0.06;
    const stage = setStage(page, {
      ...QUIET,
      area,
      box: rect(box.x, top, box.width, Math.max(box.y + box.height - top, box.height * 0.2)),
      gap: box.height * 0.05,
      badge: box.height > 15 * minimum ? em * 1.1 : null,
      lead: em,
    });
    return { header: { set, at: rect(box.x, box.y, set.width, set.height) }, mark: null, name: null, stage };
  });
  const reads = ({ stage }: StripStage) => stage.message.headline.set.size >= minimum * LEAST;
  return marked.find(reads) ?? marked.at(-1)!;
}

/** Height of the mark and width of mark and name, in parts of the box. */
const MARK = 0.62;
const NAME_WIDTHS = [0.3, 0.36, 0.46, 0.56] as const;

/** Layout rounds to its own unit: a name needs a hair more than its width. */
const SLACK = 1.02;

/** Mark and name, then the message. */
function inLine(page: PageContext, area: Rect, box: Rect): StripStage {
  const { minimum } = typeScale(page);
  const bar = (share: number, mark: number) =>
    setLogoBar(page, {
      width: box.width * share,
      logoHeight: box.height * mark,
      nameSize: minimum * (mark > 0 ? 1.1 : 1),
      maxLines: 3,
      governingBody: false,
      marks: false,
    });
  // A name that is too long beside the mark stands alone.
  const tries = [...NAME_WIDTHS.map((share) => bar(share, MARK)), bar(NAME_WIDTHS.at(-1)!, 0)];
  const keeping = (lines: number) =>
    tries.find(({ name, height }) => name.lines.length <= lines && height <= box.height);
  const set = keeping(2) ?? keeping(3) ?? keeping(5) ?? tries.at(-1)!;
  const width = (set.logo ? set.logo.width + set.gap : 0) + set.name.width * SLACK;
  const gap = box.height * 0.3;
  const stage = setStage(page, {
    ...QUIET,
    area,
    box: rect(box.x + width + gap, box.y, box.width - width - gap, box.height),
    gap: gap / 2,
    badge: null,
    lead: minimum,
  });
  const at = rect(box.x, box.y + (box.height - set.height) / 2, width, set.height);
  return { header: { set: { ...set, width }, at }, mark: null, name: null, stage };
}

/** On a phone's strip the mark stands for the institution, and the badge for a message that would be too small. */
function low(page: PageContext, area: Rect, box: Rect): StripStage {
  const { minimum } = typeScale(page);
  const set = setLogo(page, "logo", { height: box.height * 0.86, maxWidth: box.height * 1.4 })!;
  const x = box.x + set.width + box.height * 0.2;
  const mark = { set, at: rect(box.x, box.y + (box.height - set.height) / 2, set.width, set.height) };
  const beside = shortest(page, area, rect(x, box.y, box.x + box.width - x, box.height));
  if (beside.stage.message.headline.set.size >= minimum) return { ...beside, header: null, mark };
  return { ...shortest(page, area, box), header: null, mark: null };
}

/** The message, or the badge over the name where that can be set larger. */
function shortest(page: PageContext, area: Rect, room: Rect): Pick<StripStage, "stage" | "name"> {
  const type = typeScale(page);
  const { brief } = page;
  const options = { ...QUIET, area, gap: room.height * 0.1, badge: null, lead: type.minimum };
  const whole = setStage(page, { ...options, box: room });
  const { size } = whole.message.headline.set;
  if (size >= type.message || !brief.badge) return { stage: whole, name: null };
  const line = setPhrase(page, brief.institution.name, {
    size: type.minimum,
    weight: 500,
    leading: 1.2,
    width: room.width,
    maxLines: 1,
  });
  const name = line.lines.length === 1 ? line : null;
  const words = { settings: [[brief.badge.short ?? brief.badge.text]], emphasis: null };
  const message = { ...brief.message, overline: null, headline: words };
  const stage = setStage(
    { ...page, brief: { ...brief, message } },
    {
      ...options,
      box: rect(room.x, room.y, room.width, room.height - (name?.height ?? 0)),
      // Over the name, or centred as mark and button are.
      sink: name ? 1 : QUIET.sink,
    },
  );
  if (stage.message.headline.set.size < size) return { stage: whole, name: null };
  const at = name && rect(room.x, room.y + room.height - name.height, room.width, name.height);
  return { stage, name: name && at && { set: name, at } };
}
