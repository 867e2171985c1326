/** Every SVG filter primitive that a logo may bring, as resvg paints it. */

import { Resvg } from "@resvg/resvg-js";
import { expect, test } from "vitest";
import { renderElement } from "../../src/render-element.ts";
import { readPicture, strayPixels } from "../support/compare.ts";
import { elementFont, REGULAR } from "../support/fonts.ts";
import { h } from "../support/jsx.ts";

const SIZE = { width: 90, height: 60 };
const SCALE = 2;
const fonts = [elementFont(REGULAR)];

const SHAPES =
  '<circle cx="30" cy="30" r="18" fill="#e30" fill-opacity=".8"/><rect x="36" y="18" width="34" height="24" fill="#06c"/>' +
  '<path d="M10 52L80 46" stroke="#083" stroke-width="3"/>';

const drawing = (filter: string, attributes = "") =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${SIZE.width}" height="${SIZE.height}" ` +
  `viewBox="0 0 ${SIZE.width} ${SIZE.height}"><filter id="f" filterUnits="userSpaceOnUse" x="0" y="0" ` +
  `width="${SIZE.width}" height="${SIZE.height}"${attributes}>${filter}</filter><g filter="url(#f)">${SHAPES}</g></svg>`;

const FILTERS: Readonly<Record<string, string>> = {
  "blur, more across than down": '<feGaussianBlur stdDeviation="5 1.5"/>',
  "drop shadow": '<feDropShadow dx="3" dy="4" stdDeviation="1.5" flood-color="#306" flood-opacity=".7"/>',
  "shadow by hand":
    '<feGaussianBlur in="SourceAlpha" stdDeviation="2" result="b"/><feOffset in="b" dx="4" dy="3" result="o"/>' +
    '<feFlood flood-color="#090" result="c"/><feComposite in="c" in2="o" operator="in" result="s"/>' +
    '<feMerge><feMergeNode in="s"/><feMergeNode in="SourceGraphic"/></feMerge>',
  "colours turned": '<feColorMatrix type="hueRotate" values="120"/>',
  "colours by a matrix": '<feColorMatrix values="0 1 0 0 0 1 0 0 0 0 0 0 .5 0 .2 0 0 0 1 0"/>',
  "light as alpha": '<feColorMatrix type="luminanceToAlpha"/>',
  "levels by table and gamma":
    '<feComponentTransfer><feFuncR type="table" tableValues="0 .2 1"/><feFuncG type="gamma" exponent=".5"/>' +
    '<feFuncB type="discrete" tableValues="0 .5 1"/><feFuncA type="linear" slope=".7"/></feComponentTransfer>',
  "arithmetic composite":
    '<feOffset dx="8" result="o"/><feComposite in="SourceGraphic" in2="o" operator="arithmetic" k1=".4" k2=".5" k3=".4"/>',
  "what is not covered":
    '<feOffset dx="8" result="o"/><feComposite in="SourceGraphic" in2="o" operator="out"/>',
  blended: '<feFlood flood-color="#fc0" result="c"/><feBlend in="SourceGraphic" in2="c" mode="multiply"/>',
  grown: '<feMorphology operator="dilate" radius="2 1"/>',
  thinned: '<feMorphology operator="erode" radius="2"/>',
  sharpened: '<feConvolveMatrix order="3" kernelMatrix="0 -1 0 -1 5 -1 0 -1 0"/>',
  embossed: '<feConvolveMatrix order="3" kernelMatrix="-2 -1 0 -1 1 1 0 1 2" preserveAlpha="true"/>',
  "turbulence, seen through":
    '<feTurbulence baseFrequency=".06" numOctaves="2" seed="3" result="t"/><feComposite in="t" in2="SourceGraphic" operator="in"/>',
  "fractal noise": '<feTurbulence type="fractalNoise" baseFrequency=".05 .1" numOctaves="1"/>',
  "displaced by noise":
    '<feTurbulence type="fractalNoise" baseFrequency=".03"/>' +
    // resvg reads a map that is not opaque with its colours multiplied by alpha.
    '<feColorMatrix values="1 0 0 0 0 0 1 0 0 0 0 0 1 0 0 0 0 0 0 1" result="t"/>' +
    '<feDisplacementMap in="SourceGraphic" in2="t" scale="12" xChannelSelector="R" yChannelSelector="G"/>',
  tiled: '<feOffset x="20" y="10" width="20" height="20" result="o"/><feTile in="o"/>',
  "under a far lamp":
    '<feDiffuseLighting surfaceScale="3" lighting-color="#fd8"><feDistantLight azimuth="45" elevation="50"/></feDiffuseLighting>',
  "under a near lamp":
    '<feGaussianBlur in="SourceAlpha" stdDeviation="2"/><feDiffuseLighting surfaceScale="4"><fePointLight x="20" y="10" z="30"/></feDiffuseLighting>',
  "with a highlight":
    '<feGaussianBlur in="SourceAlpha" stdDeviation="2"/><feSpecularLighting surfaceScale="4" specularExponent="12" ' +
    'lighting-color="#fff"><fePointLight x="30" y="-10" z="40"/></feSpecularLighting>',
  "under a spot":
    '<feDiffuseLighting surfaceScale="2"><feSpotLight x="20" y="10" z="40" pointsAtX="45" pointsAtY="30" pointsAtZ="0" ' +
    'limitingConeAngle="25"/></feDiffuseLighting>',
};

/** As for everything that satori draws. */
const ALLOWED = 24;

for (const [space, attributes] of [
  ["linear light", ""],
  ["sRGB", ' color-interpolation-filters="sRGB"'],
]) {
  test.each(Object.entries(FILTERS))(`%s, in ${space}`, async (_, filter) => {
    const svg = drawing(filter, attributes);
    const reference = new Resvg(svg, { fitTo: { mode: "zoom", value: SCALE }, background: "#fff" })
      .render()
      .asPng();
    const src = `data:image/svg+xml;utf8,${encodeURIComponent(svg)}`;
    const element = h(
      "div",
      { style: { display: "flex", background: "#fff", ...SIZE } },
      h("img", { src, ...SIZE }),
    );
    const { bytes } = await renderElement(element, {
      widthPx: SIZE.width,
      heightPx: SIZE.height,
      fonts,
      as: "png",
      scale: SCALE,
    });
    expect(strayPixels(await readPicture(reference), await readPicture(bytes))).toBeLessThanOrEqual(ALLOWED);
  });
}
