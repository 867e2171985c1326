/** How cost grows with what is on a piece and with its size; large pieces for the press. Only anpham makes them. */

import { INSTITUTION } from "../content.mjs";
import { series } from "./entries.mjs";

const LIMITS = { most: 40, seconds: 1.5, warmup: 20, warmupSeconds: 2 };
const PROGRAMMES = [5, 20, 60];
/** From a card to a stage: the flyer comes no smaller than A5. */
const AREAS = [
  ["sticker", "decal-100x60"],
  ["recruitment-flyer", "a5"],
  ["recruitment-flyer", "a4"],
  ["recruitment-poster", "a3"],
  ["recruitment-poster", "a0"],
  ["backdrop", "backdrop-3x2m"],
  ["backdrop", "backdrop-8x4m"],
];
const piece = (template, format, more) => ({ template, format, institution: INSTITUTION, ...more });

export const GROWTH = [
  {
    id: "growth-programmes",
    title: "anpham: A5 flyer as PDF by number of programmes, changed each time",
    unit: "ms a piece",
    run: () =>
      series(
        PROGRAMMES.map((programmes) => ({
          name: `${programmes} programmes`,
          job: { case: "repeat", contender: "anpham", kind: "pdf", changed: true, programmes, ...LIMITS },
        })),
      ),
  },
  {
    id: "growth-area",
    title: "anpham: PDF for the press by size",
    unit: "ms a piece",
    run: () =>
      series(
        AREAS.map(([template, format]) => ({
          name: format,
          job: { case: "pieces", request: piece(template, format, { profile: "offset" }), ...LIMITS },
        })),
      ),
  },
  {
    id: "backdrop",
    title: "anpham: backdrop of 6 × 3 m (file at 1:10, hiflex, CMYK)",
    unit: "ms a piece",
    run: ({ mode }) => {
      const request = piece("backdrop", "backdrop-6x3m", { profile: "hiflex" });
      const steps = [{ name: "PDF", job: { case: "pieces", request, ...LIMITS } }];
      if (mode === "full") {
        steps.push({
          name: "TIFF, 279 MP",
          job: {
            case: "pieces",
            request: { ...request, as: "tiff", ppi: 100 },
            most: 1,
            seconds: 1,
            warmup: 0,
          },
          limits: { seconds: 300 },
        });
      }
      return series(steps);
    },
  },
];
