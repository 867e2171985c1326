/** Layers that show but never print by default, as optional content (ISO 32000-1 §8.11). */

import type { PdfStandard } from "./metadata.ts";
import { textString } from "./string.ts";

/** What the only configuration is called. */
const CONFIGURATION = "anpham";

/** The optional content group of a layer: a name is one layer, on however many pages. */
export function layerDictionary(name: string, standard: PdfStandard): string {
  const view = standard === "pdf/x-4" ? "OFF" : "ON";
  return `<</Type/OCG/Name${textString(name)}/Usage<</View<</ViewState/${view}>>/Print<</PrintState/OFF>>>>>>`;
}

/**
 * The catalog's entry, or nothing when no page has such a layer.
 *
 * Elsewhere than in PDF/X the usage dictionaries are put to work (`AS`, §8.11.4.4): on screen the layers show, in
 * print they do not. PDF/X-4 takes what the default configuration says for what prints and knows no `AS`, so there
 * the layers are off until somebody turns them on. A second configuration that shows them would be no help: MuPDF
 * takes the first of `Configs` for the default, and the usage for the state.
 * @param layers the groups' object numbers
 */
export function layersEntry(layers: readonly number[], standard: PdfStandard): string {
  if (layers.length === 0) return "";
  const groups = `[${layers.map((number) => `${number} 0 R`).join(" ")}]`;
  const when = (event: "View" | "Print") => `<</Event/${event}/Category[/${event}]/OCGs${groups}>>`;
  const state = standard === "pdf/x-4" ? `/OFF${groups}` : `/AS[${when("View")}${when("Print")}]`;
  return `/OCProperties<</OCGs${groups}/D<</Name(${CONFIGURATION})/BaseState/ON/Order${groups}${state}>>>>`;
}
