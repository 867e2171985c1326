/** Tables of rows that the page has loaded, so that a piece can be seen with any row of them. */

import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { diagnosticsOf, fail } from "../../base/diagnostic.ts";
import { sha256 } from "../../base/hash.ts";
import type { MappedRow } from "../../run/rows/map-row.ts";
import { readRows } from "../../run/rows/read-rows.ts";
import type { LoadedTable, RowChoice } from "../shared/wire.ts";
import { KEPT_TABLES } from "./messages.ts";
import type { RowContent } from "./request-of.ts";

export interface Tables {
  /** @param institutions ids that a row may name */
  load(name: string, bytes: Uint8Array, institutions: () => Promise<readonly string[]>): Promise<LoadedTable>;
  /**
   * Once all tables are read whose loading has begun.
   * @throws AnphamError `studio.unknown-row`
   */
  row(choice: RowChoice | null): Promise<RowContent>;
}

/** More than anybody looks through by eye. */
const MOST_ROWS = 2000;

export function openTables(): Tables {
  const kept = new Map<string, readonly MappedRow[]>();
  const loading = new Set<Promise<LoadedTable>>();
  const read = async (
    name: string,
    bytes: Uint8Array,
    institutions: () => Promise<readonly string[]>,
  ): Promise<LoadedTable> => {
    const table = sha256(bytes).slice(0, 16);
    const folder = await mkdtemp(join(tmpdir(), "anpham-rows-"));
    try {
      const file = join(folder, basename(name));
      await writeFile(file, bytes);
      const found = await readRows(file, {
        encoding: "auto",
        sheet: null,
        map: {},
        institutions: await institutions(),
        hasInstitution: false,
      });
      const rows: MappedRow[] = [];
      for await (const row of found.rows) {
        rows.push(row);
        if (rows.length === MOST_ROWS) break;
      }
      kept.set(table, rows);
      for (const old of kept.keys()) if (kept.size > KEPT_TABLES) kept.delete(old);
      return {
        table,
        rows: rows.map(({ number, title, slug, diagnostics }) => ({
          number,
          title: title ?? slug,
          faults: diagnostics.filter(({ severity }) => severity !== "note").length,
        })),
        findings: found.findings(),
      };
    } catch (thrown) {
      return { table, rows: [], findings: diagnosticsOf(thrown) };
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  };
  return {
    load(name, bytes, institutions) {
      const one = read(name, bytes, institutions).finally(() => loading.delete(one));
      loading.add(one);
      return one;
    },
    async row(choice) {
      if (!choice) return {};
      await Promise.allSettled(loading);
      const found = kept.get(choice.table)?.find(({ number }) => number === choice.number);
      if (!found) return fail("studio.unknown-row", { row: choice.number });
      const { institution, campaign, message, audience, event, data } = found.request;
      const given = { institution, campaign, message, audience, event, data };
      return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
    },
  };
}
