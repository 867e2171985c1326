/** The shipped faces, read once. */

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { FontFace } from "../../src/base/font/face.ts";
import { readFace } from "../../src/base/font/read-face.ts";
import type { FontList } from "../../src/layout/satori.ts";

const folder = new URL("../../fonts/be-vietnam-pro/", import.meta.url);

export function shippedFace(style: string): FontFace {
  const file = new URL(`BeVietnamPro-${style}.ttf`, folder);
  return readFace(new Uint8Array(readFileSync(file)), fileURLToPath(file));
}

export const REGULAR = shippedFace("Regular");
export const BOLD = shippedFace("Bold");

export function fontList(...faces: FontFace[]): FontList {
  return {
    faces,
    families: faces.map(({ family, weight, style }) => ({ name: family, weight, style, lang: null })),
  };
}

/** A font as satori and renderElement take it. */
export const elementFont = ({ family, weight, style, data }: FontFace) => ({
  name: family,
  weight: weight as 400,
  style,
  data: Buffer.from(data),
});

/** Every precomposed letter with a mark that Vietnamese uses: 134 of them. */
export const VIETNAMESE_LETTERS: readonly string[] = [
  ..."àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ",
  ..."ÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬĐÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ",
];
