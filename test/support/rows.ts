/** Files of rows in a temporary folder, and what is read from them. */

import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll } from "vitest";
import { AnphamError, type Diagnostic } from "../../src/base/diagnostic.ts";
import type { MappedRow } from "../../src/run/rows/map-row.ts";
import { type RowsOptions, readRows } from "../../src/run/rows/read-rows.ts";

export interface ReadFile {
  readonly rows: readonly MappedRow[];
  /** Of the table. */
  readonly findings: readonly Diagnostic[];
  readonly encoding: string;
  readonly sheet: string | null;
  readonly columns: readonly string[];
}

const PLAIN: RowsOptions = {
  encoding: "auto",
  sheet: null,
  map: {},
  institutions: ["cd-y-te"],
  hasInstitution: false,
};

/** A folder for the tests of one file. */
export function rowsFolder() {
  let folder = "";
  let files = 0;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "anpham-rows-"));
  });
  afterAll(() => rm(folder, { recursive: true }));

  const path = (name: string) => join(folder, `${++files}-${name}`);
  async function put(content: string | Uint8Array, name = "rows.csv"): Promise<string> {
    const file = path(name);
    await writeFile(file, content);
    return file;
  }
  async function read(
    content: string | Uint8Array,
    { name = "rows.csv", ...options }: Partial<RowsOptions> & { readonly name?: string } = {},
  ): Promise<ReadFile> {
    const opened = await readRows(await put(content, name), { ...PLAIN, ...options });
    const rows: MappedRow[] = [];
    for await (const row of opened.rows) rows.push(row);
    const columns = opened.columns().map(({ column }) => column.header);
    const { encoding, sheet } = opened.table;
    return { rows, findings: opened.findings(), encoding, sheet, columns };
  }
  /** The codes of what makes a file unusable. */
  async function refusal(...args: Parameters<typeof read>): Promise<readonly string[]> {
    try {
      await read(...args);
    } catch (thrown) {
      if (thrown instanceof AnphamError) return thrown.diagnostics.map(({ code }) => code);
      throw thrown;
    }
    return [];
  }
  return { path, put, read, refusal };
}

/** “code@row:column”, the column's letter left out where there is none. */
export const places = (diagnostics: readonly Diagnostic[]): readonly string[] =>
  diagnostics.map(({ code, where }) =>
    [code, where.row, where.header].filter((part) => part !== undefined).join(" "),
  );
