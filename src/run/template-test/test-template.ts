/** A template in every format, theme and data set that it is for: what a press or a reader would complain of. */

import type { Diagnostic } from "../../base/diagnostic.ts";
import { diagnosticsOf } from "../../base/diagnostic.ts";
import type { Engine } from "../../render.ts";
import { catalogueFormat, chosenIds } from "../choose.ts";
import type { DataSet } from "../gallery/cells.ts";

export interface TestOptions {
  readonly template: string;
  /** `null` for all that the template has. */
  readonly formats: readonly string[] | null;
  readonly themes: readonly string[] | null;
  readonly dataSets: readonly DataSet[];
  /** Ids; every cell is tried with each. */
  readonly institutions: readonly string[];
  /** Told after every piece. */
  readonly onPiece: (done: number, total: number) => void;
}

/** One piece that was tried. */
export interface TriedPiece {
  readonly format: string;
  readonly theme: string;
  readonly data: string;
  readonly institution: string;
  /** Errors and warnings; notes are advice, and no fault. */
  readonly faults: readonly Diagnostic[];
}

export interface Verdict {
  readonly template: string;
  readonly pieces: readonly TriedPiece[];
  readonly passed: boolean;
}

/**
 * Lays every piece out and judges it by the profile that its format goes to; writes no file.
 * @throws AnphamError `request.unknown-id` for whatever is asked for and is not there, `template.broken`
 */
export async function testTemplate(engine: Engine, options: TestOptions): Promise<Verdict> {
  const { template: id, dataSets, onPiece } = options;
  const template = await engine.library.templates.load(id);
  const formats = chosenIds("format", options.formats, template.formats).map(catalogueFormat);
  const themes = chosenIds("theme", options.themes, template.themes);
  const known = await engine.library.institutions.ids();
  const institutions = chosenIds("institution", options.institutions, known);
  const total = formats.length * themes.length * dataSets.length * institutions.length;
  const pieces: TriedPiece[] = [];
  for (const format of formats) {
    for (const theme of themes) {
      for (const { id: data, content } of dataSets) {
        for (const institution of institutions) {
          const request = { template: id, format: format.id, theme, institution, data: content };
          const found = await findingsOf(engine, { ...request, profile: format.profile });
          const faults = found.filter(({ severity }) => severity !== "note");
          pieces.push({ format: format.id, theme, data, institution, faults });
          onPiece(pieces.length, total);
        }
      }
    }
  }
  return { template: id, pieces, passed: pieces.every(({ faults }) => faults.length === 0) };
}

async function findingsOf(
  engine: Engine,
  request: Parameters<Engine["compose"]>[0],
): Promise<readonly Diagnostic[]> {
  try {
    return (await engine.compose(request)).diagnostics;
  } catch (thrown) {
    return diagnosticsOf(thrown);
  }
}
