/**
 * A parsed font, read with HarfBuzz: glyph outlines, advances and shaping. Units are font units, y UP, as
 * in the font file.
 */

import * as hb from "harfbuzzjs";
import type { FontFace } from "./face.ts";
import { readTables, tableView } from "./sfnt.ts";

export interface ShapedGlyph {
  readonly id: number;
  /** Index into the text of the first character of the glyph's cluster. */
  readonly cluster: number;
  readonly advance: number;
  readonly dx: number;
  readonly dy: number;
}

/** Outline verbs M, L, Q, C, Z and their coordinates (2, 2, 4, 6 and 0 numbers). */
export interface GlyphOutline {
  readonly verbs: string;
  readonly coords: readonly number[];
}

/** The box around a glyph's ink, as the font tells it: to the nearest unit. */
export interface GlyphBounds {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/** Distances from the baseline, descenders negative; `bbox` is x0, y0, x1, y1. */
export interface FontMetrics {
  readonly unitsPerEm: number;
  readonly ascender: number;
  readonly descender: number;
  readonly capHeight: number;
  readonly xHeight: number;
  /** Degrees, negative for faces that lean right (post table). */
  readonly italicAngle: number;
  readonly bbox: readonly [number, number, number, number];
  readonly weightClass: number;
  readonly fixedPitch: boolean;
}

export interface OpenFont {
  readonly face: FontFace;
  readonly metrics: FontMetrics;
  readonly glyphCount: number;
  /** `glyf` outlines are TrueType's, `CFF ` ones PostScript's. */
  readonly outlines: "truetype" | "cff";
  advance(glyph: number): number;
  outline(glyph: number): GlyphOutline;
  /** `null` for a blank glyph. Asks the font, which is far quicker than measuring the outline. */
  bounds(glyph: number): GlyphBounds | null;
  /** The glyph of a character, 0 (.notdef) when the face lacks it. */
  glyphFor(codePoint: number): number;
  /** Every code point that maps straight to the glyph, ascending. */
  charactersOf(glyph: number): readonly number[];
  shape(text: string, features?: readonly string[]): readonly ShapedGlyph[];
}

const opened = new Map<string, OpenFont>();

/** Shaped texts of a face: more than a piece has. Numbers and names of a print run never come again. */
const SHAPES_KEPT = 800;

/**
 * One for all texts: what a new one takes outside of JavaScript is given back only after a full garbage collection,
 * which a print run rarely needs.
 */
const buffer = new hb.Buffer();

/** Opens a face once per process; the same face gives the same object. */
export function openFont(face: FontFace): OpenFont {
  let font = opened.get(face.id);
  if (!font) {
    font = open(face);
    opened.set(face.id, font);
  }
  return font;
}

function open(face: FontFace): OpenFont {
  const copy = face.data.slice();
  const hbFace = new hb.Face(new hb.Blob(copy.buffer));
  const font = new hb.Font(hbFace);
  const tables = readTables(face.data);
  const metrics = readMetrics(face.data);
  font.setScale(metrics.unitsPerEm, metrics.unitsPerEm);
  const outlines = new Map<number, GlyphOutline>();
  const boxes = new Map<number, GlyphBounds | null>();
  const advances = new Map<number, number>();
  const shaped = new Map<string, readonly ShapedGlyph[]>();
  let reverse: Map<number, number[]> | null = null;

  return {
    face,
    metrics,
    glyphCount: tableView(face.data, tables, "maxp")?.getUint16(4) ?? 0,
    outlines: tables.has("glyf") ? "truetype" : "cff",
    advance(glyph) {
      let advance = advances.get(glyph);
      if (advance === undefined) {
        advance = font.glyphHAdvance(glyph);
        advances.set(glyph, advance);
      }
      return advance;
    },
    outline(glyph) {
      let outline = outlines.get(glyph);
      if (!outline) {
        const commands = font.glyphToJson(glyph);
        outline = {
          verbs: commands.map((command) => command.type).join(""),
          coords: commands.flatMap((command) => command.values),
        };
        outlines.set(glyph, outline);
      }
      return outline;
    },
    bounds(glyph) {
      let box = boxes.get(glyph);
      if (box === undefined) {
        box = boundsOf(font.glyphExtents(glyph));
        boxes.set(glyph, box);
      }
      return box;
    },
    glyphFor: (codePoint) => font.nominalGlyph(codePoint) ?? 0,
    charactersOf(glyph) {
      if (!reverse) {
        reverse = new Map();
        for (const codePoint of [...hbFace.collectUnicodes()].sort((a, b) => a - b)) {
          const id = font.nominalGlyph(codePoint) ?? 0;
          const known = reverse.get(id);
          if (known) known.push(codePoint);
          else reverse.set(id, [codePoint]);
        }
      }
      return reverse.get(glyph) ?? [];
    },
    shape(text, features = []) {
      const key = features.length === 0 ? text : `${features.join()}\0${text}`;
      const known = shaped.get(key);
      if (known) return known;
      buffer.reset();
      buffer.addText(text);
      buffer.guessSegmentProperties();
      hb.shape(
        font,
        buffer,
        features.flatMap((feature) => hb.Feature.fromString(feature) ?? []),
      );
      const positions = buffer.getGlyphPositions();
      const glyphs = buffer.getGlyphInfos().map(({ codepoint: id, cluster }, i) => {
        const { xAdvance, xOffset, yOffset } = positions[i]!;
        return { id, cluster, advance: xAdvance, dx: xOffset, dy: yOffset };
      });
      if (shaped.size >= SHAPES_KEPT) shaped.clear();
      shaped.set(key, glyphs);
      return glyphs;
    },
  };
}

/** Reads head, hhea, OS/2 and post (OpenType 1.9.1); missing heights are measured as browsers do. */
/** HarfBuzz tells a box from its top left corner, with its height downwards, which is negative. */
function boundsOf(extents: ReturnType<hb.Font["glyphExtents"]>): GlyphBounds | null {
  if (!extents || (extents.width === 0 && extents.height === 0)) return null;
  const { xBearing: x0, yBearing: y1, width, height } = extents;
  return { x0, y0: y1 + height, x1: x0 + width, y1 };
}

function readMetrics(data: Uint8Array): FontMetrics {
  const tables = readTables(data);
  const head = tableView(data, tables, "head");
  const hhea = tableView(data, tables, "hhea");
  const os2 = tableView(data, tables, "OS/2");
  const post = tableView(data, tables, "post");
  const unitsPerEm = head?.getUint16(18) ?? 1000;
  const hasHeights = os2 !== null && os2.getUint16(0) >= 2 && os2.byteLength >= 90;
  return {
    unitsPerEm,
    ascender: hhea?.getInt16(4) ?? unitsPerEm,
    descender: hhea?.getInt16(6) ?? 0,
    xHeight: (hasHeights && os2.getInt16(86)) || unitsPerEm * 0.5,
    capHeight: (hasHeights && os2.getInt16(88)) || unitsPerEm * 0.7,
    italicAngle: (post?.getInt32(4) ?? 0) / 65536,
    bbox: head
      ? [head.getInt16(36), head.getInt16(38), head.getInt16(40), head.getInt16(42)]
      : [0, 0, unitsPerEm, unitsPerEm],
    weightClass: os2?.getUint16(4) ?? 400,
    fixedPitch: (post?.getUint32(12) ?? 0) !== 0,
  };
}
