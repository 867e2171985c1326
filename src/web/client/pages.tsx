/** Pages as HTML documents, for the server. */

import { renderToString } from "preact-render-to-string";
import type { Page, PageAssets } from "../model/page.ts";
import { App } from "./app.tsx";

const TITLES: Readonly<Record<Page["kind"], string>> = {
  home: "anpham · Ấn phẩm của trường",
  editor: "Soạn ấn phẩm · anpham",
  rows: "Làm hàng loạt · anpham",
  trouble: "Chưa làm được · anpham",
};

export function renderPage(page: Page, { script, style, fonts, preload }: PageAssets): string {
  const body = renderToString(<App page={page} />);
  // “<” never stands in the data as itself, so that no text of a draft can end the element.
  const data = JSON.stringify(page).replaceAll("<", "\\u003c");
  const isLive = page.kind !== "trouble";
  const head = [
    ...fonts.map((font) => `<link rel="preload" href="${font}" as="font" type="font/woff2" crossorigin>`),
    ...(isLive ? preload.map((chunk) => `<link rel="modulepreload" href="${chunk}">`) : []),
    `<link rel="stylesheet" href="${style}">`,
    ...(isLive ? [`<script type="module" src="${script}"></script>`] : []),
  ].join("\n");
  return `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, interactive-widget=resizes-content">
<title>${TITLES[page.kind]}</title>
<meta name="theme-color" content="#0b2a6b">
<link rel="icon" href="data:,">
${head}
</head>
<body>
<div id="app">${body}</div>
${isLive ? `<script type="application/json" id="page">${data}</script>` : ""}
</body>
</html>
`;
}
