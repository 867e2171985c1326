import {
  ALL_THEMES,
  atAGlance,
  defineTemplate,
  Frame,
  Ground,
  grid,
  LogoBar,
  occasions,
  Page,
  type PageContext,
  qrSymbolSize,
  rect,
  SignStrip,
  Stage,
  setBadge,
  setLogoBar,
  setQr,
  setSignStrip,
  setStage,
  type TemplateDefinition,
  telling,
  typeScale,
} from "anpham/kit";

/** Farther away nobody stands in front of it to scan a code, m. */
const SCANNED_WITHIN = 16;

/** How much of its size the message keeps for the sake of what stands around it. */
const KEPT = 0.78;

/** From the fullest telling to the shortest: the event in lines of its own, on a label with its day, the message alone. */
function tellings(page: PageContext, size: number, maxWidth: number): readonly PageContext[] {
  const glance = telling(atAGlance(page), { lead: null });
  const label = occasions(page).find(
    (text) => setBadge(page, text, { size, maxWidth, minimum: size }).text.lines.length === 1,
  );
  const plain = telling(glance, { badge: null, event: null });
  const labelled = label === undefined ? [] : [telling(plain, { badge: { text: label, short: null } })];
  return [...(page.brief.event ? [telling(glance, { badge: null })] : []), ...labelled, plain];
}

/** Where the name stands, and whether there is a code, from the fullest way to the one with most room for the message. */
const WAYS = [
  { header: true, coded: true },
  { header: true, coded: false },
  { header: false, coded: false },
] as const;

function layOut(page: PageContext, way: (typeof WAYS)[number]) {
  const { brief, geometry, format, theme } = page;
  const { trim } = geometry;
  const { box, short, baseline } = grid(page, 0.065);
  const type = typeScale(page, 0.042);
  const code = way.coded && format.viewingDistance <= SCANNED_WITHIN ? brief.qr : null;
  const strip = setSignStrip(page, {
    width: box.width,
    size: type.size(0),
    nameSize: way.header ? null : type.size(0.3),
    callSize: type.size(0),
    phoneSize: type.size(1.2),
    gap: 2 * baseline,
    ground: theme.surfaces.foot,
    qr: code === null ? null : setQr(code, qrSymbolSize(page)),
  });
  const stripY = box.y + box.height - strip.height;
  const fieldY = stripY - 1.6 * baseline;
  const header = way.header
    ? setLogoBar(page, {
        width: box.width,
        logoHeight: short * 0.12,
        nameSize: type.size(0.3),
        governingBody: format.height > 2000,
      })
    : null;
  const messageY = box.y + (header ? header.height + 1.5 * baseline : 0);
  const stages = tellings(page, type.size(0.15), box.width * 0.8).map((told) =>
    setStage(told, {
      area: rect(0, 0, trim.width, fieldY),
      box: rect(box.x, messageY, box.width, fieldY - 1.4 * baseline - messageY),
      gap: 1.4 * baseline,
      sink: 0.45,
      badge: type.size(0.15),
      tail: type.size(0.9),
      lead: type.size(0),
      event: type.size(0.15),
      eventLines: 2,
    }),
  );
  const size = ({ message }: (typeof stages)[number]) => message.headline.set.size;
  const largest = Math.max(...stages.map(size));
  const tellsEvent = (stage: (typeof stages)[number]) =>
    stage !== stages[0] || !brief.event || stage.message.event !== null;
  const carries = (stage: (typeof stages)[number]) =>
    size(stage) >= Math.max(type.message, largest * KEPT) && tellsEvent(stage);
  const stage = stages.find(carries) ?? stages.at(-1)!;
  return { box, strip, stripY, fieldY, header, stage, size: size(stage), reads: size(stage) >= type.message };
}

/** The host on top, the message over the theme's motif, and a strip that says where, whom to call and what to scan. */
function pages(page: PageContext) {
  const { trim } = page.geometry;
  const { stage: ground, foot } = page.theme.surfaces;
  const layouts = WAYS.map((way) => layOut(page, way));
  const set =
    layouts.find(({ reads, strip }) => reads && strip.sender.complete) ??
    layouts.reduce((best, layout) => (layout.size > best.size ? layout : best));
  const { box, strip, stripY, fieldY, header, stage } = set;
  const headerAt = header && rect(box.x, box.y, header.width, header.height);
  return (
    <Page>
      <Stage set={stage} clear={headerAt ? [headerAt] : []} />
      <Ground name="foot" color={foot} area={rect(0, fieldY, trim.width, trim.height - fieldY)} />
      {header && headerAt && (
        <Frame name="institution" {...headerAt}>
          <LogoBar set={header} ground={ground} />
        </Frame>
      )}
      <SignStrip set={strip} x={box.x} y={stripY} />
    </Page>
  );
}

export default defineTemplate({
  id: "banner",
  name: { vi: "Bảng quảng cáo, pa nô", en: "Banner and billboard" },
  description: {
    vi: "Đơn vị, thông điệp lớn, đợt tuyển sinh hoặc sự kiện; địa chỉ và số điện thoại ở dải chân.",
    en: "Host, a large message, enrolment or event; address and telephone on a strip at the foot.",
  },
  formats: [
    "banner-3x1.5m",
    "banner-2x1m",
    "banner-4x2m",
    "panel-4x3m",
    "panel-6x4m",
    "panel-10x5m",
    "panel-12x6m",
  ],
  themes: ALL_THEMES,
  pages,
} satisfies TemplateDefinition);
