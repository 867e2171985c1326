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

/**
 * What the wall says, by choice: of an event its name on the label, then day, hour and place, of which the place goes
 * first; its name and day on the label alone.
 */
function tellings(page: PageContext): readonly PageContext[] {
  const { event } = page.brief;
  const plain = telling(page, { lead: null, event: null });
  if (!event) return [plain];
  const named = telling(page, { lead: null, badge: event.name });
  const labels = occasions(telling(page, { badge: null }));
  return [
    named,
    telling(named, { event: { ...event, place: null } }),
    ...labels.map((text) => telling(plain, { badge: { text, short: null } })),
  ];
}

function layOut(page: PageContext) {
  const { trim } = page.geometry;
  const { box } = grid(page, 0.055);
  const { minimum, message: least } = typeScale(page);
  const em = Math.max(minimum * 1.15, box.height * 0.07);
  const header = setLogoBar(page, {
    width: box.width,
    logoHeight: 2.2 * em,
    nameSize: em,
    governingBody: false,
  });
  const action = setAction(page, { width: box.width, callSize: em, phoneSize: 1.6 * em, gap: em });
  const headerAt = rect(box.x, box.y, box.width, header.height);
  const actionAt = rect(box.x, box.y + box.height - action.height, box.width, action.height);
  const top = box.y + header.height + 0.8 * em;
  const stageWith = (told: PageContext, event: Mm) =>
    setStage(told, {
      area: rect(0, 0, trim.width, trim.height),
      box: rect(box.x, top, box.width, actionAt.y - 0.8 * em - top),
      gap: 0.5 * em,
      badge: 1.1 * em,
      tail: null,
      lead: em,
      event,
      eventLines: 1,
      lines: "no-lead",
      sink: 0.5,
    });
  const stages = tellings(page).flatMap((told) => [em, minimum].map((size) => stageWith(told, size)));
  const carries = ({ message, tellsEvent }: StageSetting) => tellsEvent && message.headline.set.size >= least;
  const stage = stages.find(carries) ?? stages.at(-1)!;
  return { header, headerAt, action, actionAt, stage };
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
