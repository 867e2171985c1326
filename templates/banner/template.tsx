import {
  ALL_THEMES,
  defineTemplate,
  Frame,
  Ground,
  grid,
  LogoBar,
  Page,
  type PageContext,
  qrSymbolSize,
  rect,
  SignStrip,
  Stage,
  setLogoBar,
  setQr,
  setSignStrip,
  setStage,
  type TemplateDefinition,
  typeScale,
} from "anpham/kit";
import { tellings } from "./tellings.ts";

/** Farther away nobody stands in front of it to scan a code, m. */
const SCANNED_WITHIN = 16;

/** How much of its size the message keeps for the sake of what stands around it. */
const KEPT = 0.78;

/**
 * Where the name stands, whether there is a code, and by how many steps the strip is set smaller, from the fullest way to
 * the one with most room for the message.
 */
const WAYS = [
  { header: true, coded: true, smaller: 0 },
  { header: true, coded: false, smaller: 0 },
  { header: false, coded: false, smaller: 0 },
  { header: false, coded: false, smaller: 0.4 },
] as const;

/** Every telling with what stands around it laid out in one way. */
function layOuts(page: PageContext, way: (typeof WAYS)[number]) {
  const { brief, geometry, format, theme } = page;
  const { trim } = geometry;
  const { box, short, baseline } = grid(page, 0.065);
  const type = typeScale(page, 0.042);
  const pad = 1.6 * baseline;
  const code = way.coded && format.viewingDistance <= SCANNED_WITHIN ? brief.qr : null;
  const strip = setSignStrip(page, {
    width: box.width,
    size: type.size(-way.smaller),
    nameSize: way.header ? null : type.size(0.3 - way.smaller),
    callSize: type.size(-way.smaller),
    phoneSize: type.size(1.2 - way.smaller),
    gap: 2 * baseline,
    ground: theme.surfaces.foot,
    pad,
    qr: code === null ? null : setQr(code, qrSymbolSize(page)),
  });
  const stripY = box.y + box.height - strip.height;
  const fieldY = stripY - pad;
  const header = way.header
    ? setLogoBar(page, {
        width: box.width,
        logoHeight: short * 0.12,
        nameSize: type.size(0.3),
        governingBody: format.height > 2000,
      })
    : null;
  const messageY = box.y + (header ? header.height + 1.45 * baseline : 0);
  const sets = tellings(page, type.size(0.15), box.width * 0.8).map(({ told, announces }) => {
    const stage = setStage(told, {
      area: rect(0, 0, trim.width, fieldY),
      box: rect(box.x, messageY, box.width, fieldY - 1.4 * baseline - messageY),
      gap: 1.4 * baseline,
      sink: 0.45,
      badge: type.size(0.15),
      tail: type.size(0.9),
      lead: type.size(0),
      event: type.size(0.15),
      eventLines: 2,
    });
    return { stage, announces, size: stage.message.headline.set.size };
  });
  // A message that grew because its event found no room is no measure for the others.
  const faithful = sets.filter(({ stage }) => stage.tellsEvent);
  const largest = Math.max(...faithful.map(({ size }) => size));
  return faithful.map((set) => ({
    ...set,
    box,
    strip,
    stripY,
    fieldY,
    header,
    reads: set.size >= type.message && strip.sender.complete,
    large: set.size >= largest * KEPT,
  }));
}
type Layout = ReturnType<typeof layOuts>[number];

/** An event is worth more than the host's place on top, that more than a large message, and each more than a code. */
const worth = ({ announces, header, large }: Layout): number =>
  4 * Number(announces) + 2 * Number(header !== null) + Number(large);

/** The host on top, the message over the theme's motif, and a strip that says where, whom to call and what to scan. */
function pages(page: PageContext) {
  const { trim } = page.geometry;
  const { stage: ground, foot } = page.theme.surfaces;
  const layouts = WAYS.flatMap((way) => layOuts(page, way));
  const [set = layouts.reduce((best, layout) => (layout.size > best.size ? layout : best))] = layouts
    .filter(({ reads }) => reads)
    .toSorted((one, other) => worth(other) - worth(one));
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
