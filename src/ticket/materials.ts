/** What each kind of piece is usually printed on, for the print shop; the order may change it by hand. */

import type { Format, FormatFamily } from "../model/format.ts";
import type { Finishing } from "../model/output-profile.ts";

const HIFLEX = "Bạt hiflex 360 gsm";
const FILM = "PP trong nhà, cán mờ";

/** Names as Vietnamese shops write them; weights in g/m². */
const BY_FAMILY: Readonly<Record<FormatFamily, string>> = {
  flyer: "Giấy couche bóng 150 gsm",
  brochure: "Giấy couche mờ 150 gsm",
  handbook: "Ruột couche mờ 120 gsm, bìa couche 250 gsm cán mờ",
  poster: "Giấy couche bóng 200 gsm",
  banner: HIFLEX,
  bandroll: HIFLEX,
  panel: "Bạt hiflex 450 gsm căng khung",
  standee: FILM,
  backdrop: HIFLEX,
  signboard: "Decal PP ngoài trời cán bóng, bồi tấm alu",
  decal: "Decal PP sữa, cán bóng",
  badge: "Giấy couche 300 gsm cán mờ, hoặc thẻ nhựa PVC",
  screen: "Không in, dùng trên màn hình",
  social: "Không in, dùng trên mạng xã hội",
  avatar: "Không in, dùng trên mạng xã hội",
  "web-banner": "Không in, dùng trên trang web",
  souvenir: "Giấy chuyển nhiệt",
  certificate: "Giấy mỹ thuật 250 gsm",
  invitation: "Giấy mỹ thuật 300 gsm",
};

/** Where a family has pieces of several materials. */
const BY_FORMAT: Readonly<Record<string, string>> = {
  // Larger than offset presses print.
  a1: FILM,
  a0: FILM,
  "poster-600x900": FILM,
  "poster-800x1200": FILM,
  "badge-58": "Giấy couche 150 gsm cho phôi huy hiệu",
  "mug-wrap-200x90": "Cốc sứ trắng phủ chuyển nhiệt; in trên giấy chuyển nhiệt",
  "tote-280x350": "Túi vải may sẵn; in lưới hoặc chuyển nhiệt",
};

/** Only cloth is hemmed and has eyelets, whatever the piece is printed on otherwise. */
const isHung = ({ hem, eyelets, polePocket }: Finishing): boolean =>
  hem > 0 || eyelets !== null || polePocket !== null;

/** As the profile finishes it: a plate of white is for film that is clear, on white film nobody needs one. */
export function usualMaterial({ id, family }: Pick<Format, "id" | "family">, finishing: Finishing): string {
  if (finishing.whiteInk) return "Decal trong";
  const usual = BY_FORMAT[id] ?? BY_FAMILY[family];
  return isHung(finishing) && !usual.startsWith("Bạt") ? HIFLEX : usual;
}
