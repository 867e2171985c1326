import {
  fitHeadline,
  type LogoSetting,
  type Mm,
  type PageContext,
  type Rect,
  rect,
  setLogo,
  setText,
  type TextSetting,
  typeScale,
} from "anpham/kit";

/** Of the circle's diameter: the mark with a tag under it and alone, the tag at most, and the air around it. */
const MARK = 0.44;
const MARK_ALONE = 0.6;
const TAG = 0.24;
const AIR = 0.022;
/** A wide mark fills this much of the inscribed square. */
const WIDEST = 0.94;

export interface AvatarLayout {
  readonly mark: {
    readonly logo: LogoSetting | null;
    readonly letters: TextSetting | null;
    readonly at: Rect;
  };
  readonly tag: { readonly set: TextSetting; readonly at: Rect } | null;
  /** Top of the segment that the tag stands in; the foot of the circle without one. */
  readonly segmentY: Mm;
}

/** Tag at the foot of the inscribed square if it can be read there; the mark as large as the rest allows. */
export function layOut(page: PageContext): AvatarLayout {
  const { trim, safe } = page.geometry;
  const side = trim.height;
  const set = fitTag(page, { width: safe.width, height: side * TAG });
  const floor = safe.y + safe.height;
  const tag = set && { set, at: rect(safe.x, floor - set.height, safe.width, set.height) };
  const segmentY = tag ? tag.at.y - side * AIR : side;
  const room = tag ? rect(safe.x, safe.y, safe.width, segmentY - side * AIR * 1.5 - safe.y) : safe;
  const height = Math.min(room.height, side * (tag ? MARK : MARK_ALONE));
  return { mark: setMark(page, room, height), tag, segmentY };
}

/** A picture as it is; without one, the letters large on the ground rather than small in a roundel. */
function setMark(page: PageContext, room: Rect, height: Mm): AvatarLayout["mark"] {
  const centred = (width: Mm, tall: Mm) =>
    rect(room.x + (room.width - width) / 2, room.y + (room.height - tall) / 2, width, tall);
  if (page.pictures.logo) {
    const logo = setLogo(page, "logo", { height, maxWidth: room.width * WIDEST })!;
    return { logo, letters: null, at: centred(logo.width, logo.height) };
  }
  const letters = fitHeadline(page, [[page.brief.institution.monogram]], {
    width: room.width * WIDEST,
    height: room.height,
    weight: 800,
    align: "center",
  });
  return { logo: null, letters, at: centred(room.width, letters.height) };
}

/** A year stands on its own line, as on a medal. */
const YEAR = /\s+((?:năm\s+)?\d{4})$/u;

/** In as large type as the lines allow; `null` without a badge, or where none of its lines can be read. */
function fitTag(page: PageContext, box: { readonly width: Mm; readonly height: Mm }): TextSetting | null {
  const { badge } = page.brief;
  if (!badge) return null;
  const { minimum } = typeScale(page);
  const text = badge.short ?? badge.text;
  const year = YEAR.exec(text)?.[1];
  const broken = (words: string) => setText(page, words, { size: minimum, width: box.width }).lines;
  const settings = [year ? [...broken(text.replace(YEAR, "")), year] : broken(text)];
  const set = fitHeadline(page, settings, {
    ...box,
    align: "center",
    weight: 700,
    maximum: minimum * LARGEST,
  });
  return set.size >= minimum ? set : null;
}

const LARGEST = 1.25;
