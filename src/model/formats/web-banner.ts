import type { Px } from "../../base/units.ts";
import type { Format } from "../format.ts";
import { canvasFormat, insets } from "./canvas.ts";

// Sizes: IAB fixed-size units of 2017 and those that stay in common use (docs/sources.md), CSS pixels, shown 1:1.
//
// Viewing distance: x-height ≥ distance / 300 of a 96 px inch. 0.5 m asks for type of 12 px on desktop pages. What
// phones show too gets 0.4 m, 9.7 px: a phone's CSS pixel is about 0.17 mm and held 0.3 m away, which would ask for 11
// px, but 320 × 50 must hold a message of 22 px over one small line, and advertisers' legal lines are set at 9–10 px
// (custom).
const PHONE_M = 0.4;
const DESKTOP_M = 0.5;

/** Margin of 4 px on the strips of 50 px, 8 px elsewhere: browsers add nothing, an ad's own hairline frame takes one. */
const marginOf = (width: Px, height: Px): Px => (Math.min(width, height) <= 50 ? 4 : 8);

const webBanner = (width: Px, height: Px, viewingDistance: number, vi: string, en: string): Format => {
  const margin = marginOf(width, height);
  return canvasFormat({
    id: `web-${width}x${height}`,
    name: { vi: `${vi} ${width} × ${height}`, en: `${en} ${width} × ${height}` },
    family: "web-banner",
    width,
    height,
    safe: insets(margin, margin),
    viewingDistance,
    uses: ["recruitment", "event"],
  });
};

export const WEB_BANNERS: readonly Format[] = [
  webBanner(300, 250, PHONE_M, "Banner web chữ nhật", "Web banner, medium rectangle"),
  webBanner(728, 90, DESKTOP_M, "Banner web ngang", "Web banner, leaderboard"),
  webBanner(160, 600, DESKTOP_M, "Banner web dọc", "Web banner, skyscraper"),
  webBanner(970, 250, DESKTOP_M, "Banner web lớn", "Web banner, billboard"),
  webBanner(300, 600, PHONE_M, "Banner web nửa trang", "Web banner, half page"),
  webBanner(336, 280, PHONE_M, "Banner web chữ nhật lớn", "Web banner, large rectangle"),
  webBanner(320, 100, PHONE_M, "Banner web di động lớn", "Web banner, large mobile"),
  webBanner(320, 50, PHONE_M, "Banner web di động", "Web banner, mobile"),
];
