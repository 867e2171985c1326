/** Layers of finishing lines, as optional content (ISO 32000-1 §8.11). */

import type { PdfStandard } from "./metadata.ts";
import type { LayerObject } from "./object.ts";
import { textString } from "./string.ts";

/** What the only configuration is called. */
const CONFIGURATION = "anpham";

/** A layer as it stands in a file. */
export interface PlacedLayer {
  /** Of its object. */
  readonly number: number;
  readonly prints: boolean;
}

/**
 * The optional content group of a layer: a name is one layer, on however many pages.
 * @param prints whether it prints by default, as cut lines must; else it only shows
 */
export function layerOf(name: string, prints: boolean, standard: PdfStandard): Omit<LayerObject, "kind"> {
  const view = standard === "pdf/x-4" ? "OFF" : "ON";
  const usage = prints ? "" : `/Usage<</View<</ViewState/${view}>>/Print<</PrintState/OFF>>>>`;
  return { dictionary: `<</Type/OCG/Name${textString(name)}${usage}>>`, prints };
}

/**
 * The catalog's entry, or nothing when no page has a layer.
 *
 * Elsewhere than in PDF/X the usage dictionaries are put to work (`AS`, §8.11.4.4): on screen the layers show, in
 * print they do not. PDF/X-4 takes what the default configuration says for what prints and knows no `AS`, so there
 * the layers are off until somebody turns them on. A second configuration that shows them would be no help: MuPDF
 * takes the first of `Configs` for the default, and the usage for the state.
 */
export function layersEntry(layers: readonly PlacedLayer[], standard: PdfStandard): string {
  if (layers.length === 0) return "";
  const list = (some: readonly PlacedLayer[]) => `[${some.map(({ number }) => `${number} 0 R`).join(" ")}]`;
  const all = list(layers);
  const unprinted = layers.filter(({ prints }) => !prints);
  const when = (event: "View" | "Print") => `<</Event/${event}/Category[/${event}]/OCGs${list(unprinted)}>>`;
  const off = standard === "pdf/x-4" ? `/OFF${list(unprinted)}` : `/AS[${when("View")}${when("Print")}]`;
  const state = unprinted.length > 0 ? off : "";
  return `/OCProperties<</OCGs${all}/D<</Name(${CONFIGURATION})/BaseState/ON/Order${all}${state}>>>>`;
}
