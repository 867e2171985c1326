import type { Format } from "../format.ts";
import { type Canvas, canvasFormat, distanceFor, insets, type Sight } from "./canvas.ts";

// TV: a 55-inch set is 1,210 × 680 mm. In a lobby it is read from 3 m; standing upright, by who steps up to it,
// from 2.5 m. A projector's picture 3 m wide looks the same from 7.4 m. Text is then 25–30 px and more.
// Safe area: 5 %, the title-safe frame of SMPTE ST 2046-1: sets overscan, projectors meet the screen's edge.
const TV_ACROSS: Sight = { width: 1210, distance: 3 };
const TV_UPRIGHT: Sight = { width: 680, distance: 2.5 };

// LED: pitch 3.91 mm, stage cabinets of 500 × 500 mm with 128 × 128 pixels (custom): 1536 × 512 is a wall of 6 × 2 m,
// 1024 × 512 one of 4 × 2 m. Ask the hirer for the pixels of the real wall. Seen from 15 m, the back of a hall or a
// school yard: text of 25 px and more, below which stacked Vietnamese marks merge on such coarse pixels. 16 px to the
// edge: a wall is built by hand, and outer modules fail first (custom).
const LED_PITCH = 3.91;
const led = (width: number): Sight => ({ width: width * LED_PITCH, distance: 15 });

const screen = (canvas: Omit<Canvas, "family">): Format => canvasFormat({ ...canvas, family: "screen" });

const TV_USES: Format["uses"] = ["event", "office", "recruitment"];
const LED_USES: Format["uses"] = ["event", "ceremony", "outdoor"];

export const SCREENS: readonly Format[] = [
  screen({
    id: "screen-1920x1080",
    name: { vi: "Màn hình ngang 1920 × 1080", en: "Screen 1920 × 1080" },
    width: 1920,
    height: 1080,
    safe: insets(54, 96),
    viewingDistance: distanceFor(1920, TV_ACROSS),
    uses: TV_USES,
  }),
  screen({
    id: "screen-1080x1920",
    name: { vi: "Màn hình đứng 1080 × 1920", en: "Upright screen 1080 × 1920" },
    width: 1080,
    height: 1920,
    safe: insets(96, 54),
    viewingDistance: distanceFor(1080, TV_UPRIGHT),
    uses: TV_USES,
  }),
  screen({
    id: "screen-led-1536x512",
    name: { vi: "Màn hình LED 1536 × 512 (6 × 2 m)", en: "LED wall 1536 × 512 (6 × 2 m)" },
    width: 1536,
    height: 512,
    safe: insets(16, 16),
    viewingDistance: distanceFor(1536, led(1536)),
    uses: LED_USES,
  }),
  screen({
    id: "screen-led-1024x512",
    name: { vi: "Màn hình LED 1024 × 512 (4 × 2 m)", en: "LED wall 1024 × 512 (4 × 2 m)" },
    width: 1024,
    height: 512,
    safe: insets(16, 16),
    viewingDistance: distanceFor(1024, led(1024)),
    uses: LED_USES,
  }),
];
