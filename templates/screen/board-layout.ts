import {
  grid,
  type Mm,
  type PageContext,
  type Rect,
  rect,
  setContact,
  setLogoBar,
  setProgrammes,
  setQr,
  setStage,
  typeScale,
} from "anpham/kit";

/** On a screen across the room the list stands at the right; on an upright one under the message. */
const SIDE = 0.4;
/** A code is scanned from half the distance at which the screen is read: a twentieth of that distance. */
const QR_SHARE = 0.055;
/** Never more of the short side than this. */
const QR_LARGEST = 0.2;

export function layOut(page: PageContext) {
  const { trim } = page.geometry;
  const { box, margin, baseline } = grid(page, 0.05);
  const type = typeScale(page);
  const isUpright = trim.height > trim.width;
  const strip = layOutStrip(page, isUpright);
  const header = setLogoBar(page, {
    width: box.width,
    logoHeight: 6 * baseline,
    nameSize: type.size(0.6),
    governingBody: true,
  });
  const stripY = strip.area.y;
  const top = box.y + header.height + margin;
  const list = isUpright
    ? listUnder(page, { stripY, room: (stripY - top) * 0.45 })
    : listBeside(page, { stripY, x: trim.width * (1 - SIDE) });
  const right = list && !isUpright ? list.area.x : trim.width;
  const bottom = list && isUpright ? list.area.y : stripY;
  const bar =
    list && !isUpright
      ? setLogoBar(page, {
          width: right - box.x - margin,
          logoHeight: 6 * baseline,
          nameSize: type.size(0.6),
        })
      : header;
  const at = rect(box.x, box.y, bar.width, bar.height);
  const messageY = box.y + bar.height + 0.9 * margin;
  const stage = setStage(page, {
    area: rect(0, 0, right, bottom),
    box: rect(box.x, messageY, bar.width, bottom - 0.8 * margin - messageY),
    gap: 1.8 * baseline,
    badge: type.size(0.7),
    // Where an event is told, the slogan's second half would make it two messages.
    tail: page.brief.event ? null : type.size(1.6),
    lead: type.size(0.3),
    event: type.size(0.5),
    eventLines: 2,
    lines: "no-lead",
  });
  return { header: { set: bar, at }, stage, list, strip };
}

/** Steps of the scale for the list, largest first: a short one is set large, a long one tells how many are missing. */
const LIST_STEPS = [1.6, 1.1, 0.6] as const;

function setLargest(page: PageContext, options: Omit<Parameters<typeof setProgrammes>[1], "size">) {
  const sets = LIST_STEPS.map((step) =>
    setProgrammes(page, { ...options, size: typeScale(page).size(step) }),
  );
  return sets.find((set) => set?.list.dropped === 0) ?? sets.at(-1) ?? null;
}

interface ListRoom {
  readonly stripY: Mm;
}

function listUnder(page: PageContext, { stripY, room }: ListRoom & { readonly room: Mm }) {
  const { trim } = page.geometry;
  const { box, margin, baseline } = grid(page, 0.05);
  const type = typeScale(page);
  const pad = margin;
  const set = setLargest(page, {
    width: box.width,
    height: room - 2 * pad,
    columns: [2],
    titleSize: type.size(1.6),
    gap: 2 * baseline,
    most: 10,
  });
  if (!set) return null;
  const height = set.height + 2 * pad;
  const area: Rect = rect(0, stripY - height, trim.width, height);
  return { set, area, x: box.x, y: area.y + pad };
}

function listBeside(page: PageContext, { stripY, x }: ListRoom & { readonly x: Mm }) {
  const { trim } = page.geometry;
  const { box, margin, baseline } = grid(page, 0.05);
  const type = typeScale(page);
  const left = x + margin;
  const room = stripY - box.y - margin;
  const set = setLargest(page, {
    width: box.x + box.width - left,
    height: room,
    columns: [1],
    titleSize: type.size(1.6),
    gap: 2 * baseline,
    most: 8,
  });
  if (!set) return null;
  return { set, area: rect(x, 0, trim.width - x, stripY), x: left, y: box.y + (room - set.height) / 2 };
}

/** The band at the foot: the code, and what is written beside it for those who cannot scan. */
function layOutStrip(page: PageContext, isUpright: boolean) {
  const { trim } = page.geometry;
  const { box, margin, baseline } = grid(page, 0.05);
  const type = typeScale(page);
  const short = Math.min(trim.width, trim.height);
  const largest = short * (isUpright ? QR_LARGEST : QR_LARGEST * 0.75);
  const side = Math.min(page.format.viewingDistance * 1000 * QR_SHARE, largest);
  const qr = page.brief.qr === null ? null : setQr(page.brief.qr, side);
  const x = box.x + (qr ? qr.side + 3 * baseline : 0);
  const contact = setContact(page, {
    width: box.x + box.width - x,
    height: short * (isUpright ? 0.3 : 0.17),
    size: type.size(0.2),
    callSize: type.size(0.5),
    phoneSize: type.size(2.6),
    gap: 1.2 * baseline,
    period: true,
    phones: 2,
    addresses: 1,
    maxLines: 2,
  });
  const height = Math.max(qr?.side ?? 0, contact.height);
  const floor = box.y + box.height;
  const y = floor - height;
  const area = rect(0, y - 0.7 * margin, trim.width, trim.height - y + 0.7 * margin);
  const centred = (tall: Mm) => y + (height - tall) / 2;
  return {
    area,
    qr: qr && { set: qr, at: rect(box.x, centred(qr.side), qr.side, qr.side) },
    contact: { set: contact, at: rect(x, centred(contact.height), contact.width, contact.height) },
  };
}
