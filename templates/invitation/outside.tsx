import {
  Frame,
  grid,
  LogoBar,
  Page,
  type PageContext,
  phraseSettings,
  rect,
  Stage,
  setLogoBar,
  setStage,
  sloganSettings,
  typeScale,
} from "anpham/kit";

/** Of the subject under “Giấy mời”. */
const MOST_LINES = 4;

/** “Giấy mời” and what to, over the motif. */
export function outside(page: PageContext) {
  const { brief, geometry } = page;
  const { trim } = geometry;
  const { box, baseline } = grid(page, 0.085);
  const { size } = typeScale(page);
  const header = setLogoBar(page, { width: box.width, logoHeight: 5.5 * baseline, nameSize: size(0.7) });
  // Under the headline, the subject stands in small letters in every theme.
  const theme = { ...page.theme, headline: { ...page.theme.headline, capitals: false } };
  const inSmall = { ...page, theme };
  const subject = brief.event
    ? phraseSettings(inSmall, brief.event.name.text, MOST_LINES)
    : sloganSettings(inSmall, MOST_LINES);
  const told: PageContext = {
    ...page,
    brief: {
      ...brief,
      badge: null,
      lead: null,
      event: null,
      message: {
        ...brief.message,
        overline: null,
        headline: { settings: [["Giấy mời"]], emphasis: null },
        tail: { settings: subject.map((lines) => [...lines]) },
      },
    },
  };
  const top = box.y + header.height + 3 * baseline;
  const room = box.y + box.height - top;
  const set = setStage(told, {
    area: trim,
    box: rect(box.x, top, box.width, room),
    gap: 2 * baseline,
    badge: size(0.5),
    tail: size(2),
    lead: size(0.5),
    event: size(0.5),
    sink: 0.3,
    yields: 0.5,
  });
  const headerBox = { ...box, height: header.height };
  return (
    <Page>
      <Stage set={set} clear={[headerBox]} />
      <Frame name="header" {...headerBox}>
        <LogoBar set={header} ground={page.theme.surfaces.stage} />
      </Frame>
    </Page>
  );
}
