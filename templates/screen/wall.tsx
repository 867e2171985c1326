/** An LED wall: a few thick letters on a deep ground in every theme, because a white wall blinds. */

import {
  Action,
  bleeding,
  Frame,
  Ground,
  grid,
  LogoBar,
  Message,
  Motif,
  Page,
  type PageContext,
  rect,
  setAction,
  setLogoBar,
  setStage,
  typeScale,
  wordsOf,
} from "anpham/kit";

const GROUND = "primary";

function layOut(page: PageContext) {
  const { trim } = page.geometry;
  const { box } = grid(page, 0.055);
  const { minimum } = typeScale(page);
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
  const stage = setStage(page, {
    area: rect(0, 0, trim.width, trim.height),
    box: rect(box.x, top, box.width, actionAt.y - 0.8 * em - top),
    gap: 0.5 * em,
    badge: 1.1 * em,
    tail: null,
    lead: em,
    event: null,
    lines: "no-lead",
    sink: 0.5,
  });
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
