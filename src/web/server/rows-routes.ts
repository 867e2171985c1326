/** Tables: read as they are, understood and checked as often as somebody mends a cell. Nothing of them is kept. */

import { randomUUID } from "node:crypto";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { AnphamError, type Diagnostic, diagnose, hasErrors } from "../../base/diagnostic.ts";
import type { RenderRequest } from "../../model/request.ts";
import type { Library } from "../../resolve/library.ts";
import { takenValue } from "../../run/rows/cell-value.ts";
import { checkedDiagnostics, rowCheck } from "../../run/rows/check-row.ts";
import { columnNameOf, kindOfName, matchName, readMap } from "../../run/rows/match-columns.ts";
import { openTable } from "../../run/rows/open-table.ts";
import { type CellValue, LIMITS, type RawCell } from "../../run/rows/raw-table.ts";
import { readRows } from "../../run/rows/read-rows.ts";
import { type CheckedTable, MOST_ROWS, type ReadTable, type RowProblem, tellApart } from "../model/rows.ts";
import { asked } from "./query.ts";
import { type RequestSources, requestOf } from "./request-of.ts";
import { withoutFiles } from "./run-pictures.ts";
import { bytesOf, LARGEST_DRAFT, refuseLarger } from "./size-limits.ts";

/** Sentences that a page can hold; after that nobody reads on. */
const MOST_PROBLEMS = 3000;

export function addRowsRoutes(app: FastifyInstance, library: Library, sources: RequestSources): void {
  app.post("/form/rows/read", async (request): Promise<ReadTable> => {
    const { file } = await partsOf(request);
    return inFolder(async (folder) => {
      const path = join(folder, safeName(file.name));
      await writeFile(path, file.bytes);
      const table = await openTable(path, { encoding: "auto", sheet: null, kindOf: kindOfName });
      const found: { readonly cells: ReadonlyMap<number, string> }[] = [];
      /** The last of each column: once it is text, nobody can see any more that it was a date. */
      const changed = new Map<string, Diagnostic>();
      const taken = (cell: RawCell): CellValue => {
        const match = matchName(cell.column.header);
        const { value, diagnostics } = takenValue(cell, match.kind === "field" ? match.target.field : null);
        for (const each of diagnostics) changed.set(cell.column.header, each);
        return value;
      };
      let total = 0;
      for await (const { cells } of table.rows) {
        total++;
        if (found.length < MOST_ROWS) {
          found.push({ cells: new Map(cells.map((cell) => [cell.column.index, textOf(taken(cell))])) });
        }
      }
      const columns = table.columns();
      return {
        headers: tellApart(columns.map(({ header }) => header)),
        rows: found.map(({ cells }) => columns.map(({ index }) => cells.get(index) ?? "")),
        sheet: table.sheet,
        encoding: table.encoding,
        total,
        notes: [
          ...(total > MOST_ROWS ? [sentence(diagnose("rows.too-many-rows", { limit: MOST_ROWS }))] : []),
          ...table.findings().map(sentence),
          ...[...changed].map(([header, each]) => `${header}: ${sentence(each)}`),
        ],
      };
    });
  });

  app.post("/form/rows/check", async (request): Promise<CheckedTable> => {
    const { file, fields } = await partsOf(request);
    const { draft, piece } = asked(new URLSearchParams(fields.get("draft") ?? ""));
    const map = fields.get("map");
    const chosen = map ? (JSON.parse(map) as Record<string, string | null>) : {};
    const base = await requestOf(draft, { ...piece, data: {} }, sources);
    return inFolder(async (folder) => {
      const path = join(folder, "rows.csv");
      await writeFile(path, file.bytes);
      const open = (hasInstitution: boolean) =>
        library.institutions.ids().then((institutions) =>
          readRows(path, {
            encoding: "utf-8",
            sheet: null,
            map: Object.keys(chosen).length > 0 ? readMap(chosen) : {},
            institutions,
            hasInstitution,
          }),
        );
      // Rows that bring an institution need none from the form.
      const first = await open(true);
      const brings = first
        .columns()
        .some(
          ({ match }) => match.kind === "field" && /^institution(?:\.name)?$/.test(match.target.field.path),
        );
      const rows = await open(!brings);
      const { institution, ...rest } = base;
      const shared = withoutNothing({ ...rest, ...(brings ? {} : { institution }) });
      const check = await rowCheck(library, shared as Partial<RenderRequest>);
      const problems: RowProblem[] = [];
      let total = 0;
      let good = 0;
      for await (const row of rows.rows) {
        total++;
        const diagnostics = await checkedDiagnostics(row, check);
        if (!hasErrors(diagnostics)) good++;
        for (const finding of diagnostics) {
          if (problems.length >= MOST_PROBLEMS) break;
          const { header = null, path = null } = finding.where;
          problems.push({ row: row.number, header, path: path ?? missingPath(finding), finding });
        }
      }
      const columns = rows
        .columns()
        .map(({ column, match }) => [column.header, match.kind === "field" ? match.target.field.path : null]);
      const notes = rows.findings().flatMap((each) => {
        if (each.code === "rows.same-field") return `${each.message.vi} Chọn “Không dùng” cho cột kia.`;
        return each.code === "rows.group-gaps" ? sentence(each) : [];
      });
      const told = withoutFiles(shared, draft.institution, sources.uploadedFile);
      return { columns: Object.fromEntries(columns), notes, problems, good, total, ...told };
    });
  });
}

/** “Thiếu “Tỉnh (institution.province)””: the field that a sentence names. */
const missingPath = ({ code, message }: Diagnostic): string | null =>
  code === "rows.missing-value" ? (/\(([\w.]+)\)/.exec(message.vi)?.[1] ?? null) : null;

/** Names of the fields that a column may fill, for a form's own. */
export const columnName = (path: string): string => columnNameOf({ path });

const sentence = ({ message, hint }: Diagnostic): string => `${message.vi} ${hint.vi}`;

const textOf = (value: CellValue): string =>
  value === null ? "" : typeof value === "object" ? JSON.stringify(value) : String(value);

/** The ending tells what the file is; the rest of its name is of no use here. */
const safeName = (name: string): string =>
  `rows${/\.(?:csv|xlsx|json|ndjson|txt|tsv)$/i.exec(name)?.[0].toLowerCase() ?? ".csv"}`;

const withoutNothing = (request: object): Record<string, unknown> =>
  Object.fromEntries(Object.entries(request).filter(([, value]) => value !== null && value !== undefined));

interface Parts {
  readonly file: { readonly name: string; readonly bytes: Buffer };
  readonly fields: ReadonlyMap<string, string>;
}

async function partsOf(request: FastifyRequest): Promise<Parts> {
  const fields = new Map<string, string>();
  let file: Parts["file"] | null = null;
  const limits = { fileSize: LIMITS.wholeFile, fieldSize: LARGEST_DRAFT, files: 1, fields: 4 };
  for await (const part of request.parts({ limits })) {
    if (part.type === "file") file = { name: part.filename, bytes: await bytesOf(part, LIMITS.wholeFile) };
    else if (part.valueTruncated) refuseLarger(LARGEST_DRAFT);
    else if (typeof part.value === "string") fields.set(part.fieldname, part.value);
  }
  if (!file || file.bytes.length === 0)
    throw new AnphamError([diagnose("rows.empty", { file: file?.name ?? "–" })]);
  return { file, fields };
}

/** Readers take files; this one is gone when they are done. */
async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = join(tmpdir(), `anpham-rows-${randomUUID()}`);
  await mkdir(folder, { mode: 0o700 });
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
