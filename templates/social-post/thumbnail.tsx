/** A picture that must be read at a seventh of its size: the message, the badge, and who speaks. */

import {
  Frame,
  freeAcross,
  grid,
  LogoBar,
  Page,
  type PageContext,
  rect,
  Stage,
  setLogoBar,
  setStage,
  typeScale,
} from "anpham/kit";

/** Small type of a thumbnail, in parts of its height: 168 px wide, it is still 7 px. */
const SMALL = 0.075;

function layOut(page: PageContext) {
  const { trim } = page.geometry;
  const { box, baseline } = grid(page, 0.05);
  const size = Math.max(typeScale(page).minimum, trim.height * SMALL);
  const floor = box.y + box.height;
  const logoHeight = 1.9 * size;
  const strip = freeAcross(page, rect(box.x, floor - 2 * logoHeight, box.width, 2 * logoHeight));
  const header = setLogoBar(page, {
    width: strip.width - 2 * baseline,
    logoHeight,
    nameSize: size * 0.8,
    governingBody: false,
    marks: false,
  });
  const headerAt = rect(strip.x, floor - header.height, header.width, header.height);
  const stage = setStage(page, {
    area: rect(0, 0, trim.width, trim.height),
    box: rect(box.x, box.y, box.width, headerAt.y - 2.5 * baseline - box.y),
    gap: 2.5 * baseline,
    badge: size * 1.05,
    tail: null,
    lead: size,
    event: null,
    lines: "no-lead",
    sink: 0.4,
    least: trim.height * LEAST,
  });
  return { header, headerAt, stage };
}

/** Where the motif presses the message below this part of the height, the motif yields. */
const LEAST = 0.13;

export function thumbnail(page: PageContext) {
  const { header, headerAt, stage } = layOut(page);
  return (
    <Page>
      <Stage set={stage} clear={[headerAt]} />
      <Frame name="institution" {...headerAt}>
        <LogoBar set={header} ground={page.theme.surfaces.stage} />
      </Frame>
    </Page>
  );
}
