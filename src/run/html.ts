/** HTML from text and values: everything put in is escaped, except HTML made here. */

/** Escaped already. */
export interface Html {
  readonly markup: string;
}

type Part = string | number | Html | null | readonly Part[];

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

const escaped = (text: string): string => text.replace(/[&<>"']/g, (letter) => ENTITIES[letter]!);

const markupOf = (part: Part): string => {
  if (part === null) return "";
  if (typeof part === "string") return escaped(part);
  if (typeof part === "number") return String(part);
  return "markup" in part ? part.markup : part.map(markupOf).join("");
};

/** `` html`<p>${text}</p>` ``; lists are joined, `null` is nothing. */
export function html(pieces: TemplateStringsArray, ...parts: readonly Part[]): Html {
  const markup = pieces.map((piece, i) => piece + (i < parts.length ? markupOf(parts[i]!) : "")).join("");
  return { markup };
}

/** Style sheets and scripts of our own, which must not be escaped. */
export const verbatim = (markup: string): Html => ({ markup });

export interface HtmlPage {
  readonly title: string;
  readonly style: string;
  /** Runs once the page is there; empty for none. */
  readonly script: string;
  readonly body: Html;
}

/** A whole document that needs nothing beside it and nothing from the network. */
export const htmlPage = ({ title, style, script, body }: HtmlPage): string =>
  `${
    html`<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${verbatim(style)}</style>
</head>
<body>
${body}
<script>${verbatim(script)}</script>
</body>
</html>`.markup
  }\n`;

/** Path of a file beside the page, for `href` and `src`. */
export const fileUrl = (path: string): string => path.split("/").map(encodeURIComponent).join("/");
