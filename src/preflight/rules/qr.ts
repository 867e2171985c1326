/** QR codes that a phone would not read: too small, too fine, or without their light margin. */

import { contrastRatio, relativeLuminance } from "../../base/color.ts";
import { type Diagnostic, diagnose } from "../../base/diagnostic.ts";
import { apply, intersection, mapRect, outset, type Point, type Rect } from "../../base/geometry.ts";
import { CSS_PPI, mmToPx } from "../../base/units.ts";
import { leastQrSymbol, QUIET_MODULES } from "../../model/qr-size.ts";
import { colorAt, type SampleTone } from "../color-at.ts";
import { visibleIn } from "../cover.ts";
import { shorten, whereOf } from "../findings.ts";
import type { PreflightPage, Rule } from "../page.ts";
import { paintAt } from "../paint-at.ts";
import { type QrCode, qrCodesIn } from "../qr-codes.ts";
import { CLEAR, type Rgba } from "../rgba.ts";
import { framesBelow, leavesAbove, leavesBelow } from "../stack.ts";
import { isUniform } from "../uniform.ts";

/** A phone at arm's length tells modules apart from here on; finer ones also fill in with ink. */
const LEAST_MODULE_MM = 0.4;
/** Three samples a module, which decoders ask for at least. */
const LEAST_MODULE_PX = 3;
/** Sizes are chosen to meet limits exactly; this is float noise on top. */
const TOLERANCE = 0.995;
/** Dark on light, as for text: cameras see less contrast than eyes. */
const NEEDED_CONTRAST = 4.5;

export const qr: Rule = (page) => {
  const faults: Diagnostic[] = [];
  for (const frame of page.frames) {
    for (const code of qrCodesIn(frame))
      faults.push(...sizeFaults(code, page), ...moduleFaults(code, page), ...marginFaults(code, page));
  }
  return faults;
};

const whereIs = ({ painted, zone }: QrCode, { number }: PreflightPage) =>
  whereOf(number, painted.placed.frame, zone);

const hundredths = (value: number): number => Math.floor(value * 100 + 1e-6) / 100;

/** On screens the size in mm is whatever the screen makes of it. */
function sizeFaults(code: QrCode, page: PreflightPage): Diagnostic[] {
  const { format } = page;
  const needed = leastQrSymbol(format);
  if (format.medium === "screen" || code.side >= needed * TOLERANCE) return [];
  const params = {
    found: hundredths(code.side),
    needed: hundredths(needed),
    distance: format.viewingDistance,
  };
  return [
    diagnose("preflight.qr-small", { frame: code.painted.placed.frame, ...params }, whereIs(code, page)),
  ];
}

function moduleFaults(code: QrCode, page: PreflightPage): Diagnostic[] {
  const [unit, found, needed] =
    page.format.medium === "screen"
      ? (["px", mmToPx(code.module, CSS_PPI), LEAST_MODULE_PX] as const)
      : (["mm", code.module, LEAST_MODULE_MM] as const);
  if (found >= needed * TOLERANCE) return [];
  const params = { frame: code.painted.placed.frame, found: hundredths(found), needed, unit };
  return [diagnose("preflight.qr-fine-modules", params, whereIs(code, page))];
}

function marginFaults(code: QrCode, page: PreflightPage): Diagnostic[] {
  const fault = offPage(code, page) ?? coveredBy(code, page) ?? darkAround(code, page);
  if (!fault) return [];
  const [whatVi, what] = fault;
  const params = { frame: code.painted.placed.frame, whatVi, what };
  return [diagnose("preflight.qr-covered", params, whereIs(code, page))];
}

type Fault = readonly [vi: string, en: string];

/** mm that a margin may lose to rounding. */
const EDGE = 0.05;

function offPage({ zone }: QrCode, { scene }: PreflightPage): Fault | null {
  const { trim } = scene.geometry;
  const leaves = Math.max(
    trim.x - zone.x,
    trim.y - zone.y,
    zone.x + zone.width - trim.x - trim.width,
    zone.y + zone.height - trim.y - trim.height,
  );
  return leaves > EDGE ? ["mép trang cắt mất lề", "the edge of the page cuts it off"] : null;
}

/** What is painted later, on the code or its margin. */
function coveredBy(code: QrCode, page: PreflightPage): Fault | null {
  const { texts, sampleImage } = page;
  const later = leavesAbove(code.painted, code.frame, page, code.zone, 0);
  if (later.length === 0) return null;
  const overlaps = (box: QrCode["zone"]) => {
    const common = intersection(box, code.zone);
    return common !== null && Math.min(common.width, common.height) > EDGE;
  };
  const text = texts.find((each) => overlaps(each.box) && later.includes(each.painted));
  if (text) {
    const said = shorten(text.run.text.trim());
    return [`chữ “${said}” nằm trên mã hoặc lề`, `the text “${said}” lies on it or on the code`];
  }
  const sample: SampleTone = (image, u, v) => sampleImage(image, u, v, "darkest");
  const cover = later.find((other) => {
    if (other.node.kind === "glyphs" || !other.reach || !overlaps(other.reach)) return false;
    return pointsOf(code, 0, code.count + 2 * QUIET_MODULES - 1).some(
      (point) => (colorAt([other], point, CLEAR, sample)?.a ?? 1) > 0.02,
    );
  });
  const frame = cover?.placed.frame;
  return frame === undefined
    ? null
    : [`khung ${frame} nằm trên mã hoặc lề`, `the frame ${frame} lies on it or on the code`];
}

/** Whether the margin is not light enough for the modules that it surrounds. */
function darkAround(code: QrCode, page: PreflightPage): Fault | null {
  const { node, painted, frame, count, zone } = code;
  const { sampleImage } = page;
  const sample: SampleTone = (image, u, v) => sampleImage(image, u, v, "darkest");
  const paper: Rgba = { r: 255, g: 255, b: 255, a: 1 };
  const inside = { x: code.symbol.x, y: code.symbol.y };
  const module = paintAt(node.fill!.paint, inside, () => null);
  if (!module) return null;
  const last = count + 2 * QUIET_MODULES - 1;
  const area = zoneMiddles(code);
  const under = visibleIn(leavesBelow(painted, frame, framesBelow(frame, page, zone, 0), zone, 0), area);
  // On one colour one point tells for all; else the margin's outermost and innermost ring are looked at.
  const points = isUniform(under, area)
    ? [middleOf(code, 0, 0)]
    : [...ringOf(code, 0, last), ...ringOf(code, QUIET_MODULES - 1, last - QUIET_MODULES + 1)];
  const isWeak = points.some((point) => {
    const ground = colorAt(under, point, paper, sample);
    if (!ground) return true;
    const isDarker = relativeLuminance(ground) < relativeLuminance(module);
    return isDarker || contrastRatio(ground, module) * painted.opacity < NEEDED_CONTRAST;
  });
  return isWeak ? ["nền quanh mã không đủ sáng", "the ground around the code is not light enough"] : null;
}

/** Middles of modules, quiet zone included, from one column and row to another, page coordinates. */
function pointsOf(code: QrCode, from: number, to: number): Point[] {
  const points: Point[] = [];
  for (let row = from; row <= to; row++) {
    for (let column = from; column <= to; column++) points.push(middleOf(code, column, row));
  }
  return points;
}

/** A box around the middles of all modules, quiet zone included, page coordinates. */
function zoneMiddles({ symbol, count, painted }: QrCode): Rect {
  const module = symbol.width / count;
  return mapRect(painted.toPage, outset(symbol, (QUIET_MODULES - 0.5) * module));
}

/** Middles along a square's sides. */
function ringOf(code: QrCode, from: number, to: number): Point[] {
  const points: Point[] = [];
  for (let at = from; at <= to; at++) {
    points.push(middleOf(code, at, from), middleOf(code, at, to));
    points.push(middleOf(code, from, at), middleOf(code, to, at));
  }
  return points;
}

function middleOf({ symbol, count, painted }: QrCode, column: number, row: number): Point {
  const module = symbol.width / count;
  const at = (index: number) => (index - QUIET_MODULES + 0.5) * module;
  return apply(painted.toPage, { x: symbol.x + at(column), y: symbol.y + at(row) });
}
