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

/** “Công nghệ ô tô and 11 more” tells less than no list. */
const LEAST_SHOWN = 4;

/** A large message over steps that climb across the sheet; one paper field at the foot says what to do next. */
function layOut(page: PageContext) {
  const { trim } = page.geometry;
  const { box, baseline, margin } = grid(page);
  const type = typeScale(page);

  const qr = page.brief.qr === null ? null : setQr(page.brief.qr, qrSymbolSize(page));
  // The field is paper already: the code's dark modules, not its quiet zone, stand on the margin.
  const symbol = qr ? qr.side - 2 * qr.quiet : 0;
  const contact = setContact(page, {
    width: box.width - (qr ? symbol + 2 * margin : 0),
    height: trim.height * 0.17,
    size: type.size(0),
    callSize: type.size(0),
    phoneSize: type.size(2.2),
    gap: baseline,
    phones: 1,
    addresses: 1,
    maxLines: 1,
  });
  const footHeight = Math.max(symbol, contact.height);
  const footY = box.y + box.height - footHeight;

  const header = setLogoBar(page, {
    width: box.width,
    logoHeight: 5.5 * baseline,
    nameSize: type.size(0.35),
    governingBody: false,
  });
  const least = Math.max(type.message, box.width * 0.09 * opticalShare(page));
  const messageY = box.y + header.height + 3 * baseline;
  const withList = (share: number) => {
    const list = setProgrammes(page, {
      width: box.width,
      height: trim.height * share,
      size: type.size(0),
      columns: [2, 1],
      most: 6,
      titleSize: null,
      gap: baseline,
    });
    const programmes =
      list && (list.list.dropped === 0 || list.list.items.length >= LEAST_SHOWN) ? list : null;
    const fieldY = footY - margin - (programmes ? programmes.height + margin : 0);
    const stage = setStage(page, {
      area: rect(0, 0, trim.width, fieldY),
      box: rect(box.x, messageY, box.width, fieldY - margin - messageY),
      gap: 1.75 * baseline,
      badge: type.size(0.5),
      tail: type.size(0.8),
      lead: type.size(0),
      event: type.size(0.1),
      leadLines: 3,
      least,
    });
    return { programmes, fieldY, stage };
  };
  // The list gives way until the message carries the poster's distance and the event is told.
  const carries = ({ stage: { message } }: ReturnType<typeof withList>) =>
    message.headline.set.size >= least && (message.event !== null || page.brief.event === null);
  const fields = [0.2, 0.14, 0].map(withList);
  const reads = ({ stage: { message } }: ReturnType<typeof withList>) =>
    message.headline.set.size >= type.message && (message.event !== null || page.brief.event === null);
  const field = fields.find(carries) ?? fields.find(reads) ?? fields.at(-1)!;
  return { ...field, qr, contact, footHeight, footY, header };
}

function pages(page: PageContext) {
  const { trim } = page.geometry;
  const { stage: ground, sheet } = page.theme.surfaces;
  const { box, margin } = grid(page);
  const { qr, contact, footHeight, footY, programmes, fieldY, header, stage } = layOut(page);
  const headerAt = rect(box.x, box.y, header.width, header.height);
  return (
    <Page>
      <Stage set={stage} clear={[headerAt]} />
      <Ground name="sheet" color={sheet} area={rect(0, fieldY, trim.width, trim.height - fieldY)} />
      <Frame name="institution" {...headerAt}>
        <LogoBar set={header} ground={ground} />
      </Frame>
      {programmes && <Programmes set={programmes} x={box.x} y={fieldY + margin} ground={sheet} />}
      <Frame
        name="contact"
        x={box.x}
        y={footY + (footHeight - contact.height) / 2}
        width={contact.width}
        height={contact.height}
      >
        <Contact set={contact} ground={sheet} />
      </Frame>
      {qr && (
        <Frame
          name="qr"
          x={box.x + box.width - qr.side + qr.quiet}
          y={footY + (footHeight - qr.side) / 2}
          width={qr.side}
          height={qr.side}
          fit="none"
        >
          <Qr set={qr} ground={sheet} />
        </Frame>
      )}
    </Page>
  );
}

export default defineTemplate({
  id: "recruitment-poster",
  name: { vi: "Áp phích tuyển sinh", en: "Recruitment poster" },
  description: {
    vi: "Thông điệp lớn trên bậc thang vươn lên, liên hệ và mã QR ở chân.",
    en: "A large message over the rising steps, contact and QR code at the foot.",
  },
  formats: ["a3", "a2", "a1", "a0", "poster-600x800", "poster-600x900", "poster-800x1200"],
  themes: ALL_THEMES,
  pages,
} satisfies TemplateDefinition);
