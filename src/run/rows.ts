/** Institutions of a run: a JSON array, or one JSON value a line (NDJSON); each an id or an institution's data. */

import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { createInterface } from "node:readline";
import { AnphamError, type Diagnostic, diagnose } from "../base/diagnostic.ts";
import { parseJson, readJson } from "../resolve/read-json.ts";
import { failOnFile } from "../resolve/system-reason.ts";

export type GivenInstitution = string | Readonly<Record<string, unknown>>;

export interface Row {
  /** 1-based. */
  readonly number: number;
  /** `null` for a row that cannot be read; its diagnostics say why. */
  readonly institution: GivenInstitution | null;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads rows as they are asked for; a broken one does not end the run.
 * @throws AnphamError `request.unreadable-file`, `request.broken-json`, when no row can be read at all
 */
export async function* readRows(file: string): AsyncGenerator<Row> {
  if (await isArray(file)) {
    const items = (await readJson(file)) as readonly unknown[];
    for (const [index, item] of items.entries()) yield rowOf(item, index + 1, file);
    return;
  }
  const lines = createInterface({ input: createReadStream(file, "utf8"), crlfDelay: Infinity });
  let number = 0;
  let line = 0;
  for await (const text of lines) {
    line++;
    const content = line === 1 ? text.replace(/^\uFEFF/, "") : text;
    if (content.trim() === "") continue;
    number++;
    yield parseRow(content, number, line, file);
  }
}

/** The first sign of a JSON array is its bracket. */
async function isArray(file: string): Promise<boolean> {
  const handle = await open(file).catch((thrown: unknown) => failOnFile(file, thrown));
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(4096), 0, 4096, 0);
    return /^\uFEFF?\s*\[/.test(buffer.toString("utf8", 0, bytesRead));
  } catch (thrown) {
    failOnFile(file, thrown);
  } finally {
    await handle.close();
  }
}

function parseRow(text: string, number: number, line: number, file: string): Row {
  try {
    return rowOf(JSON.parse(text), number, file);
  } catch {
    // Again from its own line on, for a complaint with the right place.
    return brokenRow("\n".repeat(line - 1) + text, number, file);
  }
}

function brokenRow(text: string, number: number, file: string): Row {
  try {
    return rowOf(parseJson(text, file), number, file);
  } catch (thrown) {
    if (!(thrown instanceof AnphamError)) throw thrown;
    const diagnostics = thrown.diagnostics.map((each) => ({
      ...each,
      where: { ...each.where, row: number },
    }));
    return { number, institution: null, diagnostics };
  }
}

function rowOf(item: unknown, number: number, file: string): Row {
  const isData = typeof item === "object" && item !== null && !Array.isArray(item);
  if (typeof item === "string" || isData) {
    return { number, institution: item as GivenInstitution, diagnostics: [] };
  }
  const found = JSON.stringify(item).slice(0, 40);
  const wrong = diagnose(
    "request.invalid-field",
    {
      path: `${number}`,
      reasonVi: `đang là ${found}`,
      reason: `it is ${found}`,
      expectedVi: "mã cơ sở hoặc dữ liệu của cơ sở",
      expected: "an institution's id or its data",
    },
    { file, row: number },
  );
  return { number, institution: null, diagnostics: [wrong] };
}
