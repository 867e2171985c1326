/** Boxes and towers: the institution, the message, and the button in a band at the foot. */

import {
  Action,
  Frame,
  Ground,
  grid,
  Logo,
  LogoBar,
  Page,
  type PageContext,
  rect,
  Stage,
  setAction,
  setLogo,
  setLogoBar,
  setStage,
  typeScale,
} from "anpham/kit";

/** Narrower than this many ems of the smallest type, the name stands under the mark. */
const NARROW = 20;

function layOut(page: PageContext) {
  const { trim } = page.geometry;
  const { box } = grid(page, 0.04);
  const { minimum } = typeScale(page);
  const isTower = trim.height > 1.5 * trim.width;
  const em = Math.max(minimum, trim.width * 0.034);
  const pad = trim.width * (isTower ? 0.06 : 0.04);
  const action = setAction(page, {
    width: box.width,
    callSize: em * 1.15,
    phoneSize: em * (isTower ? 2 : 1.5),
    gap: em,
  });
  const floor = trim.height - pad;
  const actionAt = rect(box.x, floor - action.height, box.width, action.height);
  const footY = actionAt.y - pad;

  const isNarrow = box.width < NARROW * minimum;
  const mark = isNarrow
    ? setLogo(page, "logo", { height: box.width * 0.34, maxWidth: box.width * 0.6 })
    : null;
  const header = setLogoBar(page, {
    width: box.width,
    logoHeight: isNarrow ? 0 : em * 2.4,
    nameSize: em,
    maxLines: isNarrow ? 4 : 2,
    governingBody: false,
    marks: false,
  });
  const markAt = rect(box.x, box.y, mark?.width ?? 0, mark?.height ?? 0);
  const headerY = mark ? box.y + mark.height + 0.6 * em : box.y;
  const headerAt = rect(box.x, headerY, box.width, header.height);
  const top = headerY + header.height + (isTower ? 1.5 * pad : 0.9 * pad);
  const stage = setStage(page, {
    area: rect(0, 0, trim.width, footY),
    box: rect(box.x, top, box.width, footY - 0.9 * pad - top),
    gap: 0.8 * em,
    badge: em * (isTower ? 1.1 : 1),
    tail: isTower ? em * 1.3 : null,
    lead: em,
    event: isTower && !isNarrow ? em : null,
    eventLines: 2,
    lines: "no-lead",
  });
  return { action, actionAt, footY, mark, markAt, header, headerAt, stage };
}

export function stacked(page: PageContext) {
  const { trim } = page.geometry;
  const { stage: ground, foot } = page.theme.surfaces;
  const { action, actionAt, footY, mark, markAt, header, headerAt, stage } = layOut(page);
  return (
    <Page>
      <Stage set={stage} clear={[headerAt, markAt]} />
      <Ground name="foot" color={foot} area={rect(0, footY, trim.width, trim.height - footY)} />
      {mark && (
        <Frame name="logo" {...markAt} fit="none">
          <Logo set={mark} ground={ground} />
        </Frame>
      )}
      <Frame name="institution" {...headerAt}>
        <LogoBar set={header} ground={ground} />
      </Frame>
      <Frame name="contact" {...actionAt}>
        <Action set={action} ground={foot} align={stage.message.align} />
      </Frame>
    </Page>
  );
}
