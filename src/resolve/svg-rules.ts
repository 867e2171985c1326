/** What a supplied SVG may hold: shapes, paints and text, nothing that runs or reaches outside the file. */

/** Elements that draw or describe how to draw (SVG 1.1 and 2, without scripting, animation and HTML). */
export const DRAWING_ELEMENTS: ReadonlySet<string> = new Set(
  (
    "svg g defs symbol use switch title desc style " +
    "path rect circle ellipse line polyline polygon text tspan textPath image " +
    "linearGradient radialGradient stop pattern clipPath mask marker filter " +
    "feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting " +
    "feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur " +
    "feImage feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile " +
    "feTurbulence"
  ).split(" "),
);

/** Links and their children: the children are kept as a group. */
export const TRANSPARENT_ELEMENTS: ReadonlySet<string> = new Set(["a"]);

/** Left out without a word: they draw nothing, and drawing programs write them into every file. */
export const SILENT_ELEMENTS: ReadonlySet<string> = new Set(["metadata", "view"]);

export const SVG_NAMESPACE = "http://www.w3.org/2000/svg";
export const XLINK_NAMESPACE = "http://www.w3.org/1999/xlink";
export const XML_NAMESPACE = "http://www.w3.org/XML/1998/namespace";

/** A fragment of the same file, or a picture inside it. */
export const isSafeReference = (href: string): boolean =>
  /^#[^\s"'()<>]+$/.test(href) || /^data:image\/(png|jpeg);base64,[A-Za-z0-9+/=\s]+$/.test(href);

/** A value cleaned of what it may not hold, and whether anything was taken out. */
export interface Cleaned {
  readonly value: string;
  readonly changed: boolean;
}

// Both patterns match wherever they begin to, so that crafted text cannot make them scan it again and again.

/** At-rules that load or rename something; `@media` and the like only choose. */
const LOADING_RULES = /@(?:import|namespace|charset)\b[^;{}]*;?|@font-face\b[^{}]*(?:\{[^{}]*\}?)?/gi;
/** Functions that can name a file. `url(#id)` stays. */
const REACHING_FUNCTIONS =
  /\b(?:url|src|image|image-set|-webkit-image-set|cross-fade|element|attr|expression)\((?:"[^"]*(?:"|$)|'[^']*(?:'|$)|[^()"']|\([^()]*\))*\)?/gi;
const LOCAL_URL = /^url\(\s*(["']?)#[^\s"'()<>]+\1\s*\)$/i;

/** CSS without imports, fonts, external addresses or escapes. */
export function cleanCss(css: string): Cleaned {
  // An escape can spell any of the words below (`u\72l(`); no drawing program writes one.
  if (css.includes("\\")) return { value: "", changed: true };
  // A comment could split a word for this reader and not for another.
  const plain = css.replace(/\/\*[\s\S]*?(?:\*\/|$)/g, " ").replace(/<!--|-->/g, " ");
  const kept = plain
    .replace(LOADING_RULES, "")
    .replace(REACHING_FUNCTIONS, (call) => (LOCAL_URL.test(call) ? call : "none"));
  return { value: kept, changed: kept !== plain };
}
