import {
  Frame,
  grid,
  LogoBar,
  type Node,
  Page,
  type PageContext,
  phraseSettings,
  rect,
  Stage,
  setLogoBar,
  setStage,
  typeScale,
} from "anpham/kit";

/** What the handbook is called; without one, what the campaign calls its season. */
function titleOf({ brief }: PageContext): string {
  return brief.handbook?.title.text ?? brief.badge?.text ?? "Cẩm nang tuyển sinh";
}

const MOST_LINES = 5;

/** The cover: the title over the motif, the campaign's message under it. */
export function frontCover(page: PageContext): Node {
  const { brief, geometry } = page;
  const { trim } = geometry;
  const { box, baseline } = grid(page, 0.081);
  const { size } = typeScale(page);
  const header = setLogoBar(page, { width: box.width, logoHeight: 6 * baseline, nameSize: size(0.8) });
  const title = titleOf(page);
  // One word a line would shout, and split words of two syllables.
  const most = Math.min(MOST_LINES, Math.max(1, Math.floor(title.split(" ").length / 2)));
  const settings = phraseSettings(page, title, most).map((lines) => [...lines]);
  const { headline } = brief.message;
  const told: PageContext = {
    ...page,
    brief: {
      ...brief,
      event: null,
      lead: brief.handbook?.subtitle ?? brief.lead,
      badge: brief.handbook ? brief.badge : null,
      message: {
        ...brief.message,
        overline: null,
        headline: { settings, emphasis: null },
        tail: { settings: headline.settings.filter((lines) => lines.length < 4) },
      },
    },
  };
  const top = box.y + header.height + 5 * baseline;
  const set = setStage(told, {
    area: trim,
    box: rect(box.x, top, box.width, box.y + box.height - top),
    gap: 2.5 * baseline,
    badge: size(0.5),
    tail: size(1.7),
    lead: size(0.6),
    event: size(0.5),
    sink: 0.06,
    yields: 0.3,
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
