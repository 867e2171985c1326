/** Pictures that contenders make: format and template for anpham, pixels for the others. */

import { A5 } from "./content.mjs";

const pixels = (mm, ppi) => Math.round((mm / 25.4) * ppi);
const picture = (template, format, width, ppi) => ({
  template,
  format,
  ppi,
  width: pixels(width, ppi),
  height: pixels((width * A5.height) / A5.width, ppi),
});

export const A5_150 = picture("recruitment-flyer", "a5", 148, 150);
export const A5_300 = picture("recruitment-flyer", "a5", 148, 300);
export const A4_300 = picture("recruitment-flyer", "a4", 210, 300);
export const A0_150 = picture("recruitment-poster", "a0", 841, 150);
