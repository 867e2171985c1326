import { uniformInsets } from "../../base/geometry.ts";
import type { Mm } from "../../base/units.ts";
import type { Format } from "../format.ts";
import { frameStrips } from "./edges.ts";

// Bảng hiệu. Đ.34 (docs/sources.md): a horizontal sign is at most 2 m high and no wider than the facade; a vertical one
// at most 1 m wide, 4 m high and no higher than the storey. The sizes are common ones within that (custom).
//
// Printed film on aluminium composite, whose edge is folded back into a tray, or flex on a frame. Bleed: 20 mm, the
// depth that film or cloth is taken round the edge. Covered: 30 mm all round, where a trim strip or the building's
// frame may lie over the face (custom). Safe area: 80 mm, clear of it.
//
// Viewing distance: a name over a gate is read from across the street: 8 × the height of a horizontal sign, as a
// banner beside it. At 10 m the smallest text is 64 mm and the name's capitals are 100 mm: even a name of 108 letters
// in four lines, the governing body, address and telephone (all four asked for by Đ.34) fit into 1.04 m; at 12 m they
// do not. A vertical sign is read by who walks up to the door: 5 and 6 m, where a line of the name still holds some
// fifteen letters.
//
// ppi: 100, what large format asks for at least (docs/sources.md).
const signboard = (width: Mm, height: Mm, viewingDistance: number): Format => {
  const [w, h] = [width / 1000, height / 1000];
  const kind = width >= height ? { vi: "ngang", en: "horizontal" } : { vi: "dọc", en: "vertical" };
  return {
    id: `signboard-${w}x${h}m`,
    name: {
      vi: `Bảng hiệu ${kind.vi} ${w} × ${h} m`.replaceAll(".", ","),
      en: `Signboard, ${kind.en}, ${w} × ${h} m`,
    },
    family: "signboard",
    medium: "print",
    width,
    height,
    pixels: null,
    bleed: 20,
    safe: uniformInsets(80),
    viewingDistance,
    ppi: 100,
    covered: frameStrips({ vi: "Nẹp khung", en: "Frame" }, { width, height }, 30),
    shape: "rectangle",
    wrap: 0,
    folds: [],
    profile: "signboard",
    uses: ["office", "outdoor"],
  };
};

export const SIGNBOARDS: readonly Format[] = [
  signboard(3000, 1200, 10),
  signboard(4000, 1500, 12),
  signboard(6000, 2000, 16),
  signboard(800, 2400, 5),
  signboard(1000, 4000, 6),
];
