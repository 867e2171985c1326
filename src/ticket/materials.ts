/** What each kind of piece is usually printed on, for the print shop; the order may change it by hand. */

import type { Format, FormatFamily } from "../model/format.ts";

/** Names as Vietnamese shops write them; weights in g/m². */
const BY_FAMILY: Readonly<Record<FormatFamily, string>> = {
  flyer: "Giấy couche bóng 150 gsm",
  brochure: "Giấy couche mờ 150 gsm",
  handbook: "Ruột couche mờ 120 gsm, bìa couche 250 gsm cán mờ",
  poster: "Giấy couche bóng 200 gsm; từ A1 trở lên: PP trong nhà cán mờ",
  banner: "Bạt hiflex 360 gsm",
  bandroll: "Bạt hiflex 360 gsm",
  panel: "Bạt hiflex 450 gsm căng khung",
  standee: "PP trong nhà, cán mờ",
  backdrop: "Bạt hiflex 360 gsm",
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
  "badge-58": "Giấy couche 150 gsm cho phôi huy hiệu",
  "mug-wrap-200x90": "Cốc sứ trắng phủ chuyển nhiệt; in trên giấy chuyển nhiệt",
  "tote-280x350": "Túi vải may sẵn; in lưới hoặc chuyển nhiệt",
};

/** @param whiteInk whether there is a plate of white: on film that is white itself nobody needs one */
export const usualMaterial = ({ id, family }: Pick<Format, "id" | "family">, whiteInk: boolean): string =>
  whiteInk ? "Decal trong" : (BY_FORMAT[id] ?? BY_FAMILY[family]);
