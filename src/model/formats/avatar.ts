import type { Px } from "../../base/units.ts";
import type { Format } from "../format.ts";
import { canvasFormat, distanceFor, insets, type Sight } from "./canvas.ts";

// Sizes as of 2026; platforms change them without notice. Facebook: at least 320, use 1080; YouTube: 800; Zalo
// OA: at least 150, use 500 (docs/sources.md).
//
// The platform crops the square to a circle: what must be seen stays in the square inscribed in it. On a phone's
// profile page it is 196 of 640 px wide (docs/sources.md), 20 mm of 65; the other two are taken to be shown alike
// (custom). In lists it is a quarter of that: a mark carries it, not words.
const ON_PROFILE: Sight = { width: 20, distance: 0.3 };

const avatar = (id: string, name: Format["name"], side: Px): Format => {
  const inset = (side * (1 - Math.SQRT1_2)) / 2;
  return canvasFormat({
    id,
    name,
    family: "avatar",
    width: side,
    height: side,
    safe: insets(inset, inset),
    viewingDistance: distanceFor(side, ON_PROFILE),
    shape: "circle",
    uses: ["social"],
  });
};

export const AVATARS: readonly Format[] = [
  avatar("avatar-facebook", { vi: "Ảnh đại diện Facebook", en: "Facebook avatar" }, 1080),
  avatar("avatar-zalo", { vi: "Ảnh đại diện Zalo OA", en: "Zalo OA avatar" }, 500),
  avatar("avatar-youtube", { vi: "Ảnh đại diện kênh YouTube", en: "YouTube channel avatar" }, 800),
];
