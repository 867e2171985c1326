import {
  ALL_THEMES,
  Contact,
  defineTemplate,
  Frame,
  Ground,
  grid,
  LogoBar,
  opticalShare,
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

/** The name on paper at the top, the message at eye level, occupations and contact above a foot that stays empty. */
function layOut(page: PageContext) {
  const { brief, geometry } = page;
  const { trim } = geometry;
  const { box, baseline, margin } = grid(page);
  const type = typeScale(page, 0.024);
  const pad = margin * 0.8;

  const header = setLogoBar(page, {
    width: box.width,
    logoHeight: 6.5 * baseline,
    nameSize: type.size(0.75),
    maxLines: 3,
  });
  const fieldY = box.y + header.height + 2.5 * baseline;

  const qr = brief.qr === null ? null : setQr(brief.qr, qrSymbolSize(page));
  const contactX = box.x + (qr ? qr.side + 3 * baseline : 0);
  const contact = setContact(page, {
    width: box.x + box.width - contactX,
    height: trim.height * 0.13,
    size: type.size(0),
    callSize: type.size(0.4),
    phoneSize: type.size(2.3),
    gap: baseline,
    phones: 1,
    addresses: 1,
    maxLines: 1,
  });
  const stripHeight = Math.max(qr?.side ?? 0, contact.height) + 2 * pad;
  const stripY = box.y + box.height - stripHeight;

  const programmes = setProgrammes(page, {
    width: box.width,
    height: trim.height * 0.24,
    size: type.size(0.15),
    columns: [2, 3, 1],
    most: 8,
    titleSize: type.size(0.9),
    gap: 1.5 * baseline,
  });
  const listY = stripY - (programmes ? programmes.height + 2 * pad : 0);

  const messageY = fieldY + margin;
  const stage = setStage(page, {
    area: rect(0, fieldY, trim.width, listY - fieldY),
    box: rect(box.x, messageY, box.width, listY - margin - messageY),
    gap: 2 * baseline,
    yields: 0.1,
    least: box.width * 0.105 * opticalShare(page),
    sink: 0.15,
    badge: type.size(1),
    tail: type.size(1.3),
    lead: type.size(0.35),
    event: type.size(0.5),
  });
  return { pad, header, fieldY, qr, contactX, contact, stripHeight, stripY, programmes, listY, stage };
}

function pages(page: PageContext) {
  const { trim } = page.geometry;
  const { header: band, sheet, foot } = page.theme.surfaces;
  const { box } = grid(page);
  const set = layOut(page);
  const { header, fieldY, qr, contact, stripHeight, stripY, programmes, listY, stage } = set;
  const inStrip = (height: number) => stripY + (stripHeight - height) / 2;
  return (
    <Page>
      <Stage set={stage} />
      <Ground name="header" color={band} area={rect(0, 0, trim.width, fieldY)} />
      <Ground name="sheet" color={sheet} area={rect(0, listY, trim.width, stripY - listY)} />
      <Ground name="foot" color={foot} area={rect(0, stripY, trim.width, trim.height - stripY)} />
      <Frame name="institution" x={box.x} y={box.y} width={header.width} height={header.height}>
        <LogoBar set={header} ground={band} />
      </Frame>
      {programmes && <Programmes set={programmes} x={box.x} y={listY + set.pad} ground={sheet} />}
      {qr && (
        <Frame name="qr" x={box.x} y={inStrip(qr.side)} width={qr.side} height={qr.side} fit="none">
          <Qr set={qr} />
        </Frame>
      )}
      <Frame
        name="contact"
        x={set.contactX}
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
  id: "standee",
  name: { vi: "Standee", en: "Roll-up and X-stand" },
  description: {
    vi: "Thông điệp đọc được từ 4 m, danh sách nghề, liên hệ; chân đế để trống.",
    en: "A message that reads from 4 m, the occupations, contact; the foot stays empty.",
  },
  formats: ["standee-800x1800", "standee-600x1600", "standee-800x2000", "standee-850x2000"],
  themes: ALL_THEMES,
  pages,
} satisfies TemplateDefinition);
