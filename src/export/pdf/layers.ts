/** Layers that show but never print by default, as optional content (ISO 32000-1 §8.11). */

import { type PdfFile, type Ref, refTo } from "./file.ts";
import type { PdfStandard } from "./metadata.ts";
import { textString } from "./string.ts";

/** What the only configuration is called. */
const CONFIGURATION = "anpham";

/** The optional content groups of one file; a name is one layer, on however many pages. */
export class LayerRegistry {
  readonly #file: PdfFile;
  readonly #standard: PdfStandard;
  readonly #groups = new Map<string, Ref>();

  constructor(file: PdfFile, standard: PdfStandard) {
    this.#file = file;
    this.#standard = standard;
  }

  use(name: string): Ref {
    let group = this.#groups.get(name);
    if (group === undefined) {
      const view = this.#standard === "pdf/x-4" ? "OFF" : "ON";
      const usage = `/View<</ViewState/${view}>>/Print<</PrintState/OFF>>`;
      group = this.#file.add(`<</Type/OCG/Name${textString(name)}/Usage<<${usage}>>>>`);
      this.#groups.set(name, group);
    }
    return group;
  }

  /**
   * The catalog's entry, or nothing when no page has such a layer.
   *
   * Elsewhere than in PDF/X the usage dictionaries are put to work (`AS`, §8.11.4.4): on screen the layers show, in
   * print they do not. PDF/X-4 takes what the default configuration says for what prints and knows no `AS`, so there
   * the layers are off until somebody turns them on. A second configuration that shows them would be no help: MuPDF
   * takes the first of `Configs` for the default, and the usage for the state.
   */
  get catalogEntry(): string {
    if (this.#groups.size === 0) return "";
    const groups = `[${[...this.#groups.values()].map(refTo).join(" ")}]`;
    const when = (event: "View" | "Print") => `<</Event/${event}/Category[/${event}]/OCGs${groups}>>`;
    const state = this.#standard === "pdf/x-4" ? `/OFF${groups}` : `/AS[${when("View")}${when("Print")}]`;
    return `/OCProperties<</OCGs${groups}/D<</Name(${CONFIGURATION})/BaseState/ON/Order${groups}${state}>>>>`;
  }
}
