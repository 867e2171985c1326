/** The shipped printing condition, for tests that look at inks. */

import { readFileSync } from "node:fs";
import { createInkConverter, type InkConverter } from "../../src/export/ink/ink-converter.ts";
import type { InkTable } from "../../src/model/ink.ts";
import { type OutputCondition, outputCondition } from "../../src/model/output-condition.ts";

const brand = (path: string) => readFileSync(new URL(`../../brand/${path}`, import.meta.url));

/** FOGRA39 on coated paper, 300 %. */
export function fogra39(more: Partial<OutputCondition> = {}): OutputCondition {
  const data = outputCondition.parse(JSON.parse(brand("icc/fogra39-coated.json").toString("utf8")));
  return { ...data, icc: new Uint8Array(brand(data.profile)), ...more };
}

export const fogra39Converter = async (inks: InkTable = new Map()): Promise<InkConverter> =>
  await createInkConverter(fogra39(), inks);
