/** The overview of the gallery: one HTML file beside the pictures. */

import { CSS_PPI, MM_PER_INCH, type Mm } from "../../base/units.ts";
import { type Format, formatUse } from "../../model/format.ts";
import { fileUrl, type Html, html, htmlPage } from "../html.ts";
import { findingItem, pieceSize } from "../words.ts";
import { GALLERY_SCRIPT, GALLERY_STYLE } from "./gallery-assets.ts";
import type { RenderedCell } from "./run-gallery.ts";

/** Where a reader's eyes are from a screen, m. */
const SCREEN_DISTANCE = 0.5;

export function galleryPage(cells: readonly RenderedCell[]): string {
  const findings = cells.reduce((sum, { diagnostics }) => sum + diagnostics.length, 0);
  return htmlPage({
    title: "Bộ sưu tập ấn phẩm · Gallery",
    style: GALLERY_STYLE,
    script: GALLERY_SCRIPT,
    body: html`<header>
<h1>Bộ sưu tập ấn phẩm <small>Gallery</small></h1>
<p>${cells.length} ô · cells, <b class="${findings > 0 ? "bad" : "good"}">${findings} điều cần xem · findings</b>,
<span id="shown"></span></p>
<form id="filters">
${filter(
  "template",
  "Mẫu · template",
  valuesOf(cells, ({ template }) => [template.id, template.name.vi]),
)}
${filter(
  "family",
  "Loại · family",
  valuesOf(cells, ({ format }) => [format.family, format.family]),
)}
${filter(
  "use",
  "Dùng cho · use",
  formatUse.options.map((use) => ({ id: use, name: use })),
)}
${filter(
  "theme",
  "Chủ đề · theme",
  valuesOf(cells, ({ theme }) => [theme.id, theme.name.vi]),
)}
${filter(
  "data",
  "Nội dung · data",
  valuesOf(cells, ({ data }) => [data.id, data.id]),
)}
${filter(
  "institution",
  "Cơ sở · institution",
  valuesOf(cells, ({ institution }) => [institution, institution]),
)}
<label><input type="checkbox" name="bad"> chỉ ô có điều cần xem · only with findings</label>
<label title="Mỗi ấn phẩm lớn như khi nhìn từ khoảng cách đọc của nó, mắt cách màn hình 50 cm · each piece as large as from its viewing distance, eyes 50 cm from the screen"><input type="checkbox" name="true"> cỡ nhìn thật · true viewing size</label>
</form>
</header>
<main>${groups(cells, ({ cell }) => cell.template.id).map(templateSection)}</main>`,
  });
}

function templateSection(cells: readonly RenderedCell[]): Html {
  const { template } = cells[0]!.cell;
  return html`<section>
<h2>${template.name.vi} <small>${template.name.en} · <code>${template.id}</code></small></h2>
<p>${template.description.vi}</p>
${groups(cells, ({ cell }) => cell.format.id).map(formatRow)}
</section>
`;
}

function formatRow(cells: readonly RenderedCell[]): Html {
  const { format } = cells[0]!.cell;
  return html`<article>
<h3>${format.name.vi} <small>${format.name.en} · <code>${format.id}</code> · ${pieceSize(format)}
· đọc từ ${format.viewingDistance} m · read from ${format.viewingDistance} m</small></h3>
<div class="cells">${cells.map(figure)}</div>
</article>
`;
}

const figure = ({ cell, pictures, diagnostics }: RenderedCell): Html => html`<figure${marks(cell)}${
  diagnostics.length > 0 ? html` data-bad="1"` : null
}>
<div class="pages">${pictures.map(
  ({ file, width, height }) =>
    html`<a href="${fileUrl(file)}"><img src="${fileUrl(file)}" width="${width}" height="${height}" loading="lazy"
 alt="${cell.id}" style="--true:${trueWidth(cell.format)}mm"></a>`,
)}${pictures.length === 0 ? html`<div class="none">không dựng được · not rendered</div>` : null}</div>
<figcaption>${cell.theme.name.vi} · ${cell.data.id} · ${cell.institution}${viewingHint(cell.format, pictures[0]?.width)}</figcaption>
${diagnostics.length > 0 ? html`<ul>${diagnostics.map(findingItem)}</ul>` : null}
</figure>
`;

const marks = ({ template, format, theme, data, institution }: RenderedCell["cell"]): Html =>
  html` data-template="${template.id}" data-family="${format.family}" data-use="${format.uses.join(" ")}" data-theme="${theme.id}" data-data="${data.id}" data-institution="${institution}"`;

/** Width on the screen at which the piece looks as large as it does from where it is read. */
const trueWidth = ({ width, viewingDistance }: Format): Mm =>
  Math.round(((width * SCREEN_DISTANCE) / viewingDistance) * 10) / 10;

/** From how far the small picture looks as large as the piece from its viewing distance. */
function viewingHint({ width, viewingDistance }: Format, pixels: number | undefined): Html | null {
  if (pixels === undefined) return null;
  const shown = (pixels / CSS_PPI) * MM_PER_INCH;
  const centimetres = Math.round((viewingDistance * 100 * shown) / width);
  return html` · <span title="như khi đọc từ ${viewingDistance} m · as from ${viewingDistance} m">nhìn từ ${centimetres} cm</span>`;
}

interface Choice {
  readonly id: string;
  readonly name: string;
}

function filter(name: string, label: string, choices: readonly Choice[]): Html | null {
  if (choices.length < 2) return null;
  return html`<label>${label} <select name="${name}"><option value="">tất cả · all</option>${choices.map(
    (choice) => html`<option value="${choice.id}">${choice.name}</option>`,
  )}</select></label>
`;
}

function valuesOf(
  cells: readonly RenderedCell[],
  read: (cell: RenderedCell["cell"]) => readonly [id: string, name: string],
): readonly Choice[] {
  const found = new Map(cells.map(({ cell }) => read(cell)));
  return [...found].map(([id, name]) => ({ id, name }));
}

/** Neighbours with the same key, together. */
function groups<T>(items: readonly T[], keyOf: (item: T) => string): readonly (readonly T[])[] {
  const found = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = found.get(key);
    if (group) group.push(item);
    else found.set(key, [item]);
  }
  return [...found.values()];
}
