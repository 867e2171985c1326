/** Pictures that mean harm. */

import { crc32, deflateSync, gzipSync } from "node:zlib";

const chunk = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32 ? crc32(body) : 0);
  return Buffer.concat([length, body, sum]);
};

/** A few bytes that claim to be so many pixels. */
export function pngOf(width: number, height: number): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([1, 0, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", head),
    chunk("IDAT", deflateSync(Buffer.alloc(64))),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

/** A GIF of so many frames of one pixel. */
export function gifOf(frames: number): Buffer {
  const head = Buffer.from("474946383961010001008000000000ffffffff", "hex");
  const frame = Buffer.from("2c000000000100010000020244010000".slice(0, 30), "hex");
  return Buffer.concat([head, ...Array.from({ length: frames }, () => frame), Buffer.from([0x3b])]);
}

const svg = (content: string, before = ""): string =>
  `<?xml version="1.0"?>${before}<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="100" height="100">${content}</svg>`;

const laughs = Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join("");

/** Ten levels of ten references each. */
const nestedUse = `<defs><rect id="a0" width="1" height="1"/>${Array.from(
  { length: 10 },
  (_, i) => `<g id="a${i + 1}">${`<use xlink:href="#a${i}"/>`.repeat(10)}</g>`,
).join("")}</defs><use xlink:href="#a10"/>`;

/** What paints drawings counts pixels in 32 bits, and ends the whole process where they do not suffice. */
const blurred = (content: string): string =>
  svg(`<filter id="f"><feGaussianBlur stdDeviation="2"/></filter>${content}`);
const scaledOverAndOver = `<g transform="scale(10000)"><g transform="scale(10000)"><rect width="1000" height="1000" filter="url(#f)"/></g></g>`;

/** Drawings that must be refused, by what they try. */
export const REFUSED_DRAWINGS: Readonly<Record<string, string | Buffer>> = {
  "more pixels than there are numbers": blurred('<rect width="1e9" height="1e9" filter="url(#f)"/>'),
  "more pixels than there are numbers, by scale": blurred(scaledOverAndOver),
  "billion laughs": svg("<text>&l9;</text>", `<!DOCTYPE svg [<!ENTITY l0 "lol">${laughs}]>`),
  "entity that reads a file": svg(
    "<text>&x;</text>",
    '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
  ),
  "parameter entity from elsewhere": svg(
    "",
    '<!DOCTYPE svg [<!ENTITY % x SYSTEM "http://127.0.0.1:9/x.dtd"> %x;]>',
  ),
  "ten billion shapes by use": svg(nestedUse),
  "use in a circle": svg('<g id="a"><use xlink:href="#b"/></g><g id="b"><use xlink:href="#a"/></g>'),
  "a hundred thousand levels": svg("<g>".repeat(100_000) + "</g>".repeat(100_000)),
  "broken XML": "<svg xmlns='http://www.w3.org/2000/svg'><rect></svg>",
  "another language": '<html xmlns="http://www.w3.org/1999/xhtml"><script>alert(1)</script></html>',
  "three megabytes": svg(`<path d="${"M0 0L1 1".repeat(400_000)}"/>`),
  "compressed drawing": gzipSync(svg("<rect width='1' height='1'/>")),
  "UTF-16": Buffer.from(`\uFEFF${svg("")}`, "utf16le"),
  "picture bomb inside": svg(
    `<image width="100" height="100" xlink:href="data:image/png;base64,${pngOf(30_000, 30_000).toString("base64")}"/>`,
  ),
};

/** Drawings of which only the harmless part may stay. @param trap address that must never be asked */
export const cleanedDrawings = (trap: string): Readonly<Record<string, string>> => ({
  script: svg(`<script>fetch("${trap}")</script><rect width="9" height="9"/>`),
  handler: svg(`<rect width="9" height="9" onload="fetch('${trap}')" onclick="x()"/>`),
  foreignObject: svg(
    `<foreignObject><body xmlns="http://www.w3.org/1999/xhtml"><iframe src="${trap}"/></body></foreignObject><rect width="9" height="9"/>`,
  ),
  "image from elsewhere": svg(
    `<image xlink:href="${trap}/a.png" width="9" height="9"/><rect width="9" height="9"/>`,
  ),
  "file as image": svg(
    '<image xlink:href="file:///etc/passwd" width="9" height="9"/><rect width="9" height="9"/>',
  ),
  "use from elsewhere": svg(`<use xlink:href="${trap}/a.svg#x"/><rect width="9" height="9"/>`),
  "style that imports": svg(
    `<style>@import url("${trap}/a.css"); rect{fill:url("${trap}/b.svg#c")}</style><rect width="9" height="9"/>`,
  ),
  "font from elsewhere": svg(
    `<style>@font-face{font-family:x;src:url("${trap}/a.woff")}</style><rect width="9" height="9"/>`,
  ),
  "escaped url": svg(`<rect width="9" height="9" style="fill:u\\72l(${trap}/x)"/>`),
  "link with script": svg(`<a xlink:href="javascript:alert(1)"><rect width="9" height="9"/></a>`),
  "animated address": svg(
    `<image width="9" height="9"><set attributeName="xlink:href" to="${trap}/a"/></image><rect width="9" height="9"/>`,
  ),
  "external stylesheet": `<?xml-stylesheet href="${trap}/a.css"?>${svg('<rect width="9" height="9"/>').slice(21)}`,
});
