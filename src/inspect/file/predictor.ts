/** Undoes the predictors of Flate and LZW (ISO 32000-1 §7.4.4.4; PNG 1.2 §6). */

import type { Dict } from "./object.ts";

export function undoPredictor(data: Uint8Array, parameters: Dict): Uint8Array {
  const number = (key: string, otherwise: number): number => {
    const value = parameters.get(key);
    return typeof value === "number" && value > 0 && value < 1e7 ? Math.floor(value) : otherwise;
  };
  const predictor = number("Predictor", 1);
  if (predictor < 2) return data;
  const bits = number("BitsPerComponent", 8);
  const colors = number("Colors", 1);
  const rowBytes = Math.ceil((number("Columns", 1) * colors * bits) / 8);
  const step = Math.max(1, Math.ceil((colors * bits) / 8));
  return predictor === 2 ? undoTiff(data, rowBytes, colors, bits) : undoPng(data, rowBytes, step);
}

/** TIFF 6.0 §14: each sample is the difference from its left neighbour. Depths other than 8 and 16 stay. */
function undoTiff(data: Uint8Array, rowBytes: number, colors: number, bits: number): Uint8Array {
  if (bits !== 8 && bits !== 16) return data;
  const out = Uint8Array.from(data);
  for (let row = 0; row < out.length; row += rowBytes) {
    const end = Math.min(row + rowBytes, out.length);
    if (bits === 8) {
      for (let i = row + colors; i < end; i++) out[i] = (out[i]! + out[i - colors]!) & 255;
      continue;
    }
    for (let i = row + 2 * colors; i + 1 < end; i += 2) {
      const left = (out[i - 2 * colors]! << 8) | out[i - 2 * colors + 1]!;
      const value = (((out[i]! << 8) | out[i + 1]!) + left) & 0xffff;
      out[i] = value >> 8;
      out[i + 1] = value & 255;
    }
  }
  return out;
}

/** Each row starts with its own filter type, 0–4. */
function undoPng(data: Uint8Array, rowBytes: number, step: number): Uint8Array {
  const rows = Math.ceil(data.length / (rowBytes + 1));
  const out = new Uint8Array(rows * rowBytes);
  for (let row = 0; row < rows; row++) {
    const from = row * (rowBytes + 1);
    const to = row * rowBytes;
    const type = data[from];
    const count = Math.min(rowBytes, data.length - from - 1);
    for (let i = 0; i < count; i++) {
      const left = i >= step ? out[to + i - step]! : 0;
      const up = row > 0 ? out[to - rowBytes + i]! : 0;
      const upLeft = row > 0 && i >= step ? out[to - rowBytes + i - step]! : 0;
      out[to + i] = data[from + 1 + i]! + predicted(type, left, up, upLeft);
    }
  }
  return out;
}

function predicted(type: number | undefined, left: number, up: number, upLeft: number): number {
  switch (type) {
    case 1:
      return left;
    case 2:
      return up;
    case 3:
      return (left + up) >> 1;
    case 4: {
      const estimate = left + up - upLeft;
      const toLeft = Math.abs(estimate - left);
      const toUp = Math.abs(estimate - up);
      const toUpLeft = Math.abs(estimate - upLeft);
      if (toLeft <= toUp && toLeft <= toUpLeft) return left;
      return toUp <= toUpLeft ? up : upLeft;
    }
    default:
      return 0;
  }
}
