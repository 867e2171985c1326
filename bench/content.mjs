/**
 * What every contender sets: an A5 recruitment flyer, and the eight fields of it that change from row to row.
 * The words are the shipped campaign's and sample institution's; only the layout is each contender's own.
 */

import { readFileSync } from "node:fs";
import encodeQr from "qr";

const root = new URL("../", import.meta.url);
const json = (path) => JSON.parse(readFileSync(new URL(path, root), "utf8"));

/** Trim size, mm. */
export const A5 = { width: 148, height: 210 };

export const INSTITUTION = "cd-ky-nghe-binh-thuan";
const institution = json(`brand/institutions/${INSTITUTION}.json`);
const campaign = json("brand/campaigns/gdnn-2026.json");

export const COLORS = Object.fromEntries(
  Object.entries(json("brand/kits/gdnn.json").colors).map(([token, { rgb }]) => [token, rgb]),
);

/** Be Vietnam Pro as it is shipped, by weight. */
export const FONT_FAMILY = "Be Vietnam Pro";
export const FONTS = ["Regular-400", "Medium-500", "SemiBold-600", "Bold-700", "ExtraBold-800"].map(
  (each) => {
    const [name, weight] = each.split("-");
    return { weight: Number(weight), file: new URL(`fonts/be-vietnam-pro/BeVietnamPro-${name}.ttf`, root) };
  },
);

const HEADLINE = ["Đồng hành nâng tầm", "kỹ năng lao động"];
const TAIL = "Vì một Việt Nam thịnh vượng";
const CALL = "Đăng ký ngay";
const PERIOD = campaign.enrolmentPeriod.short;

/** As many programmes as asked for; after the institution's own they come again with a number. */
function programmes(count) {
  const own = institution.programmes;
  return Array.from({ length: count }, (_, i) => {
    const { name, icon } = own[i % own.length];
    const round = Math.floor(i / own.length);
    const short = typeof name === "string" ? name : name.short;
    return { name: round === 0 ? short : `${short} ${round + 1}`, icon };
  });
}

/**
 * The flyer of row `i`.
 * @param i row from 0: name, monogram, governing body, badge, phone, address, website and QR code are its own
 */
export function flyer(i, count = 8) {
  const website = `truong${i}.example.vn`;
  return {
    row: i,
    name: `Trường Trung cấp nghề số ${i}`,
    monogram: `T${i % 90}`,
    governingBody: `Sở Lao động tỉnh thứ ${(i % 63) + 1}`,
    badge: `Tuyển sinh đợt ${i}`,
    headline: HEADLINE,
    tail: TAIL,
    programmesTitle: `${count} nghề đang tuyển sinh`,
    programmes: programmes(count),
    call: CALL,
    period: PERIOD,
    phone: `0252 3${100 + (i % 900)} ${100 + ((i * 7) % 900)}`,
    website,
    address: `Số ${i} Lê Lợi, TP. Phan Thiết`,
    qr: `https://${website}/ts`,
  };
}

/** As {@link flyer}, with a headline and programmes of its own too: next to nothing serves two rows. */
export function distinctFlyer(i) {
  const piece = flyer(i);
  return {
    ...piece,
    headline: [HEADLINE[0], `kỹ năng số ${i}`],
    programmes: piece.programmes.map(({ name, icon }, at) => ({
      name: `${name} ${(7 * i + 13 * at) % 997}`,
      icon,
    })),
  };
}

/** Texts that must be found in what a contender made of it, with the spaces as they are set. */
export const textsOf = (piece) => [
  piece.name,
  piece.governingBody,
  piece.badge,
  ...piece.headline,
  piece.tail,
  piece.programmesTitle,
  ...piece.programmes.map(({ name }) => name),
  piece.phone,
  piece.website,
  piece.address,
];

/** The modules of its QR code, row by row: the same error correction for everybody. */
export const qrModules = (text) =>
  encodeQr(text, "raw", { ecc: "medium", border: 1 })
    .slice(1, -1)
    .map((row) => row.slice(1, -1));

/** The content laid over a brief of anpham's. */
export const briefOf = (piece) => ({
  institution: {
    name: { text: piece.name },
    monogram: piece.monogram,
    governingBody: { text: piece.governingBody },
    logo: null,
  },
  badge: { text: piece.badge },
  message: {
    text: `${piece.headline.join(" ")} – ${piece.tail}`,
    overline: null,
    headline: { settings: [piece.headline], emphasis: piece.headline[1] },
    tail: { settings: [[piece.tail]] },
  },
  lead: null,
  programmesTitle: { text: piece.programmesTitle },
  programmes: piece.programmes.map((each) => ({ ...each, levels: ["trung-cap"] })),
  callToAction: { text: piece.call },
  enrolmentPeriod: { text: piece.period },
  contact: {
    phones: [piece.phone],
    addresses: [{ text: piece.address }],
    website: piece.website,
    email: null,
    facebook: null,
    zalo: null,
  },
  qr: piece.qr,
});
