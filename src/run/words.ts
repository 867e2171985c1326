/** Sizes and findings in words, as the overview pages show them. */

import type { Diagnostic } from "../base/diagnostic.ts";
import type { Format } from "../model/format.ts";
import { sizeWords } from "../ticket/numbers.ts";
import { type Html, html } from "./html.ts";

/** `1640 × 856 px`, `148 × 210 mm`, `6 × 3 m` */
export const pieceSize = ({ width, height, pixels }: Format): string =>
  pixels ? `${pixels.width} × ${pixels.height} px` : sizeWords(width, height);

/** `Trang 2: …` and what to do about it, with English below. */
export const findingItem = ({ code, severity, where, message, hint }: Diagnostic): Html =>
  html`<li class="${severity}" title="${code}">${
    where.page === undefined ? null : `Trang ${where.page}: `
  }${message.vi} ${hint.vi} <small>${message.en} ${hint.en}</small></li>`;
