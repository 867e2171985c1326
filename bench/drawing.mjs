/** Small drawings of the flyer as lists of shapes, for contenders that take SVG text and for those that take elements. */

import { readFileSync } from "node:fs";
import { COLORS, qrModules } from "./content.mjs";

const SHAPE = /<(path|circle|rect|line|polyline|polygon|ellipse) ([^>]*?)\s*\/>/g;
const ATTRIBUTE = /([\w-]+)="([^"]*)"/g;

/** Reads a flat SVG file, such as an icon. */
function readDrawing(path, paint) {
  const svg = readFileSync(new URL(`../${path}`, import.meta.url), "utf8");
  const [, , width, height] = svg
    .match(/viewBox="(\S+) (\S+) (\S+) (\S+)"/)
    .slice(1)
    .map(Number);
  const shapes = [...svg.matchAll(SHAPE)].map(([, tag, attributes]) => ({
    tag,
    attributes: {
      ...paint,
      ...Object.fromEntries([...attributes.matchAll(ATTRIBUTE)].map(([, name, value]) => [name, value])),
    },
  }));
  return { width, height, shapes };
}

const ICON_PAINT = {
  fill: "none",
  stroke: COLORS["primary-3"],
  "stroke-width": "2",
  "stroke-linecap": "round",
  "stroke-linejoin": "round",
};

const icons = new Map();
export function iconDrawing(name) {
  let icon = icons.get(name);
  if (!icon) {
    icon = readDrawing(`node_modules/lucide-static/icons/${name}.svg`, ICON_PAINT);
    icons.set(name, icon);
  }
  return icon;
}

export const MARKS = ["campaign", "authority"].map((mark) =>
  readDrawing(`brand/logos/placeholder-${mark}.svg`, {}),
);

const bar = (points, color) => ({ tag: "polygon", attributes: { points, fill: COLORS[color] } });
/** The rising columns behind the message, mm. */
export const MOTIF = {
  width: 148,
  height: 105,
  shapes: [
    bar("83,105 100,88 100,105", "primary-2"),
    bar("83,105 100,88 100,92 87,105", "primary-3"),
    bar("100,82 117,65 117,105 100,105", "primary-3"),
    bar("100,82 117,65 117,69 100,86", "primary-4"),
    bar("117,59 134,42 134,105 117,105", "primary-2"),
    bar("117,59 134,42 134,46 117,63", "primary-3"),
    bar("134,36 148,22 148,105 134,105", "primary-3"),
    bar("134,36 148,22 148,26 134,40", "highlight"),
  ],
};

/** Dark modules as one path, a rectangle for every run of a row. */
export function qrDrawing(text) {
  const modules = qrModules(text);
  let path = "";
  for (const [y, row] of modules.entries()) {
    for (let x = 0; x < row.length; x++) {
      const from = x;
      while (row[x]) x++;
      if (x > from) path += `M${from} ${y}h${x - from}v1h${from - x}z`;
    }
  }
  const side = modules.length;
  return { width: side, height: side, shapes: [{ tag: "path", attributes: { d: path, fill: COLORS.ink } }] };
}

const written = new WeakMap();
/** The drawing as an SVG document; drawings that stay are written once. */
export function svgOf(drawing) {
  let svg = written.get(drawing);
  if (svg === undefined) {
    const { width, height, shapes } = drawing;
    const body = shapes.map(({ tag, attributes }) => {
      const pairs = Object.entries(attributes).map(([name, value]) => `${name}="${value}"`);
      return `<${tag} ${pairs.join(" ")}/>`;
    });
    svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">${body.join("")}</svg>`;
    written.set(drawing, svg);
  }
  return svg;
}

const encoded = new WeakMap();
/** The same as a data address. */
export function dataAddressOf(drawing) {
  let address = encoded.get(drawing);
  if (address === undefined) {
    address = `data:image/svg+xml;base64,${Buffer.from(svgOf(drawing)).toString("base64")}`;
    encoded.set(drawing, address);
  }
  return address;
}
