import { CSS_PPI, type Px, pxToMm } from "../../base/units.ts";
import type { Format } from "../format.ts";

// Sizes as of 2026; platforms change them without notice (facts.md e).
//
// A screen has no millimetres of its own, so a canvas counts 96 px to the inch and the viewing distance is set
// to match: a phone shows the picture about 65 mm wide and is held 0.3 m away, so a canvas whose visible part is
// w mm wide looks as large as it does from 0.3 m × w / 65. Text that passes at that distance is legible on the phone.

const PHONE = { pictureWidth: 65, distance: 0.3 } as const;
const mm = (px: Px) => pxToMm(px, CSS_PPI);

interface Canvas {
  readonly id: string;
  readonly name: Format["name"];
  readonly width: Px;
  readonly height: Px;
  /** How much of the width a phone shows. */
  readonly widthOnPhone: Px;
  readonly safe: { readonly x: Px; readonly y: Px };
  readonly covered?: Format["covered"];
}

const screen = ({ id, name, width, height, widthOnPhone, safe, covered = [] }: Canvas): Format => ({
  id,
  name,
  family: "social",
  medium: "screen",
  width: mm(width),
  height: mm(height),
  pixels: { width, height },
  bleed: 0,
  safe: { top: mm(safe.y), right: mm(safe.x), bottom: mm(safe.y), left: mm(safe.x) },
  viewingDistance: Math.round((100 * PHONE.distance * mm(widthOnPhone)) / PHONE.pictureWidth) / 100,
  ppi: CSS_PPI,
  covered,
});

// Page cover: shown 820 × 312 on desktop and 640 × 360 on phones, scaled to the height and cropped at the sides
// (braveriver.com quoting Facebook; facts.md e). Of 851 × 315 a desktop shows the middle 828 px, a phone the
// middle 560 px. The safe box is that window less 12 px all round.
const COVER = { width: 851, height: 315 } as const;
const COVER_ON_PHONE = (COVER.height * 640) / 360;
const COVER_CROP = (COVER.width - COVER_ON_PHONE) / 2;

// The round avatar hangs into the lower left corner: 176 px wide on desktop, 196 px of 640 on phones (facts.md e).
// How deep is not published; half its height on phones is assumed, which exceeds what desktops cover.
const AVATAR = {
  right: COVER_CROP + ((16 + 196) * COVER_ON_PHONE) / 640,
  height: (98 * COVER_ON_PHONE) / 640,
};

export const SOCIALS: readonly Format[] = [
  screen({
    id: "facebook-cover",
    name: { vi: "Ảnh bìa trang Facebook", en: "Facebook page cover" },
    ...COVER,
    widthOnPhone: COVER_ON_PHONE,
    safe: { x: COVER_CROP + 12, y: 12 },
    covered: [
      {
        name: { vi: "Ảnh đại diện", en: "Avatar" },
        x: 0,
        y: mm(COVER.height - AVATAR.height),
        width: mm(AVATAR.right),
        height: mm(AVATAR.height),
      },
    ],
  }),
  // Square post: shown whole in the feed (grafdom.com 2026, facts.md e). Margin 5 %, the art direction's least.
  screen({
    id: "facebook-post",
    name: { vi: "Bài đăng Facebook vuông", en: "Facebook post, square" },
    width: 1080,
    height: 1080,
    widthOnPhone: 1080,
    safe: { x: 54, y: 54 },
  }),
  // Event cover: 1920 × 1005 (smartmetrics, facts.md e); pages trim its edges by screen width, so text keeps to the
  // middle 80 % (socialk.it, checked June 2026).
  screen({
    id: "facebook-event-cover",
    name: { vi: "Ảnh bìa sự kiện Facebook", en: "Facebook event cover" },
    width: 1920,
    height: 1005,
    widthOnPhone: 1920,
    safe: { x: 192, y: 100.5 },
  }),
];
