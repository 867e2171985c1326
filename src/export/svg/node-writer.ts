/** Scene nodes as SVG elements. Holds the definitions that they share. */

import { openFont } from "../../base/font/open-font.ts";
import { compose, type Matrix, rect } from "../../base/geometry.ts";
import { escapeXml } from "../../base/xml.ts";
import type {
  Clip,
  Filter,
  FilterPrimitive,
  GlyphRun,
  Group,
  Image,
  Mask,
  Path,
  Pattern,
  SceneNode,
  SceneResources,
} from "../../model/scene.ts";
import { simplify } from "../display-list/simplify.ts";
import { Definitions } from "./definitions.ts";
import { absolutePathData, unitPathData } from "./glyph-outlines.ts";
import { liveText } from "./live-text.ts";
import { attribute, element } from "./markup.ts";
import { decimalsIn, formatNumber } from "./number.ts";
import { fillAttributes, type PaintContext, strokeAttributes, transformAttribute } from "./paint.ts";
import { pathData } from "./path-data.ts";

export interface NodeWriterOptions {
  /** Letters as shapes, or as text that the reader's own fonts draw. */
  readonly text: "outlines" | "live";
  /** Whether shapes that stand for text say so (`aria-label`). */
  readonly labels: boolean;
}

export class NodeWriter {
  readonly definitions = new Definitions();
  readonly #options: NodeWriterOptions;

  constructor(options: NodeWriterOptions) {
    this.#options = options;
  }

  /** @param toSheet maps the nodes' coordinates to millimetres on the sheet; decides how fine numbers are */
  write(nodes: readonly SceneNode[], resources: SceneResources, toSheet: Matrix): string {
    let markup = "";
    for (const node of nodes) markup += this.#node(node, resources, toSheet);
    return markup;
  }

  #node(node: SceneNode, resources: SceneResources, toSheet: Matrix): string {
    switch (node.kind) {
      case "group":
        return this.#group(node, resources, toSheet);
      case "path":
        return this.#path(node, resources, toSheet);
      case "glyphs":
        return this.#glyphRun(node, resources, toSheet);
      case "image":
        return this.#image(node, resources, toSheet);
    }
  }

  /** SVG applies filters, clip, mask and opacity in this order (Filter Effects 1 §3), in the group's coordinates. */
  #group(group: Group, resources: SceneResources, toSheet: Matrix): string {
    const inside = compose(toSheet, group.transform);
    let content = this.write(group.children, resources, inside);
    const [last, ...earlier] = group.filters.map((filter) => this.#filter(filter, inside)).reverse();
    // One element a filter: lists of filters share one region in some renderers.
    for (const id of earlier.reverse()) content = element("g", ` filter="url(#${id})"`, content);
    const style =
      (group.blend === "normal" ? "" : `mix-blend-mode:${group.blend}`) +
      (group.isolated && group.blend === "normal" ? "isolation:isolate" : "");
    const attributes =
      transformAttribute("transform", group.transform, decimalsIn(toSheet)) +
      (group.opacity < 1 ? attribute("opacity", formatNumber(group.opacity, 4)) : "") +
      (group.clip ? ` clip-path="url(#${this.#clip(group.clip, inside)})"` : "") +
      (group.mask ? ` mask="url(#${this.#mask(group.mask, resources, inside)})"` : "") +
      (last === undefined ? "" : ` filter="url(#${last})"`) +
      (style === "" ? "" : ` style="${style}"`);
    return element("g", attributes, content);
  }

  #path(path: Path, resources: SceneResources, toSheet: Matrix): string {
    const context = this.#paintContext(resources, toSheet);
    return element(
      "path",
      attribute("d", pathData(path.outline, context.decimals)) +
        fillAttributes(path.fill, context) +
        strokeAttributes(path.stroke, context) +
        (path.paintOrder === "stroke-first" && path.stroke ? ' paint-order="stroke"' : "") +
        (path.antialias ? "" : ' shape-rendering="crispEdges"'),
    );
  }

  #glyphRun(run: GlyphRun, resources: SceneResources, toSheet: Matrix): string {
    const face = resources.fonts.get(run.font);
    const origin = run.glyphs[0];
    if (!face || !origin) return "";
    const context = this.#paintContext(resources, toSheet);
    const order = run.paintOrder === "stroke-first" && run.stroke ? ' paint-order="stroke"' : "";
    if (this.#options.text === "live") {
      const paint = fillAttributes(run.fill, context) + strokeAttributes(run.stroke, context) + order;
      return liveText(run, face, paint, context.decimals);
    }
    const font = openFont(face);
    const label = this.#options.labels ? attribute("aria-label", escapeXml(run.text)) : "";
    const placed =
      run.fill?.paint.kind !== "solid" || (run.stroke && (run.stroke.paint.kind !== "solid" || run.skew));
    if (placed) {
      const data = absolutePathData(run, font, context.decimals);
      const paint = fillAttributes(run.fill, context) + strokeAttributes(run.stroke, context);
      return data && element("path", attribute("d", data) + paint + order + label);
    }
    const data = unitPathData(run, font);
    const unit = run.size / font.metrics.unitsPerEm;
    const toRun: Matrix = [unit, 0, unit * run.skew, -unit, origin.x, origin.y];
    const inUnits = this.#paintContext(resources, compose(toSheet, toRun));
    const paint = fillAttributes(run.fill, context) + strokeAttributes(run.stroke, inUnits, unit);
    const transform = transformAttribute("transform", toRun, context.decimals);
    return data && element("path", transform + attribute("d", data) + paint + order + label);
  }

  #image(image: Image, resources: SceneResources, toSheet: Matrix): string {
    const asset = resources.images.get(image.image);
    if (!asset) return "";
    const { pixelWidth, pixelHeight, mediaType } = asset;
    const rendering = image.smooth
      ? ""
      : ' image-rendering="optimizeSpeed" style="image-rendering:pixelated"';
    const id = this.definitions.defineOnce(`image ${asset.id} ${rendering}`, "image", () => {
      const bytes = Buffer.from(asset.data.buffer, asset.data.byteOffset, asset.data.byteLength);
      const data = `data:${mediaType};base64,${bytes.toString("base64")}`;
      const size = attribute("width", pixelWidth) + attribute("height", pixelHeight);
      return [`${size} preserveAspectRatio="none"${rendering}${attribute("href", data)}`, ""];
    });
    const { x, y, width, height } = image.box;
    const toBox: Matrix = [width / pixelWidth, 0, 0, height / pixelHeight, x, y];
    return element(
      "use",
      attribute("href", `#${id}`) + transformAttribute("transform", toBox, decimalsIn(toSheet)),
    );
  }

  #paintContext(resources: SceneResources, toSheet: Matrix): PaintContext {
    return {
      definitions: this.definitions,
      decimals: decimalsIn(toSheet),
      patternContent: (pattern: Pattern) =>
        this.write(
          simplify(pattern.nodes, rect(0, 0, pattern.tile.width, pattern.tile.height), resources),
          resources,
          compose(toSheet, pattern.transform),
        ),
    };
  }

  #clip(clip: Clip, toSheet: Matrix): string {
    const parent = clip.parent ? ` clip-path="url(#${this.#clip(clip.parent, toSheet)})"` : "";
    const shapes = clip.shapes.map((shape) => {
      const inside = compose(toSheet, shape.transform);
      return element(
        "path",
        transformAttribute("transform", shape.transform, decimalsIn(toSheet)) +
          attribute("d", pathData(shape.outline, decimalsIn(inside))) +
          (shape.rule === "evenodd" ? ' clip-rule="evenodd"' : "") +
          (shape.clip ? ` clip-path="url(#${this.#clip(shape.clip, inside)})"` : ""),
      );
    });
    return this.definitions.define("clipPath", parent, shapes.join(""));
  }

  #mask(mask: Mask, resources: SceneResources, toSheet: Matrix): string {
    const { x, y, width, height } = mask.region;
    const decimals = decimalsIn(toSheet);
    const region = Object.entries({ x, y, width, height }).map(([name, at]) =>
      attribute(name, formatNumber(at, decimals)),
    );
    const outer = mask.mask ? ` mask="url(#${this.#mask(mask.mask, resources, toSheet)})"` : "";
    return this.definitions.define(
      "mask",
      ` maskUnits="userSpaceOnUse"${region.join("")}${mask.kind === "alpha" ? ' mask-type="alpha"' : ""}${outer}`,
      this.write(mask.nodes, resources, toSheet),
    );
  }

  #filter(filter: Filter, toSheet: Matrix): string {
    const { x, y, width, height } = filter.region;
    const decimals = decimalsIn(toSheet);
    const region = Object.entries({ x, y, width, height }).map(([name, at]) =>
      attribute(name, formatNumber(at, decimals)),
    );
    return this.definitions.define(
      "filter",
      ` filterUnits="userSpaceOnUse" primitiveUnits="userSpaceOnUse"${region.join("")}`,
      filter.primitives.map(filterPrimitive).join(""),
    );
  }
}

const filterPrimitive = ({ name, attributes, children }: FilterPrimitive): string =>
  element(
    name,
    Object.entries(attributes)
      .map(([key, value]) => attribute(key, escapeXml(value)))
      .join(""),
    children.map(filterPrimitive).join(""),
  );
