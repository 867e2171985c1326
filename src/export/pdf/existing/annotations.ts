/** Annotations that print (ISO 32000-1 §12.5): their appearances as forms, since sheets have no annotations. */

import {
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFName,
  PDFNumber,
  type PDFPageLeaf,
  type PDFRef,
  PDFStream,
} from "pdf-lib";
import { type Matrix, mapRect, type Rect, rect } from "../../../base/geometry.ts";
import { matrixOperands } from "../number.ts";

/** Annotation flags (table 165). */
const HIDDEN = 2;
const PRINTS = 4;

/** What shows nothing of its own without an appearance. */
const INVISIBLE = new Set(["Link", "Popup"]);

/** Subtypes of annotations that should print but bring no appearance to print. */
export function lostAnnotations(page: PDFPageLeaf): readonly string[] {
  return printing(page).flatMap((annotation) => {
    const type = subtypeOf(annotation);
    return INVISIBLE.has(type) || appearanceOf(annotation) ? [] : [type];
  });
}

/** A form for each annotation that prints, in paint order and in the page's user space. */
export function annotationForms(context: PDFContext, page: PDFPageLeaf): readonly PDFRef[] {
  return printing(page).flatMap((annotation): PDFRef[] => {
    const appearance = subtypeOf(annotation) === "Popup" ? null : appearanceOf(annotation);
    return appearance ? [wrapped(context, annotation, appearance)] : [];
  });
}

function printing(page: PDFPageLeaf): readonly PDFDict[] {
  const annotations = page.lookup(PDFName.of("Annots"));
  if (!(annotations instanceof PDFArray)) return [];
  return Array.from({ length: annotations.size() }, (_, i) => annotations.lookup(i)).filter(
    (each): each is PDFDict => {
      if (!(each instanceof PDFDict)) return false;
      const flags = each.lookup(PDFName.of("F"));
      const bits = flags instanceof PDFNumber ? flags.asNumber() : 0;
      return (bits & PRINTS) !== 0 && (bits & HIDDEN) === 0;
    },
  );
}

function subtypeOf(annotation: PDFDict): string {
  const type = annotation.lookup(PDFName.of("Subtype"));
  return type instanceof PDFName ? type.decodeText() : "?";
}

interface Appearance {
  readonly stream: PDFStream;
  /** Maps its form space to the annotation's place (§12.5.5, algorithm 8.1), Matrix not applied. */
  readonly fit: Matrix;
  readonly place: Rect;
}

/** The normal appearance, in the state that the annotation is in; `null` where nothing can be painted. */
function appearanceOf(annotation: PDFDict): Appearance | null {
  const appearances = annotation.lookup(PDFName.of("AP"));
  const normal = appearances instanceof PDFDict ? appearances.lookup(PDFName.of("N")) : undefined;
  const state = annotation.lookup(PDFName.of("AS"));
  const stream = normal instanceof PDFDict && state instanceof PDFName ? normal.lookup(state) : normal;
  const place = boxOf(annotation, "Rect");
  if (!(stream instanceof PDFStream) || !place) return null;
  const box = boxOf(stream.dict, "BBox");
  if (!box) return null;
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = numbersOf(stream.dict, "Matrix");
  const mapped = mapRect([a, b, c, d, e, f], box);
  if (mapped.width === 0 || mapped.height === 0) return null;
  const across = place.width / mapped.width;
  const up = place.height / mapped.height;
  const fit: Matrix = [across, 0, 0, up, place.x - across * mapped.x, place.y - up * mapped.y];
  return { stream, fit, place };
}

/** No group: what the appearance blends with lies on the page below. */
function wrapped(context: PDFContext, annotation: PDFDict, { stream, fit, place }: Appearance): PDFRef {
  const { x, y, width, height } = place;
  const layer = annotation.get(PDFName.of("OC"));
  // Viewers paint appearances that forget to say what they are.
  stream.dict.set(PDFName.of("Type"), PDFName.of("XObject"));
  stream.dict.set(PDFName.of("Subtype"), PDFName.of("Form"));
  const appearance = context.getObjectRef(stream) ?? context.register(stream);
  const form = context.flateStream(`${matrixOperands(fit)} cm /A Do`, {
    Type: "XObject",
    Subtype: "Form",
    FormType: 1,
    BBox: [x, y, x + width, y + height],
    Resources: { XObject: { A: appearance } },
    ...(layer ? { OC: layer } : {}),
  });
  return context.register(form);
}

function numbersOf(dict: PDFDict, key: string): readonly number[] {
  const found = dict.lookup(PDFName.of(key));
  if (!(found instanceof PDFArray)) return [];
  return Array.from({ length: found.size() }, (_, i) => found.lookup(i)).flatMap((each) =>
    each instanceof PDFNumber ? [each.asNumber()] : [],
  );
}

/** Two opposite corners in any order. */
function boxOf(dict: PDFDict, key: string): Rect | null {
  const [x0, y0, x1, y1] = numbersOf(dict, key);
  if (x0 === undefined || y0 === undefined || x1 === undefined || y1 === undefined) return null;
  return rect(Math.min(x0, x1), Math.min(y0, y1), Math.abs(x1 - x0), Math.abs(y1 - y0));
}
