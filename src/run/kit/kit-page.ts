/** The pages that people open: one kit with pictures and downloads, and the list of a run's kits. */

import { hasErrors } from "../../base/diagnostic.ts";
import type { Format } from "../../model/format.ts";
import { fileSize } from "../../ticket/numbers.ts";
import { fileUrl, type Html, html, htmlPage } from "../html.ts";
import { findingItem, pieceSize } from "../words.ts";
import type { KitPiece } from "./kit-plan.ts";
import { type FinishedKit, type FinishedPiece, findingsOf, type Thumbnail } from "./kit-result.ts";

const STYLE = `
:root { color-scheme: light; --ink: #16181d; --soft: #636975; --rule: #d5d9e0; --bad: #b3261e; --good: #17663a; --link: #0b4fb3; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 1240px; padding: 32px 20px 80px; font: 16px/1.55 "Be Vietnam Pro", system-ui, sans-serif; color: var(--ink); background: #eef0f3; }
h1 { margin: 0; font-size: 30px; line-height: 1.25; }
h2 { margin: 40px 0 12px; font-size: 20px; border-top: 2px solid var(--ink); padding-top: 12px; }
p { margin: 6px 0; }
small { color: var(--soft); font-size: 14px; font-weight: 400; }
a { color: var(--link); }
.good { color: var(--good); } .bad { color: var(--bad); }
.pieces { display: grid; grid-template-columns: repeat(auto-fill, minmax(270px, 1fr)); gap: 20px; }
.piece { display: flex; flex-direction: column; background: #fff; border: 1px solid var(--rule); border-radius: 6px; overflow: hidden; }
.pages { height: 230px; padding: 14px; display: flex; gap: 8px; align-items: center; justify-content: center; background: #f8f9fb; border-bottom: 1px solid var(--rule); overflow-x: auto; }
.pages img { min-width: 0; max-width: 100%; max-height: 100%; width: auto; height: auto; box-shadow: 0 1px 4px #0003; }
.further { display: grid; grid-template-columns: repeat(4, 1fr); gap: 6px; margin-top: 8px; }
.further img { width: 100%; height: auto; box-shadow: 0 1px 3px #0003; }
details { margin-top: 8px; font-size: 14px; }
.about { padding: 12px 16px 16px; }
.about h3 { margin: 0; font-size: 17px; line-height: 1.3; }
.files { display: flex; flex-wrap: wrap; gap: 8px; margin: 10px 0 0; padding: 0; list-style: none; }
.files a { display: inline-block; padding: 6px 12px; border-radius: 4px; background: var(--link); color: #fff; text-decoration: none; font-weight: 600; font-size: 14px; }
.findings { margin: 10px 0 0; padding: 8px 10px 8px 26px; background: #fdeceb; color: var(--bad); font-size: 14px; line-height: 1.4; }
.findings .note { color: var(--soft); }
.findings:not(:has(.error, .warning)) { background: #f3f5f8; }
.findings small { display: block; color: inherit; opacity: .8; font-size: 13px; }
table { width: 100%; border-collapse: collapse; background: #fff; margin-top: 20px; }
td, th { padding: 10px 14px; border-bottom: 1px solid var(--rule); text-align: left; vertical-align: top; }
@media print { body { background: #fff; } .piece { break-inside: avoid; } }
`;

/** Of a piece side by side; the others fold out. */
const PAGES_SHOWN = 4;

/** `index.html` of one kit, inside its folder. */
export const kitPage = (kit: FinishedKit): string =>
  htmlPage({
    title: `Bộ ấn phẩm · ${kit.institution}`,
    style: STYLE,
    script: "",
    body: html`<header>
<h1>${kit.institution}</h1>
<p>${kit.pieces.length} ấn phẩm <small>${kit.pieces.length} pieces</small> · ${verdict(kit)}</p>
<p><a href="contact-sheet.pdf">Tờ duyệt mẫu (PDF)</a> <small>contact sheet for sign-off</small></p>
</header>
${section("Để in", "for print", kit, "print")}
${section("Cho màn hình và mạng xã hội", "for screens and social networks", kit, "screen")}`,
  });

function section(vi: string, en: string, { pieces }: FinishedKit, medium: Format["medium"]): Html | null {
  const own = pieces.filter(({ piece }) => piece.format.medium === medium);
  if (own.length === 0) return null;
  return html`<section>
<h2>${vi} <small>${en}</small></h2>
<div class="pieces">${own.map(card)}</div>
</section>`;
}

function card(finished: FinishedPiece): Html {
  const { piece, files, thumbnails, diagnostics } = finished;
  return html`<article class="piece">
<div class="pages">${thumbnails.slice(0, PAGES_SHOWN).map((each) => picture(each, piece))}${thumbnails.length === 0 ? html`<b class="bad">Không dựng được <small>not rendered</small></b>` : null}</div>
<div class="about">
<h3>${piece.format.name.vi} <small>${piece.format.name.en}</small></h3>
<p><small>${piece.template.name.vi} · ${pieceSize(piece.format)}${thumbnails.length > 1 ? ` · ${thumbnails.length} trang · pages` : ""}</small></p>
<ul class="files">${files.map(
    ({ path, bytes }) =>
      html`<li><a href="${fileUrl(path)}" download>${typeOf(path)} · ${fileSize(bytes)}</a></li>`,
  )}</ul>
${furtherPages(finished)}
${diagnostics.length > 0 ? html`<ul class="findings">${diagnostics.map(findingItem)}</ul>` : null}
</div>
</article>
`;
}

const picture = ({ path, width, height }: Thumbnail, { format }: KitPiece): Html =>
  html`<img src="${fileUrl(path)}" width="${width}" height="${height}" loading="lazy" alt="${format.name.vi}">`;

/** The pages of a handbook that are not at its card's top. */
function furtherPages({ piece, thumbnails }: FinishedPiece): Html | null {
  const rest = thumbnails.slice(PAGES_SHOWN);
  if (rest.length === 0) return null;
  return html`<details><summary>${rest.length} trang nữa <small>${rest.length} more pages</small></summary>
<div class="further">${rest.map((each) => picture(each, piece))}</div></details>`;
}

const typeOf = (path: string): string => path.slice(path.lastIndexOf(".") + 1).toUpperCase();

function verdict(kit: FinishedKit): Html {
  const findings = findingsOf(kit);
  if (findings.length === 0)
    return html`<b class="good">Không có gì phải sửa</b> <small>nothing to mend</small>`;
  const tone = hasErrors(findings) ? "bad" : "";
  return html`<b class="${tone}">${findings.length} điều cần xem</b> <small>${findings.length} findings</small>`;
}

/** `index.html` of a run of several kits, above their folders. */
export const runPage = (kits: readonly FinishedKit[]): string =>
  htmlPage({
    title: "Các bộ ấn phẩm · Kits",
    style: STYLE,
    script: "",
    body: html`<header><h1>Các bộ ấn phẩm <small>Kits</small></h1>
<p>${kits.length} cơ sở <small>institutions</small> · ${kits.reduce((sum, { pieces }) => sum + pieces.length, 0)} ấn phẩm <small>pieces</small></p></header>
<table>
<tr><th>Cơ sở <small>institution</small></th><th>Ấn phẩm <small>pieces</small></th><th>Kiểm tra <small>findings</small></th></tr>
${kits.map(
  (kit) => html`<tr><td>${
    kit.pieces.length > 0
      ? html`<a href="${fileUrl(`${kit.folder}/index.html`)}">${kit.institution}</a>`
      : kit.institution
  }</td><td>${kit.pieces.length}</td><td>${verdict(kit)}${
    kit.diagnostics.length > 0 ? html`<ul class="findings">${kit.diagnostics.map(findingItem)}</ul>` : null
  }</td></tr>
`,
)}</table>`,
  });
