/**
 * Direct layout: a frame of plain boxes, lines of text and pictures becomes scene nodes without satori. Both ways give
 * the same scene, which a test holds for every frame of the library; this one takes a tenth of the time.
 */

import type { Diagnostic } from "../../base/diagnostic.ts";
import { type Rect, rect } from "../../base/geometry.ts";
import { keptWith } from "../../base/kept-with.ts";
import type { ElementNode } from "../../model/page-tree.ts";
import { isRecurring, markRecurring } from "../../model/recurring.ts";
import type { Fill, SceneNode } from "../../model/scene.ts";
import type { AssetPictures } from "../asset-pictures.ts";
import { type LaidOut, overflowOf } from "../fragment.ts";
import { type LiftedPicture, readVector, type VectorPicture } from "../lift-pictures.ts";
import { collectResources } from "../resources.ts";
import type { FontList } from "../satori.ts";
import type { SceneContext } from "../scene/context.ts";
import { convertNodes } from "../scene/nodes.ts";
import { solidPaint } from "../scene/paint.ts";
import { convertVector, placePicture } from "../scene/picture.ts";
import { arrange, type PlacedBox } from "./arrange.ts";
import { type Ground, readFrameBox } from "./box.ts";
import { paintGround } from "./ground.ts";
import type { KnownPart, PartCache } from "./parts.ts";
import { plainShapes } from "./plain-shapes.ts";
import { outside } from "./subset.ts";
import { svgMarkup } from "./svg-markup.ts";
import { glyphsOf, type TextLine } from "./text-line.ts";

export interface DirectRequest {
  /** By which people are told about it. */
  readonly frame: string;
  /** Lengths in mm. */
  readonly element: ElementNode;
  /** px */
  readonly width: number;
  readonly height: number;
  readonly pxPerMm: number;
  readonly fonts: FontList;
  readonly tokens: ReadonlyMap<string, string>;
  /** Pictures by `asset:` source. */
  readonly pictures: AssetPictures;
  readonly parts: PartCache;
  /** A hash of the fonts, the resolution and the tokens. */
  readonly key: string;
}

/** @throws OutsideSubset when only satori can lay it out */
export async function layoutDirectly(request: DirectRequest): Promise<LaidOut> {
  const { width, height, pxPerMm, fonts } = request;
  const root = readFrameBox(request.element, { width, height }, { pxPerMm, faces: fonts.faces });
  const painter = new Painter(request);
  const nodes = await painter.paint(arrange(root, width, height));
  const used = collectResources(nodes, fonts.faces, painter.pictures);
  const size = { width: width / pxPerMm, height: height / pxPerMm };
  return {
    nodes,
    overflow: overflowOf(nodes, [], size, used.fonts),
    fonts: used.fonts,
    images: used.images,
    diagnostics: painter.diagnostics,
  };
}

interface Drawing {
  readonly key: string;
  /** px */
  readonly width: number;
  readonly height: number;
  readonly part: KnownPart;
}

/** Of elements that recur, as they were drawn last. */
const drawings = keptWith<ElementNode, Drawing>();

const NO_DEFS: SceneContext["defs"] = new Map();
const NO_TEXTS: SceneContext["texts"] = new Map();

class Painter {
  readonly pictures = new Map<string, LiftedPicture>();
  readonly diagnostics: Diagnostic[] = [];
  readonly #request: DirectRequest;
  readonly #context: SceneContext;
  readonly #unit: number;
  /** What had to be read for this frame, by key. */
  readonly #parts = new Map<string, KnownPart>();
  readonly #unread = new Map<string, () => Promise<KnownPart>>();

  constructor(request: DirectRequest) {
    this.#request = request;
    this.#unit = 1 / request.pxPerMm;
    this.#context = {
      frame: request.frame,
      unit: this.#unit,
      defs: NO_DEFS,
      texts: NO_TEXTS,
      pictures: this.pictures,
      tokens: request.tokens,
      hasBackdropFilters: false,
      diagnostics: this.diagnostics,
    };
  }

  async paint(root: PlacedBox): Promise<readonly SceneNode[]> {
    const nodes = this.#paintLayers(root);
    if (this.#unread.size === 0) return nodes;
    for (const [key, read] of this.#unread) {
      const part = await read();
      this.#parts.set(key, part);
      this.#request.parts.set(key, part);
    }
    this.diagnostics.length = 0;
    return this.#paintLayers(root);
  }

  /** In paint order: the flow, then positioned boxes, each with its own flow (CSS 2.2, appendix E). */
  #paintLayers(root: PlacedBox): readonly SceneNode[] {
    const flow: SceneNode[] = [];
    const layers: SceneNode[][] = [];
    this.#paintBox(root, flow, layers);
    for (const layer of layers) flow.push(...layer);
    return flow;
  }

  #paintBox(placed: PlacedBox, around: SceneNode[], layers: SceneNode[][]): void {
    const { box, children } = placed;
    let flow = around;
    if (box.positioned) {
      flow = [];
      layers.push(flow);
    }
    const { content, ground } = box;
    if (ground) flow.push(...this.#ground(ground, placed));
    if (content.kind === "text") flow.push(this.#line(content.line, placed));
    if (content.kind === "picture") flow.push(...this.#picture(content.element, placed));
    for (const child of children) this.#paintBox(child, flow, layers);
  }

  #line(line: TextLine, placed: PlacedBox): SceneNode {
    this.#refuseOutside(placed.left, placed.top, line.width, line.height);
    const { face, style, text } = line;
    return {
      kind: "glyphs",
      font: face.id,
      size: style.size * this.#unit,
      skew: 0,
      glyphs: glyphsOf(line, placed.left, placed.top + line.baseline, this.#unit),
      text,
      fill: this.#fill(style.color),
      stroke: null,
      paintOrder: "fill-first",
    };
  }

  #ground({ color, border, radius }: Ground, placed: PlacedBox): readonly SceneNode[] {
    this.#refuseOutside(placed.left, placed.top, placed.width, placed.height);
    const unit = this.#unit;
    return paintGround({
      area: this.#inMm(placed),
      radius: radius * unit,
      fill: color === null ? null : this.#fill(color),
      border: border && { width: border.width * unit, fill: this.#fill(border.color) },
    });
  }

  #picture(element: ElementNode, placed: PlacedBox): readonly SceneNode[] {
    this.#refuseOutside(placed.left, placed.top, placed.width, placed.height);
    return element.type === "svg" ? this.#svg(element, placed) : this.#image(element, placed);
  }

  #svg(element: ElementNode, placed: PlacedBox): readonly SceneNode[] {
    const { width, height, viewBox, preserveAspectRatio } = element.props;
    const inPx = (side: unknown) => Number(side) * this.#request.pxPerMm;
    const place = (picture: VectorPicture, nodes: readonly SceneNode[]) =>
      placePicture(picture, {
        viewport: this.#inMm(placed),
        aspect: preserveAspectRatio === undefined ? undefined : String(preserveAspectRatio),
        smooth: true,
        contents: () => nodes,
      });
    const plain = typeof viewBox === "string" ? plainShapes(element, this.#context) : null;
    if (plain) return place(plainPicture(inPx(width), inPx(height), String(viewBox)), plain);
    const part = this.#drawing(element, inPx(width), inPx(height));
    return part ? place(part.picture as VectorPicture, part.nodes) : [];
  }

  #drawing(element: ElementNode, width: number, height: number): KnownPart | null {
    const { key } = this.#request;
    const latest = drawings.get(element);
    if (latest?.key === key && latest.width === width && latest.height === height) {
      this.diagnostics.push(...latest.part.diagnostics);
      return latest.part;
    }
    const markup = svgMarkup(element, width, height);
    const part = this.#part(`${key}${markup}`, () => this.#readSvg(markup));
    if (part && isRecurring(element)) {
      markRecurring(part.nodes);
      drawings.set(element, { key, width, height, part });
    }
    return part;
  }

  async #readSvg(markup: string): Promise<KnownPart> {
    const diagnostics: Diagnostic[] = [];
    const read = await readVector(markup, this.#request.frame, 0, diagnostics);
    return read ? this.#drawn(read.picture, diagnostics) : outside("a broken SVG");
  }

  #drawn(picture: VectorPicture, diagnostics: Diagnostic[]): KnownPart {
    return {
      picture,
      nodes: convertVector(picture, { ...this.#context, diagnostics }, convertNodes),
      diagnostics,
    };
  }

  #image({ props }: ElementNode, placed: PlacedBox): readonly SceneNode[] {
    const source = String(props.src);
    const known = this.#request.pictures.get(source);
    if (!known) return outside("a picture that is not the job's");
    const { picture, pixels } = known;
    this.pictures.set(source, picture);
    const part =
      picture.kind === "raster"
        ? null
        : this.#part(`${this.#request.key}${source}`, async () => this.#drawn(picture, []));
    if (part) markRecurring(part.nodes);
    // `object-fit: contain`
    const scale = Math.min(placed.width / pixels.width, placed.height / pixels.height);
    const [width, height] = [pixels.width * scale, pixels.height * scale];
    const left = placed.left + (placed.width - width) / 2;
    const top = placed.top + (placed.height - height) / 2;
    return placePicture(picture, {
      viewport: this.#inMm({ left, top, width, height }),
      aspect: "none",
      smooth: true,
      contents: () => part?.nodes ?? [],
    });
  }

  /** `null` where it has to be read first. */
  #part(key: string, read: () => Promise<KnownPart>): KnownPart | null {
    const part = this.#parts.get(key) ?? this.#request.parts.get(key);
    if (part) this.diagnostics.push(...part.diagnostics);
    else this.#unread.set(key, read);
    return part ?? null;
  }

  /** satori leaves out what stands outside, and counts it as overflow where it is text. */
  #refuseOutside(left: number, top: number, width: number, height: number): void {
    const { width: right, height: bottom } = this.#request;
    const inside =
      width > 0 && height > 0 && left < right && top < bottom && left + width > 0 && top + height > 0;
    if (!inside) outside("something outside of its frame");
  }

  #inMm({ left, top, width, height }: Omit<PlacedBox, "box" | "children">): Rect {
    const unit = this.#unit;
    return rect(left * unit, top * unit, width * unit, height * unit);
  }

  #fill(color: string): Fill {
    return { paint: solidPaint(this.#context, color), rule: "nonzero" };
  }
}

/** A picture whose shapes are known already. */
const plainPicture = (width: number, height: number, viewBox: string): VectorPicture => ({
  kind: "vector",
  root: { name: "svg", attributes: { width: `${width}`, height: `${height}`, viewBox }, children: [] },
  defs: new Map(),
  pictures: new Map(),
});
