/** Optional content (ISO 32000-1 §8.11): which layers there are and which of them reach the paper. */

import type { PdfDocument } from "../file/document.ts";
import { type Dict, EMPTY_DICT, isDict, Name, type Value } from "../file/object.ts";

export interface Layer {
  readonly name: string;
  readonly visible: boolean;
  readonly prints: boolean;
}

export interface LayerStates {
  readonly layers: readonly Layer[];
  /** Whether content that belongs to this group or membership dictionary is printed. */
  prints(content: Value): boolean;
}

/** The default configuration's states. */
export function readLayers(document: PdfDocument): LayerStates {
  const { catalog } = document;
  const properties = (catalog && document.dictAt(catalog, "OCProperties")) ?? EMPTY_DICT;
  const configuration = document.dictAt(properties, "D") ?? EMPTY_DICT;
  const off = new Set(document.list(configuration.get("OFF")));
  const on = new Set(document.list(configuration.get("ON")));
  const allOff = document.nameAt(configuration, "BaseState") === "OFF";
  const states = new Map<Dict, Layer>();
  for (const group of document.list(properties.get("OCGs"))) {
    if (!isDict(group)) continue;
    const visible = allOff ? on.has(group) : !off.has(group);
    const usage = document.dictAt(group, "Usage") ?? EMPTY_DICT;
    const print = document.dictAt(usage, "Print") ?? EMPTY_DICT;
    const prints = visible && document.nameAt(print, "PrintState") !== "OFF";
    states.set(group, { name: document.textAt(group, "Name") ?? "", visible, prints });
  }
  const printsGroup = (group: Dict): boolean => states.get(group)?.prints ?? true;
  return {
    layers: [...states.values()],
    prints(content) {
      const dict = document.dict(content);
      if (!dict) return true;
      if (document.nameAt(dict, "Type") !== "OCMD") return printsGroup(dict);
      const groups = document.list(dict.get("OCGs"), true).filter(isDict);
      if (groups.length === 0) return true;
      // §8.11.2.2 table 99
      const policy = dict.get("P");
      switch (policy instanceof Name ? policy.text : "AnyOn") {
        case "AllOn":
          return groups.every(printsGroup);
        case "AnyOff":
          return groups.some((group) => !printsGroup(group));
        case "AllOff":
          return groups.every((group) => !printsGroup(group));
        default:
          return groups.some(printsGroup);
      }
    },
  };
}
