import type { Format } from "../format.ts";

// Round pieces. `safe` is a rectangle within the circle, a little higher than wide: a mark over short centred lines.

const round = {
  medium: "print",
  pixels: null,
  bleed: 2,
  ppi: 300,
  covered: [],
  shape: "circle",
} as const satisfies Partial<Format>;

export const ROUNDS: readonly Format[] = [
  // Pin badge of a 58 mm button machine: the face shows 58 mm, the paper is cut to 70 mm and wraps 6 mm round the
  // edge to the back [mem; machines differ by a millimetre or two: ask for the maker's cutting die]. 38 × 42 mm
  // has a diagonal of 56.6 mm: its corners are 0.7 mm inside the face, centred lines farther. 1 m is the
  // distance of two people who talk.
  {
    ...round,
    id: "badge-58",
    name: { vi: "Huy hiệu tròn 58 mm", en: "Round badge 58 mm" },
    family: "badge",
    width: 70,
    height: 70,
    safe: { top: 14, right: 16, bottom: 14, left: 16 },
    viewingDistance: 1,
  },
  // Round decal, cut along its edge: a plotter wanders by up to 1 mm [mem], so text keeps 4 mm to it: 62 × 68 mm has a
  // diagonal of 92 mm. On helmets, machines and laptops it is read from 1.5 m.
  {
    ...round,
    id: "decal-round-100",
    name: { vi: "Đề can tròn 100 mm", en: "Round decal 100 mm" },
    family: "decal",
    width: 100,
    height: 100,
    safe: { top: 16, right: 19, bottom: 16, left: 19 },
    viewingDistance: 1.5,
  },
];
