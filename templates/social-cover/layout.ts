import {
  freeAbove,
  freeAcross,
  grid,
  intersection,
  type Mm,
  outset,
  type PageContext,
  type Rect,
  rect,
  setAction,
  setBadge,
  setLogoBar,
  setStage,
  typeScale,
} from "anpham/kit";

/** How much of the largest headline there could be may go to a badge over it, rather than beside the header. */
const YIELDS = 0.75;

/** What may stand with the message, the fullest first: badge over the headline or beside the name, and the mark. */
const WAYS = [
  { badge: "over", mark: true },
  { badge: "header", mark: true },
  { badge: "nowhere", mark: true },
  { badge: "nowhere", mark: false },
] as const;

/** Header, message and action stand in the window that every device shows; the motif fills what some of them crop. */
export function layOut(page: PageContext) {
  const { baseline } = grid(page, 0.05);
  const type = typeScale(page);
  const box = windowOf(page);
  const gap = Math.min(3 * baseline, box.height * 0.04);
  const foot = layOutAction(page, box, gap);
  const tries = WAYS.map((way) => layOutMessage(page, { box, gap, bottom: foot.bottom, way }));
  const fitting = tries.filter(({ fits }) => fits);
  const all = fitting.length > 0 ? fitting : tries.slice(-1);
  // The cover of a day says when and where; covers of pages and channels stay up all year.
  const telling = all.filter(({ stage }) => stage.message.event !== null);
  const ways = telling.length > 0 ? telling : all;
  const size = ({ stage }: (typeof ways)[number]) => stage.message.headline.set.size;
  // The mark goes only where the message could not be read beside it.
  const marked = ways.filter(({ header }) => header.logo !== null);
  const largest = Math.max(0, ...marked.map(size));
  const shown = largest > type.minimum * LEAST ? marked : ways;
  const enough = Math.max(...shown.map(size)) * YIELDS;
  return { box, foot, ...shown.find((way) => size(way) >= enough)! };
}

/** The least headline, in parts of the smallest type. */
const LEAST = 1.15;

/** The safe area, with a margin of its own where it ends at what a device shows rather than short of it. */
function windowOf(page: PageContext): Rect {
  const { box } = grid(page, 0.05);
  const near = outset(box, NEAR);
  const isCropped = page.format.covered.some((zone) => intersection(zone, near) && !intersection(zone, box));
  return isCropped ? outset(box, -box.height * CROP_MARGIN) : box;
}

const NEAR: Mm = 0.1;
const CROP_MARGIN = 0.035;
/** From this part of the page beside the window on, the motif stands there and leaves the window to the words. */
const FLANK = 0.15;

/** Beside what lies over a lower corner, call and telephone keep the foot from standing empty. */
function layOutAction(page: PageContext, box: Rect, gap: Mm) {
  const type = typeScale(page);
  const floor = box.y + box.height;
  const within = (height: Mm) => {
    const strip = freeAcross(page, rect(box.x, floor - height, box.width, height));
    const left = strip.x > box.x + 0.01 ? 2 * gap : 0;
    const right = strip.x + strip.width < box.x + box.width - 0.01 ? 2 * gap : 0;
    const width = strip.width - left - right;
    const set = setAction(page, {
      width,
      callSize: type.size(0.2),
      phoneSize: type.size(1),
      gap: 1.5 * gap,
    });
    return { set, x: strip.x + left, width };
  };
  const { set, x, width } = within(within(box.height * 0.15).set.height);
  const above = freeAbove(page, box);
  const corner = floor - above.y - above.height;
  const y = floor - Math.max(set.height, (corner + set.height) / 2);
  return {
    set,
    at: rect(x, y, width, set.height),
    bottom: Math.min(floor - corner - 0.5 * gap, y - 1.5 * gap),
  };
}

/** A message gets at least this part of the window. */
const SHORTEST = 0.1;

/** A badge beside the name takes no more of the row. */
const BADGE = 0.45;

interface MessageRoom {
  readonly box: Rect;
  readonly gap: Mm;
  readonly bottom: Mm;
  readonly way: (typeof WAYS)[number];
}

function layOutMessage(page: PageContext, { box, gap, bottom, way }: MessageRoom) {
  const { format, brief } = page;
  const { trim } = page.geometry;
  const type = typeScale(page);
  const flank = trim.width - box.x - box.width;
  const words = way.badge === "header" ? brief.badge : null;
  const badge =
    words && setBadge(page, words.short ?? words.text, { size: type.size(0.2), maxWidth: box.width * BADGE });
  const header = setLogoBar(page, {
    width: box.width - (badge ? badge.width + 2 * gap : 0),
    logoHeight: !way.mark ? 0 : Math.max(box.height * 0.13, type.minimum * 2),
    nameSize: type.size(0.2),
    governingBody: false,
    marks: !badge,
  });
  const height = Math.max(header.height, badge?.height ?? 0);
  const top = box.y + height + 1.5 * gap;
  const stage = setStage(page, {
    area: rect(0, 0, trim.width, trim.height),
    box: rect(box.x, top, box.width, Math.max(bottom - top, box.height * SHORTEST)),
    gap,
    badge: way.badge === "over" ? type.size(0.2) : null,
    tail: null,
    lead: type.size(0),
    event: format.uses.includes("event") ? type.size(0) : null,
    eventLines: 1,
    lines: "no-lead",
    sink: 0.5,
    least: flank > FLANK * trim.width ? Number.POSITIVE_INFINITY : type.message,
  });
  const centred = (block: { readonly height: Mm }) => box.y + (height - block.height) / 2;
  return {
    fits: bottom - top >= box.height * SHORTEST,
    header,
    headerAt: rect(box.x, centred(header), header.width, header.height),
    badge: badge && {
      set: badge,
      at: rect(box.x + box.width - badge.width, centred(badge), badge.width, badge.height),
    },
    stage,
  };
}
