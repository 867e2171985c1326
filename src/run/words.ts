/** Sizes and findings in words, as the overview pages show them. */

import type { Diagnostic } from "../base/diagnostic.ts";
import type { Format } from "../model/format.ts";
import { sizeWords } from "../ticket/numbers.ts";
import { type Html, html } from "./html.ts";

/** `1640 × 856 px`, `148 × 210 mm`, `6 × 3 m` */
export const pieceSize = ({ width, height, pixels }: Format): string =>
  pixels ? `${pixels.width} × ${pixels.height} px` : sizeWords(width, height);

/** `trang 2: …`, with English below and the hint on hover. */
export const findingItem = ({ code, severity, where, message, hint }: Diagnostic): Html =>
  html`<li class="${severity}" title="${code}: ${hint.vi} ${hint.en}">${
    where.page === undefined ? null : `Trang ${where.page}: `
  }${message.vi} <small>${message.en}</small></li>`;
