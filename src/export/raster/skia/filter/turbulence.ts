/** feTurbulence (Filter Effects 1 §9.20): Perlin's noise, by the generator that the specification gives. */

import { apply, invert, type Matrix, type Size } from "../../../../base/geometry.ts";
import type { StraightPixels } from "./linear-light.ts";
import type { PrimitiveContext } from "./run-primitives.ts";

const CELLS = 256;

/** @param toPixels maps the filter's coordinates, in which the noise lives, to pixels */
export function turbulence(
  { attributes, numbers }: PrimitiveContext,
  { width, height }: Size,
  toPixels: Matrix,
): StraightPixels {
  const pixels = new Uint8ClampedArray(width * height * 4);
  const toUser = invert(toPixels);
  if (!toUser) return pixels;
  const [frequencyX = 0, frequencyY = frequencyX] = numbers("baseFrequency", [0]);
  const [octaves = 1] = numbers("numOctaves", [1]);
  const fractal = attributes.type === "fractalNoise";
  const noise = createNoise(numbers("seed", [0])[0] ?? 0);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const user = apply(toUser, { x, y });
      for (let channel = 0; channel < 4; channel++) {
        let sum = 0;
        for (let octave = 0, ratio = 1; octave < octaves; octave++, ratio *= 2) {
          const value = noise(channel, user.x * frequencyX * ratio, user.y * frequencyY * ratio);
          sum += (fractal ? value : Math.abs(value)) / ratio;
        }
        pixels[(y * width + x) * 4 + channel] = fractal ? (sum + 1) * 127.5 : sum * 255;
      }
    }
  }
  return pixels;
}

/** The specification's pseudo-random numbers: Park and Miller's, as Schrage computes them. */
function createRandom(seed: number): () => number {
  let state = seed <= 0 ? -(seed % 2147483646) + 1 : Math.min(seed, 2147483646);
  return () => {
    const next = 16807 * (state % 127773) - 2836 * Math.floor(state / 127773);
    state = next <= 0 ? next + 2147483647 : next;
    return state;
  };
}

function createNoise(seed: number): (channel: number, x: number, y: number) => number {
  const random = createRandom(Math.trunc(seed));
  const lattice = new Int32Array(2 * CELLS + 2);
  const gradients = Array.from({ length: 4 }, () => new Float64Array((2 * CELLS + 2) * 2));
  for (const gradient of gradients) {
    for (let i = 0; i < CELLS; i++) {
      lattice[i] = i;
      const x = ((random() % (2 * CELLS)) - CELLS) / CELLS;
      const y = ((random() % (2 * CELLS)) - CELLS) / CELLS;
      const length = Math.hypot(x, y);
      gradient[i * 2] = x / length;
      gradient[i * 2 + 1] = y / length;
    }
  }
  for (let i = CELLS - 1; i > 0; i--) {
    const other = random() % CELLS;
    [lattice[i], lattice[other]] = [lattice[other]!, lattice[i]!];
  }
  for (let i = 0; i < CELLS + 2; i++) {
    lattice[CELLS + i] = lattice[i]!;
    for (const gradient of gradients) gradient.copyWithin((CELLS + i) * 2, i * 2, i * 2 + 2);
  }
  return (channel, x, y) => {
    const gradient = gradients[channel]!;
    const [left, top] = [Math.floor(x), Math.floor(y)];
    const [dx, dy] = [x - left, y - top];
    const [column, row] = [left & (CELLS - 1), top & (CELLS - 1)];
    const [one, two] = [lattice[column]!, lattice[(column + 1) & (CELLS - 1)]!];
    const corner = (base: number, below: number, px: number, py: number) => {
      const at = lattice[base + ((row + below) & (CELLS - 1))]! * 2;
      return px * gradient[at]! + py * gradient[at + 1]!;
    };
    const curve = (t: number) => t * t * (3 - 2 * t);
    const [sx, sy] = [curve(dx), curve(dy)];
    const upper = mix(corner(one, 0, dx, dy), corner(two, 0, dx - 1, dy), sx);
    const lower = mix(corner(one, 1, dx, dy - 1), corner(two, 1, dx - 1, dy - 1), sx);
    return mix(upper, lower, sy);
  };
}

const mix = (from: number, to: number, share: number): number => from + share * (to - from);
