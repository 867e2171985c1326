import { uniformInsets } from "../../base/geometry.ts";
import type { Format } from "../format.ts";

// Giấy chứng nhận, giấy khen: A4 on its side (ISO 216, docs/sources.md). Bleed 3 mm and 300 ppi as sheet work. Safe
// area: 12 mm, because it is framed: a rebate hides 5–8 mm (custom). Read from 0.5 m, standing before it: text of 9 pt
// and more. Each bears another name: digital.
export const CERTIFICATES: readonly Format[] = [
  {
    id: "certificate-a4",
    name: { vi: "Giấy chứng nhận A4 ngang", en: "Certificate A4, landscape" },
    family: "certificate",
    medium: "print",
    width: 297,
    height: 210,
    pixels: null,
    bleed: 3,
    safe: uniformInsets(12),
    viewingDistance: 0.5,
    ppi: 300,
    covered: [],
    shape: "rectangle",
    wrap: 0,
    folds: [],
    profile: "digital",
    uses: ["ceremony", "office"],
  },
];
