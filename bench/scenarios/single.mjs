/** One piece at a time in a warm process. */

import { A0_150, A4_300, A5_150, A5_300 } from "../sizes.mjs";
import { byContender } from "./entries.mjs";

/** V8 has compiled what matters after some dozens of flyers; seconds are for machines that are slow or loaded. */
const LIMITS = {
  pdf: {
    quick: { most: 10, seconds: 1, warmup: 20, warmupSeconds: 1.5 },
    default: { most: 100, seconds: 2.5, warmup: 60, warmupSeconds: 12 },
    full: { most: 300, seconds: 8, warmup: 100, warmupSeconds: 20 },
  },
  png: {
    quick: { most: 10, seconds: 1, warmup: 10, warmupSeconds: 1.5 },
    default: { most: 50, seconds: 2.5, warmup: 40, warmupSeconds: 6 },
    full: { most: 100, seconds: 8, warmup: 60, warmupSeconds: 15 },
  },
};

const repeat = (id, title, more, { kind, size, changed }) => ({
  id,
  title,
  unit: "ms a piece",
  ...more,
  run: ({ mode, contenders }) =>
    byContender({ kind, wanted: contenders }, () => ({
      case: "repeat",
      size,
      changed,
      ...LIMITS[kind][mode],
    })),
});

export const SINGLE = [
  repeat("pdf-same", "One A5 flyer as PDF, the same again", {}, { kind: "pdf", changed: false }),
  repeat(
    "pdf-changed",
    "One A5 flyer as PDF, eight fields changed each time",
    { quick: true },
    { kind: "pdf", changed: true },
  ),
  repeat(
    "png-150",
    "One A5 flyer as PNG at 150 ppi, changed each time",
    {},
    { kind: "png", size: A5_150, changed: true },
  ),
  repeat(
    "png-300",
    "One A5 flyer as PNG at 300 ppi, changed each time",
    { quick: true },
    { kind: "png", size: A5_300, changed: true },
  ),
  repeat(
    "png-a4",
    "One A4 flyer as PNG at 300 ppi, changed each time",
    {},
    { kind: "png", size: A4_300, changed: true },
  ),
  {
    id: "poster-a0",
    title: "A0 poster as PNG at 150 ppi (4967 × 7022)",
    unit: "ms a piece",
    run: ({ contenders }) =>
      byContender({ kind: "png", wanted: contenders }, () => ({
        case: "repeat",
        size: A0_150,
        changed: true,
        most: 3,
        seconds: 6,
        warmup: 1,
        warmupSeconds: 1,
      })),
  },
];
