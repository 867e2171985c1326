/** Pixels to paint on. */

import { type Canvas, createCanvas, type SKRSContext2D } from "@napi-rs/canvas";
import type { Matrix, Point, Size } from "../../../base/geometry.ts";

/** A transparent picture and the pen that paints on it; colours are held multiplied by alpha. */
export interface Surface extends Size {
  readonly canvas: Canvas;
  readonly pen: SKRSContext2D;
}

/** What is behind everything. */
export type Paper = "white" | "none";

/** How what is painted meets what is there: Porter and Duff's operations, and blend modes. */
export type Operation = SKRSContext2D["globalCompositeOperation"];

/** @param size whole pixels, at least one each way */
export function openSurface({ width, height }: Size): Surface {
  const canvas = createCanvas(width, height);
  const pen = canvas.getContext("2d");
  pen.imageSmoothingQuality = "high";
  return { canvas, pen, width, height };
}

let kept: Surface | null = null;

/**
 * Paints a page. Its memory is kept for the next page as wide and no higher: fresh memory costs more time than
 * painting on it.
 * @param paint finds what an earlier page left
 * @returns pixels from the top row down, four bytes each, colour multiplied by alpha
 */
export function paintPage(size: Size, paint: (surface: Surface) => void): Uint8Array {
  const again = kept?.width === size.width && kept.height >= size.height ? kept : null;
  // Should painting fail, the surface is not clean.
  kept = null;
  const surface = again ?? openSurface(size);
  paint(surface);
  kept = surface;
  return surface.canvas.data().subarray(0, size.width * size.height * 4);
}

/** Makes a surface bare paper. */
export function lay(paper: Paper, { pen, width, height }: Surface): void {
  pen.setTransform(1, 0, 0, 1, 0, 0);
  pen.clearRect(0, 0, width, height);
  if (paper === "none") return;
  pen.fillStyle = "#fff";
  pen.fillRect(0, 0, width, height);
}

/** Makes a surface the copy of another one of its size. */
export function copyOf(picture: Surface, { pen }: Surface): void {
  pen.setTransform(1, 0, 0, 1, 0, 0);
  pen.globalCompositeOperation = "copy";
  pen.drawImage(picture.canvas, 0, 0);
  pen.globalCompositeOperation = "source-over";
}

/** A map to pixels, counted from another origin. */
export const moved = ([a, b, c, d, e, f]: Matrix, { x, y }: Point): Matrix => [a, b, c, d, e - x, f - y];

/** Puts a picture on another one, pixel on pixel, with its upper left corner at a place. */
export function layOn(picture: Surface, { pen }: Surface, { x, y }: Point): void {
  pen.setTransform(1, 0, 0, 1, 0, 0);
  pen.drawImage(picture.canvas, x, y);
}

/** {@link layOn}, seen through an opacity of 0–1. */
export function layFaded(picture: Surface, { pen }: Surface, { x, y }: Point, opacity: number): void {
  const paint = pen.createPattern(picture.canvas, "no-repeat");
  if (!paint) return;
  // Skia copies pictures with seven bits of alpha; patterns keep all eight.
  pen.setTransform(1, 0, 0, 1, x, y);
  pen.fillStyle = paint;
  pen.globalAlpha = opacity;
  pen.fillRect(0, 0, picture.width, picture.height);
}
