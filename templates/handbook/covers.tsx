import {
  bleeding,
  Contact,
  Frame,
  Ground,
  grid,
  isLight,
  List,
  LogoBar,
  Motif,
  type Node,
  Page,
  type PageContext,
  Qr,
  qrSymbolSize,
  rect,
  Stage,
  setContact,
  setLogoBar,
  setProgrammes,
  setQr,
  setStage,
  setText,
  Text,
  textOn,
  typeScale,
} from "anpham/kit";

/** What the handbook is called; without one, what the campaign calls its season. */
function titleOf({ brief }: PageContext): string {
  return brief.handbook?.title.text ?? brief.badge?.text ?? "Cẩm nang tuyển sinh";
}

/** Ways to break the title, from narrow to wide. */
const WIDTHS = [6, 8, 11, 15];

/** The cover: the title over the motif, the campaign's message under it. */
export function frontCover(page: PageContext): Node {
  const { brief, geometry } = page;
  const { trim } = geometry;
  const { box, baseline } = grid(page, 0.081);
  const { size } = typeScale(page);
  const header = setLogoBar(page, { width: box.width, logoHeight: 6 * baseline, nameSize: size(0.8) });
  const settings = WIDTHS.map(
    (em) => setText(page, titleOf(page), { size: 1, weight: 800, family: "display", width: em }).lines,
  ).map((lines) => [...lines]);
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

/** The back of the cover: what the institution offers, as a greeting. */
export function welcome(page: PageContext): Node {
  const { brief, geometry, theme } = page;
  const { trim } = geometry;
  const { box, baseline } = grid(page, 0.081);
  const { size } = typeScale(page);
  const ground = theme.surfaces.foot;
  const words = brief.lead ?? { text: brief.message.text };
  const greeting = setText(page, words.text, {
    size: size(2.1),
    weight: 700,
    family: "display",
    width: box.width,
    leading: 1.25,
    maxLines: 7,
    minimum: size(0.8),
  });
  const sender = setLogoBar(page, {
    width: box.width,
    logoHeight: 6 * baseline,
    nameSize: size(0.8),
    maxLines: 4,
  });
  const senderY = box.y + box.height - sender.height;
  const listY = box.y + 4 * baseline + greeting.height + 4 * baseline;
  const benefits = setProgrammes(
    { ...page, brief: { ...brief, programmes: [] } },
    {
      width: box.width,
      height: senderY - listY - 4 * baseline,
      size: size(0.2),
      columns: [1],
      titleSize: null,
      gap: 0,
    },
  );
  const used = benefits ? listY + benefits.height : listY - 4 * baseline;
  const free = rect(0, used + 4 * baseline, trim.width, senderY - used - 8 * baseline);
  return (
    <Page>
      <Ground name="ground" color={ground} />
      {free.height > 0.2 * trim.height && (
        <Motif name="motif" area={bleeding(free, page)} ground={ground} photo />
      )}
      <Frame name="greeting" x={box.x} y={box.y + 4 * baseline} width={box.width} height={greeting.height}>
        <Text set={greeting} color={textOn(page, ground, "primary", "paper")} />
      </Frame>
      {benefits && (
        <Frame name="benefits" x={box.x} y={listY} width={benefits.width} height={benefits.height}>
          <List set={benefits.list} ground={ground} />
        </Frame>
      )}
      <Frame name="sender" x={box.x} y={senderY} width={box.width} height={sender.height}>
        <LogoBar set={sender} ground={ground} />
      </Frame>
    </Page>
  );
}

/** The back cover: the message once more, then how to reach the sender. */
export function backCover(page: PageContext): Node {
  const { brief, geometry, theme } = page;
  const { trim } = geometry;
  const { box, baseline } = grid(page, 0.081);
  const { size } = typeScale(page);
  const { stage, foot } = theme.surfaces;
  const pad = 3 * baseline;
  const qr = brief.qr === null ? null : setQr(brief.qr, qrSymbolSize(page));
  const contactX = box.x + (qr ? qr.side + 3 * baseline : 0);
  const contact = setContact(page, {
    width: box.x + box.width - contactX,
    height: trim.height * 0.24,
    size: size(-0.3),
    callSize: size(0.2),
    phoneSize: size(2.6),
    gap: 0.9 * baseline,
    period: true,
  });
  const footHeight = Math.max(qr?.side ?? 0, contact.height) + 2 * pad;
  const footY = trim.height - footHeight;
  const sender = setLogoBar(page, { width: box.width, logoHeight: 6 * baseline, nameSize: size(0.8) });
  const top = box.y + sender.height + 4 * baseline;
  const set = setStage(
    { ...page, brief: { ...brief, badge: null, lead: null, event: null } },
    {
      area: rect(0, 0, trim.width, footY),
      box: rect(box.x, top, box.width, (footY - top) * 0.8),
      gap: 2 * baseline,
      badge: size(0.5),
      tail: size(1.6),
      lead: size(0.5),
      event: size(0.5),
      sink: 0,
    },
  );
  const inFoot = (height: number) => footY + (footHeight - height) / 2;
  return (
    <Page>
      <Stage set={set} clear={[{ ...box, height: sender.height }]} />
      <Ground name="foot" color={foot} area={rect(0, footY, trim.width, footHeight)} />
      <Frame name="sender" {...box} height={sender.height}>
        <LogoBar set={sender} ground={stage} />
      </Frame>
      {qr && (
        <Frame
          name="qr"
          x={box.x - (isLight(foot) ? qr.quiet : 0)}
          y={inFoot(qr.side)}
          width={qr.side}
          height={qr.side}
          fit="none"
        >
          <Qr set={qr} ground={foot} />
        </Frame>
      )}
      <Frame
        name="contact"
        x={contactX}
        y={inFoot(contact.height)}
        width={contact.width}
        height={contact.height}
      >
        <Contact set={contact} ground={foot} />
      </Frame>
    </Page>
  );
}
