import type { Insets } from "../../base/geometry.ts";
import type { Px } from "../../base/units.ts";
import type { Format, Zone } from "../format.ts";
import { type Canvas, canvasFormat, distanceFor, insets, PHONE } from "./canvas.ts";
import { bottomStrip, sideStrips, topStrip } from "./edges.ts";

// Sizes as of 2026; platforms change them without notice (docs/sources.md). All are read on a phone.

interface Post extends Omit<Canvas, "family" | "viewingDistance" | "uses"> {
  /** How much of the width a phone shows. */
  readonly widthOnPhone: Px;
  readonly safe: Insets;
  readonly covered?: readonly Zone[];
  readonly uses?: Format["uses"];
}

const social = ({ widthOnPhone, uses = ["social", "recruitment"], ...canvas }: Post): Format =>
  canvasFormat({
    ...canvas,
    family: "social",
    viewingDistance: distanceFor(widthOnPhone, PHONE),
    uses,
  });

// Page cover: shown 820 × 312 on desktop and 640 × 360 on phones, scaled to the height and cropped at the sides
// (braveriver.com quoting Facebook; docs/sources.md). Of 851 × 315 a desktop shows the middle 828 px, a phone the
// middle 560 px. The safe box is that window less 12 px all round.
const COVER = { width: 851, height: 315 } as const;
const COVER_ON_PHONE = (COVER.height * 640) / 360;
const COVER_CROP = (COVER.width - COVER_ON_PHONE) / 2;

// The round avatar hangs into the lower left corner: 176 px wide on desktop, 196 px of 640 on phones (docs/sources.md).
// How deep is not published; half its height on phones is assumed, which exceeds what desktops cover.
const AVATAR = {
  right: COVER_CROP + ((16 + 196) * COVER_ON_PHONE) / 640,
  height: (98 * COVER_ON_PHONE) / 640,
};

const GROUP_COVER = { width: 1640, height: 856 } as const;
const STORY = { width: 1080, height: 1920 } as const;
const CHANNEL = { width: 2560, height: 1440 } as const;
const CHANNEL_SHOWN = { width: 1546, height: 423 } as const;
const CHANNEL_CROP = {
  x: (CHANNEL.width - CHANNEL_SHOWN.width) / 2,
  y: (CHANNEL.height - CHANNEL_SHOWN.height) / 2,
};

export const SOCIALS: readonly Format[] = [
  social({
    id: "facebook-cover",
    name: { vi: "Ảnh bìa trang Facebook", en: "Facebook page cover" },
    ...COVER,
    widthOnPhone: COVER_ON_PHONE,
    safe: insets(12, COVER_CROP + 12),
    covered: [
      {
        name: { vi: "Ảnh đại diện", en: "Avatar" },
        x: 0,
        y: COVER.height - AVATAR.height,
        width: AVATAR.right,
        height: AVATAR.height,
      },
    ],
  }),
  // Square post: shown whole in the feed (grafdom.com 2026, docs/sources.md). Margin 5 %, the art direction's least.
  social({
    id: "facebook-post",
    name: { vi: "Bài đăng Facebook vuông", en: "Facebook post, square" },
    width: 1080,
    height: 1080,
    widthOnPhone: 1080,
    safe: insets(54, 54),
  }),
  // Event cover: 1920 × 1005 (smartmetrics, docs/sources.md); pages trim its edges by screen width, so text keeps to
  // the middle 80 % (socialk.it, checked June 2026).
  social({
    id: "facebook-event-cover",
    name: { vi: "Ảnh bìa sự kiện Facebook", en: "Facebook event cover" },
    width: 1920,
    height: 1005,
    widthOnPhone: 1920,
    safe: insets(100.5, 192),
    uses: ["social", "event"],
  }),
  // Group cover: 1640 × 856 (docs/sources.md). A desktop hides the lowest 194 px (getsocialguide.com 2026), other
  // widths trim 106 px at the top and the bottom (hoangphuctran.com: 53 of 428): text keeps clear of both, and 5 % at
  // the sides.
  social({
    id: "facebook-group-cover",
    name: { vi: "Ảnh bìa nhóm Facebook", en: "Facebook group cover" },
    ...GROUP_COVER,
    widthOnPhone: GROUP_COVER.width,
    safe: { top: 106, right: 82, bottom: 194, left: 82 },
    covered: [
      topStrip({ vi: "Phần trên bị cắt", en: "Cropped top" }, GROUP_COVER, 106),
      bottomStrip({ vi: "Phần dưới bị cắt trên máy tính", en: "Foot that desktops crop" }, GROUP_COVER, 194),
    ],
  }),
  // Portrait post 4:5 and link picture (docs/sources.md), shown whole in the feed. Margin 5 %.
  social({
    id: "facebook-post-portrait",
    name: { vi: "Bài đăng Facebook đứng", en: "Facebook post, portrait" },
    width: 1080,
    height: 1350,
    widthOnPhone: 1080,
    safe: insets(54, 54),
  }),
  social({
    id: "facebook-link",
    name: { vi: "Ảnh liên kết Facebook", en: "Facebook link picture" },
    width: 1200,
    height: 630,
    widthOnPhone: 1200,
    safe: insets(32, 60),
  }),
  // Story of Facebook and Instagram: no text in the top and the bottom 250 px, where name and reply box lie
  // (docs/sources.md).
  social({
    id: "story",
    name: { vi: "Tin (story) 1080 × 1920", en: "Story 1080 × 1920" },
    ...STORY,
    widthOnPhone: STORY.width,
    safe: insets(250, 54),
    covered: [
      topStrip({ vi: "Tên tài khoản", en: "Account name" }, STORY, 250),
      bottomStrip({ vi: "Ô trả lời", en: "Reply box" }, STORY, 250),
    ],
    uses: ["social", "event", "recruitment"],
  }),
  // Channel art: 2560 × 1440 in full on TVs only; every device shows the middle 1546 × 423 (docs/sources.md), phones no
  // more.
  social({
    id: "youtube-channel-art",
    name: { vi: "Ảnh bìa kênh YouTube", en: "YouTube channel art" },
    ...CHANNEL,
    widthOnPhone: CHANNEL_SHOWN.width,
    safe: insets(CHANNEL_CROP.y, CHANNEL_CROP.x),
    covered: [
      topStrip({ vi: "Chỉ TV hiện (trên)", en: "Top that only TVs show" }, CHANNEL, CHANNEL_CROP.y),
      bottomStrip({ vi: "Chỉ TV hiện (dưới)", en: "Foot that only TVs show" }, CHANNEL, CHANNEL_CROP.y),
      ...sideStrips({ vi: "Điện thoại cắt hai bên", en: "Sides that phones crop" }, CHANNEL, CHANNEL_CROP.x, {
        top: CHANNEL_CROP.y,
        bottom: CHANNEL_CROP.y,
      }),
    ],
    uses: ["social"],
  }),
  // Thumbnail: 1280 × 720 (docs/sources.md), in a phone's feed as wide as the phone. The running time is laid over the
  // lower right corner; 180 × 84 px hold it on every device (custom). Margin 5 %.
  social({
    id: "youtube-thumbnail",
    name: { vi: "Ảnh thu nhỏ video YouTube", en: "YouTube thumbnail" },
    width: 1280,
    height: 720,
    widthOnPhone: 1280,
    safe: insets(36, 64),
    covered: [
      { name: { vi: "Thời lượng video", en: "Running time" }, x: 1100, y: 636, width: 180, height: 84 },
    ],
    uses: ["social", "event"],
  }),
  // Zalo OA cover: at least 320 × 180, use 1280 × 720 (docs/sources.md). Where the avatar lies is not published; text
  // keeps to the middle 80 %.
  social({
    id: "zalo-oa-cover",
    name: { vi: "Ảnh bìa Zalo OA", en: "Zalo OA cover" },
    width: 1280,
    height: 720,
    widthOnPhone: 1280,
    safe: insets(72, 128),
  }),
];
