import {
  ALL_THEMES,
  Contact,
  defineTemplate,
  Frame,
  Ground,
  grid,
  LogoBar,
  Page,
  type PageContext,
  Programmes,
  Qr,
  qrSymbolSize,
  rect,
  Stage,
  setContact,
  setLogoBar,
  setProgrammes,
  setQr,
  setStage,
  type TemplateDefinition,
  typeScale,
} from "anpham/kit";

/** Contact at the foot, occupations on paper above it; the message takes all the room that is left. */
function layOut(page: PageContext) {
  const { brief, geometry } = page;
  const { trim, safe } = geometry;
  const { box, baseline, margin } = grid(page);
  const type = typeScale(page);
  const gap = 1.75 * baseline;
  // Under the contact there is as much white as the safe area asks for.
  const pad = Math.max(margin * 0.75, trim.height - safe.y - safe.height);

  const qr = brief.qr === null ? null : setQr(brief.qr, qrSymbolSize(page));
  const contactX = box.x + (qr ? qr.side + 3 * baseline : 0);
  const contact = setContact(page, {
    width: box.x + box.width - contactX,
    height: trim.height * 0.21,
    size: type.size(-0.45),
    callSize: type.size(0),
    phoneSize: type.size(3),
    gap: 0.8 * baseline,
    period: true,
  });
  const stripHeight = Math.max(qr?.side ?? 0, contact.height) + 2 * pad;
  const stripY = trim.height - stripHeight;

  const header = setLogoBar(page, { width: box.width, logoHeight: 5.5 * baseline, nameSize: type.size(1) });
  const messageY = box.y + header.height + 2.5 * baseline;

  const listRoom = stripY - messageY - 4 * pad;
  const options = {
    width: box.width,
    columns: [2, 3],
    gap: 1.25 * baseline,
    titleSize: type.size(1.7),
    details: true,
    levels: true,
  };
  // The message keeps a third of the page; only a long list may press it to half of that.
  const easy = setProgrammes(page, {
    ...options,
    size: type.size(0.1),
    height: listRoom - trim.height * 0.3,
  });
  const tight = () =>
    setProgrammes(page, {
      ...options,
      size: type.size(-0.4),
      height: listRoom - trim.height * (page.brief.event ? 0.24 : 0.15),
    });
  const programmes = easy?.list.dropped === 0 && easy.list.even ? easy : tight();
  const listHeight = programmes ? programmes.height + 2 * pad : 0;
  const listY = stripY - listHeight;

  const stage = setStage(page, {
    area: rect(0, 0, trim.width, listY),
    box: rect(box.x, messageY, box.width, listY - pad - messageY),
    gap,
    badge: type.size(0.7),
    tail: type.size(1.7),
    lead: type.size(0.5),
    event: type.size(0.1),
  });
  return { pad, qr, contactX, contact, stripHeight, stripY, header, programmes, listHeight, listY, stage };
}

function pages(page: PageContext) {
  const { trim } = page.geometry;
  const { stage: ground, sheet, foot } = page.theme.surfaces;
  const { box } = grid(page);
  const { pad, qr, contactX, contact, stripHeight, stripY, header, programmes, listHeight, listY, stage } =
    layOut(page);
  const headerAt = rect(box.x, box.y, header.width, header.height);
  const inStrip = (height: number) => stripY + (stripHeight - height) / 2;
  return (
    <Page>
      <Stage set={stage} clear={[headerAt]} />
      <Ground name="sheet" color={sheet} area={rect(0, listY, trim.width, listHeight)} />
      <Ground name="foot" color={foot} area={rect(0, stripY, trim.width, stripHeight)} />
      <Frame name="institution" {...headerAt}>
        <LogoBar set={header} ground={ground} />
      </Frame>
      {programmes && <Programmes set={programmes} x={box.x} y={listY + pad} ground={sheet} />}
      {qr && (
        <Frame name="qr" x={box.x} y={inStrip(qr.side)} width={qr.side} height={qr.side} fit="none">
          <Qr set={qr} />
        </Frame>
      )}
      <Frame
        name="contact"
        x={contactX}
        y={inStrip(contact.height)}
        width={contact.width}
        height={contact.height}
      >
        <Contact set={contact} ground={foot} />
      </Frame>
    </Page>
  );
}

export default defineTemplate({
  id: "recruitment-flyer",
  name: { vi: "Tờ rơi tuyển sinh", en: "Recruitment flyer" },
  description: {
    vi: "Thông điệp trên nền đậm, danh sách nghề, liên hệ và mã QR.",
    en: "The message on a deep ground, the occupations, contact and QR code.",
  },
  formats: ["a5", "a4", "dl"],
  themes: ALL_THEMES,
  pages,
} satisfies TemplateDefinition);
