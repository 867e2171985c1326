/** An LED wall: a few thick letters on a deep ground in every theme, because a white wall blinds. */

import {
  Action,
  bleeding,
  Frame,
  Ground,
  grid,
  LogoBar,
  Message,
  type Mm,
  Motif,
  occasions,
  Page,
  type PageContext,
  rect,
  type StageSetting,
  setAction,
  setLogoBar,
  setStage,
  telling,
  typeScale,
  wordsOf,
} from "anpham/kit";

const GROUND = "primary";

type Place = NonNullable<NonNullable<PageContext["brief"]["event"]>["place"]>;

/**
 * A place without its last parts, from the longest: who stands before the wall knows the province, and looks for the
 * hall. None of a place that has a short form, or begins with a street.
 */
function shorterPlaces({ text, short }: Place): readonly Place[] {
  const parts = text.split(/,\s+/u);
  if (short !== null || /\p{N}/u.test(parts[0]!)) return [];
  return parts
    .slice(1)
    .map((_, dropped) => ({ text: parts.slice(0, parts.length - 1 - dropped).join(", "), short: null }));
}

/**
 * What the wall says, by choice: of an event its name on the label, then day, hour and place, of which the place goes
 * first, part by part; its name and day on the label alone.
 */
function tellings(page: PageContext): readonly PageContext[] {
  const { event } = page.brief;
  const plain = telling(page, { lead: null, event: null });
  if (!event) return [plain];
  const named = telling(page, { lead: null, badge: event.name });
  const labels = occasions(telling(page, { badge: null }));
  return [
    named,
    ...(event.place ? shorterPlaces(event.place) : []).map((place) =>
      telling(named, { event: { ...event, place } }),
    ),
    telling(named, { event: { ...event, place: null } }),
    ...labels.map((text) => telling(plain, { badge: { text, short: null } })),
  ];
}

/**
 * The host in two lines with air around the blocks, or on one line and closer, or all as small as still reads: for the
 * place of an event. The em in parts of the smallest type.
 */
const AIRS = [
  { nameLines: 2, mark: 2.2, air: 0.8, gap: 0.5, em: 1.15 },
  { nameLines: 1, mark: 1.6, air: 0.5, gap: 0.35, em: 1.15 },
  { nameLines: 2, mark: 1.6, air: 0.4, gap: 0.3, em: 1 },
] as const;
/** Of the box: an em no smaller, where there is air. */
const LEAST_EM = 0.07;

/** How to lay out a telling with so much air. */
function withAir(page: PageContext, { nameLines, mark, air, gap, em: ems }: (typeof AIRS)[number]) {
  const { trim } = page.geometry;
  const { box } = grid(page, 0.055);
  const { minimum, message: least } = typeScale(page);
  const em = Math.max(minimum * ems, ems > 1 ? box.height * LEAST_EM : 0);
  const header = setLogoBar(page, {
    width: box.width,
    logoHeight: mark * em,
    nameSize: em,
    maxLines: nameLines,
    governingBody: false,
  });
  const action = setAction(page, { width: box.width, callSize: em, phoneSize: 1.6 * em, gap: em });
  const headerAt = rect(box.x, box.y, box.width, header.height);
  const actionAt = rect(box.x, box.y + box.height - action.height, box.width, action.height);
  const top = box.y + header.height + air * em;
  const stageWith = (told: PageContext, event: Mm) =>
    setStage(told, {
      area: rect(0, 0, trim.width, trim.height),
      box: rect(box.x, top, box.width, actionAt.y - air * em - top),
      gap: gap * em,
      badge: ems > 1 ? 1.1 * em : em,
      tail: null,
      lead: em,
      event,
      eventLines: 1,
      lines: "no-lead",
      sink: 0.5,
    });
  const names = header.name.lines.length <= nameLines;
  return (told: PageContext) => {
    const carries = ({ message, tellsEvent }: StageSetting) =>
      names && tellsEvent && message.headline.set.size >= least;
    const large = stageWith(told, em);
    const stage = carries(large) ? large : stageWith(told, minimum);
    return { header, headerAt, action, actionAt, stage, carries: carries(stage) };
  };
}

/** A telling with air, or closer, before one that tells less. */
function layOut(page: PageContext) {
  const airs = AIRS.map((air) => withAir(page, air));
  const told = tellings(page);
  for (const telling of told) {
    for (const layOutWith of airs) {
      const set = layOutWith(telling);
      if (set.carries) return set;
    }
  }
  return airs[0]!(told.at(-1)!);
}

export function wall(page: PageContext) {
  const { header, headerAt, action, actionAt, stage } = layOut(page);
  const said = rect(actionAt.x, actionAt.y, action.width, action.height);
  return (
    <Page>
      <Ground name="ground" color={GROUND} />
      <Motif
        name="motif"
        area={bleeding(stage.area, page)}
        ground={GROUND}
        clear={[...wordsOf(stage.message), headerAt, said]}
        align={stage.message.align}
        hairlines={false}
        photo
      />
      <Message set={stage.message} ground={GROUND} />
      <Frame name="institution" {...headerAt}>
        <LogoBar set={header} ground={GROUND} />
      </Frame>
      <Frame name="contact" {...actionAt}>
        <Action set={action} ground={GROUND} />
      </Frame>
    </Page>
  );
}
