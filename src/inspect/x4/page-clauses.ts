/** PDF/X-4: pages, fonts, annotations, actions, graphics states, layers. */

import { contains, intersection, mapRect, type Rect } from "../../base/geometry.ts";
import { boxOf } from "../content/nested.ts";
import { type Dict, EMPTY_DICT, isArray, isDict, Name, type Value } from "../file/object.ts";
import { BOX_NAMES } from "../page-boxes.ts";
import { placeText } from "../rules/judge.ts";
import { both, type Clause, onFirstPage, plain } from "./clause.ts";
import type { X4Facts } from "./facts.ts";

/** Rounding of writers, units of user space. */
const TOLERANCE = 0.05;

/** Annotations that may lie on the page (§6.17). */
const PRINTERS_OWN = new Set(["TrapNet", "PrinterMark"]);

const ACTION_KEYS = ["OpenAction", "AA", "A", "JavaScript"] as const;

/** Whether a dictionary carries an action; `A` means other things elsewhere. */
function actionIn(dict: Dict, { document }: X4Facts): string | null {
  const type = document.nameAt(dict, "S");
  if (type === "JavaScript" || document.nameAt(dict, "Type") === "Action") return type ?? "Action";
  for (const key of ACTION_KEYS) {
    if (!dict.has(key)) continue;
    if (key === "AA" || key === "JavaScript") return key;
    const value = document.dictAt(dict, key);
    if (value && document.nameAt(value, "S") !== null && (key === "OpenAction" || dict.has("Subtype")))
      return key;
  }
  return null;
}

/** Keys of graphics states that change what a plate gets (ISO 32000-1 table 58). */
function stateFault(dict: Dict, { document }: X4Facts): string | null {
  if (dict.has("TR")) return "TR";
  const transfer = document.at(dict, "TR2");
  if (dict.has("TR2") && !(transfer instanceof Name && transfer.text === "Default")) return "TR2";
  if (dict.has("HTP")) return "HTP";
  const halftone = document.dictAt(dict, "HT");
  if (!halftone) return null;
  if (halftone.has("HalftoneName")) return "HalftoneName";
  const type = document.numberAt(halftone, "HalftoneType");
  return type === 1 || type === 5 ? null : `HalftoneType ${type}`;
}

const shown = (area: Rect): string => `${placeText(area)} mm`;

export const PAGE_CLAUSES: readonly Clause[] = [
  {
    id: "trim-box",
    clause: "ISO 15930-7 §6.12",
    requirement: both(
      "mỗi trang có TrimBox hoặc ArtBox, không cả hai",
      "each page has a TrimBox or an ArtBox, not both",
    ),
    check: (facts) =>
      onFirstPage(facts, ({ boxes: { own } }) => {
        if (own.has("TrimBox") && own.has("ArtBox")) return plain("TrimBox + ArtBox");
        return own.has("TrimBox") || own.has("ArtBox") ? null : plain(null);
      }),
  },
  {
    id: "nested-boxes",
    clause: "ISO 15930-7 §6.12",
    requirement: both("MediaBox ⊇ CropBox ⊇ BleedBox ⊇ TrimBox", "MediaBox ⊇ CropBox ⊇ BleedBox ⊇ TrimBox"),
    check: (facts) =>
      onFirstPage(facts, ({ boxes: { own } }) => {
        const given = BOX_NAMES.flatMap((name) => {
          const box = own.get(name);
          return box && name !== "ArtBox" ? [{ name, box }] : [];
        });
        const wrong = given.find(({ box }, i) => i > 0 && !contains(given[i - 1]!.box, box, TOLERANCE));
        return wrong ? plain(wrong.name) : null;
      }),
  },
  {
    id: "embedded-fonts",
    clause: "ISO 15930-7 §6.6",
    requirement: both("mọi phông in ra đều nhúng trong tệp", "every font that prints is embedded"),
    check: (facts) =>
      onFirstPage(facts, ({ run }) => {
        const missing = [...run.used.fonts].find(({ embedded }) => !embedded);
        return missing ? plain(missing.name || missing.type) : null;
      }),
  },
  {
    id: "no-notdef",
    clause: "ISO 15930-7 §6.6",
    requirement: both("không in hình .notdef", "no .notdef glyph is shown"),
    check: (facts) => onFirstPage(facts, ({ colors }) => colors.notdef && plain(shown(colors.notdef))),
  },
  {
    id: "no-actions",
    clause: "ISO 15930-7 §6.18",
    requirement: both("không có hành động và JavaScript", "no actions and no JavaScript"),
    check(facts) {
      for (const dict of facts.dicts) {
        const found = actionIn(dict, facts);
        if (found !== null) return plain(found);
      }
      return null;
    },
  },
  {
    id: "annotations",
    clause: "ISO 15930-7 §6.17",
    requirement: both(
      "chú thích nằm ngoài BleedBox, trừ TrapNet và PrinterMark",
      "annotations lie outside the BleedBox, except TrapNet and PrinterMark",
    ),
    check: (facts) =>
      onFirstPage(facts, ({ page, boxes }) => {
        for (const annotation of facts.document.list(page.dict.get("Annots"))) {
          if (!isDict(annotation)) continue;
          const type = facts.document.nameAt(annotation, "Subtype") ?? "";
          const rect = boxOf(facts.document.numbers(annotation.get("Rect")));
          const area = rect && mapRect(boxes.toMm, rect);
          if (!PRINTERS_OWN.has(type) && area && intersection(area, boxes.bleed)) {
            return plain(`${type} ${shown(area)}`);
          }
        }
        return null;
      }),
  },
  {
    id: "graphics-states",
    clause: "ISO 15930-7, ExtGState",
    requirement: both(
      "không có hàm chuyển (TR, TR2), HTP và lưới tram lạ",
      "no transfer functions (TR, TR2), no HTP, no odd halftones",
    ),
    check: (facts) =>
      onFirstPage(facts, ({ run }) => {
        for (const dict of run.used.extGStates) {
          const fault = stateFault(dict, facts);
          if (fault) return plain(fault);
        }
        return null;
      }),
  },
  {
    id: "layers",
    clause: "ISO 15930-7, optional content",
    requirement: both(
      "cấu hình lớp có tên riêng, không có AS, Order kể đủ mọi lớp",
      "layer configurations have unique names, no AS, and an Order that lists every layer",
    ),
    check({ document, catalog }) {
      const properties = document.dictAt(catalog, "OCProperties");
      if (!properties) return null;
      const first = document.dictAt(properties, "D");
      const others = document.list(properties.get("Configs")).filter(isDict);
      const configurations = [...(first ? [first] : []), ...others];
      const names = configurations.map((each) => document.textAt(each, "Name") ?? "");
      if (names.includes("")) return both("cấu hình không tên", "a configuration without a name");
      if (new Set(names).size < names.length) return both("trùng tên", "names that repeat");
      if (configurations.some((each) => each.has("AS"))) return plain("AS");
      const groups = document.list(properties.get("OCGs"));
      for (const configuration of configurations) {
        const order = configuration.get("Order");
        if (order === undefined) continue;
        const listed = flatten(document.list(order), (value) => document.list(value));
        if (groups.some((group) => !listed.has(group))) return plain("Order");
      }
      return null;
    },
  },
  {
    id: "viewer-preferences",
    clause: "ISO 15930-7, viewer preferences",
    requirement: both(
      "vùng xem và in là MediaBox hoặc BleedBox",
      "viewing and printing areas are MediaBox or BleedBox",
    ),
    check({ document, catalog }) {
      const preferences = document.dictAt(catalog, "ViewerPreferences") ?? EMPTY_DICT;
      for (const key of ["ViewArea", "ViewClip", "PrintArea", "PrintClip"]) {
        const box = document.nameAt(preferences, key);
        if (box !== null && box !== "MediaBox" && box !== "BleedBox") return plain(`${key} ${box}`);
      }
      return null;
    },
  },
];

/** Order nests arrays in arrays (ISO 32000-1 table 101); what is shared is looked at once. */
function flatten(order: readonly Value[], read: (value: Value) => readonly Value[]): ReadonlySet<Value> {
  const found = new Set<Value>();
  const waiting = [order];
  for (let values = waiting.pop(); values; values = waiting.pop()) {
    for (const value of values) {
      if (isArray(value) && !found.has(value)) waiting.push(read(value));
      found.add(value);
    }
  }
  return found;
}
