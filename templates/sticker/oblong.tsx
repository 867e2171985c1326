/** A rectangular piece: who speaks, and the message over the theme's motif. */

import {
  Frame,
  grid,
  Logo,
  LogoBar,
  type LogoBarSetting,
  type LogoSetting,
  type Mm,
  Page,
  type PageContext,
  rect,
  Stage,
  setLogo,
  setLogoBar,
  setStage,
  typeScale,
} from "anpham/kit";

/** The message alone: a sticker is read in passing. */
const withoutSupport = (page: PageContext): PageContext => ({
  ...page,
  brief: {
    ...page.brief,
    badge: null,
    lead: null,
    event: null,
    message: { ...page.brief.message, overline: null, tail: null },
  },
});

/** How much larger than the name the message should be. */
const LARGER = 1.3;
/** A longer name leaves no room for the message: the mark stands for it. */
const NAME_LINES = 2;

type HostsSetting = LogoBarSetting | LogoSetting;

function setHosts(page: PageContext, width: Mm, logoHeight: Mm): HostsSetting {
  const nameSize = typeScale(page).minimum * 1.02;
  const rows = { width, logoHeight, nameSize, maxLines: 1, marks: false, governingBody: false };
  const bar = setLogoBar(page, rows);
  return bar.name.lines.length <= NAME_LINES ? bar : setLogo(page, "logo", { height: logoHeight * 1.2 })!;
}

const Hosts = ({ set }: { readonly set: HostsSetting }, page: PageContext) =>
  "name" in set ? (
    <LogoBar set={set} ground={page.theme.surfaces.stage} />
  ) : (
    <Logo set={set} ground={page.theme.surfaces.stage} />
  );

export function oblongSticker(page: PageContext) {
  const { trim } = page.geometry;
  const { box, baseline } = grid(page, 0.08);
  const type = typeScale(page);
  const hosts = setHosts(page, box.width, trim.height * 0.17);
  const top = box.y + hosts.height + 3 * baseline;
  const set = setStage(withoutSupport(page), {
    area: rect(0, 0, trim.width, trim.height),
    box: rect(box.x, top, box.width, box.y + box.height - top),
    gap: 2 * baseline,
    badge: type.minimum,
    tail: type.minimum,
    lead: type.minimum,
    event: type.minimum,
    sink: 0.5,
    least: type.minimum * LARGER,
  });
  const barAt = rect(box.x, box.y, box.width, hosts.height);
  return (
    <Page>
      <Stage set={set} clear={[barAt]} />
      <Frame name="institution" {...barAt}>
        <Hosts set={hosts} />
      </Frame>
    </Page>
  );
}
