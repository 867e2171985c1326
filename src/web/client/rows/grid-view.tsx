/** The rows, page by page, each cell to be mended where it stands. */

import { useSignal } from "@preact/signals";
import {
  constructTable,
  createColumnHelper,
  createPaginatedRowModel,
  createSortedRowModel,
  rowPaginationFeature,
  rowSortingFeature,
  sortFn_alphanumeric,
  tableFeatures,
} from "@tanstack/table-core";
import { storeReactivityBindings } from "@tanstack/table-core/store-reactivity-bindings";
import { useMemo, useRef } from "preact/hooks";
import type { CheckedTable, RowProblem } from "../../model/rows.ts";
import { plainFinding } from "../editor/plain-words.ts";
import { Icon } from "../ui/icon.tsx";
import type { Table } from "./steps.tsx";

interface GridProps {
  readonly table: Table;
  readonly checked: CheckedTable;
  readonly isBusy: boolean;
  readonly onChange: (row: number, column: number, text: string) => void;
}

interface Line {
  /** From 0, in the table as it was read. */
  readonly index: number;
  readonly cells: readonly string[];
  readonly problems: readonly RowProblem[];
}

const PAGE = 20;
const features = tableFeatures({
  coreReactivityFeature: storeReactivityBindings(),
  rowPaginationFeature,
  paginatedRowModel: createPaginatedRowModel(),
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
  sortFns: { alphanumeric: sortFn_alphanumeric },
});
const helper = createColumnHelper<typeof features, Line>();

export function GridView({ table, checked, isBusy, onChange }: GridProps) {
  const page = useSignal(0);
  const isOnlyBad = useSignal(false);
  const sort = useSignal<{ readonly id: string; readonly desc: boolean } | null>(null);
  const lines = useMemo(() => {
    const byRow = new Map<number, RowProblem[]>();
    for (const problem of checked.problems)
      byRow.set(problem.row, [...(byRow.get(problem.row) ?? []), problem]);
    return table.rows.map((cells, index): Line => ({ index, cells, problems: byRow.get(index + 1) ?? [] }));
  }, [table.rows, checked.problems]);
  /** A row that was mended stays until the choice is made anew: the cursor is still in it. */
  const listed = useRef(new Set<number>());
  const shown = useMemo(() => {
    if (!isOnlyBad.value) return lines;
    for (const { index, problems } of lines) if (problems.some(isSerious)) listed.current.add(index);
    return lines.filter(({ index }) => listed.current.has(index));
  }, [lines, isOnlyBad.value]);
  const columns = useMemo(
    () =>
      helper.columns(
        table.headers.map((header, at) =>
          helper.accessor(({ cells }) => cells[at] ?? "", { id: `c${at}`, header, sortFn: "alphanumeric" }),
        ),
      ),
    [table.headers],
  );
  const pages = Math.max(1, Math.ceil(shown.length / PAGE));
  const at = Math.min(page.value, pages - 1);
  const model = useMemo(
    () =>
      constructTable({
        features,
        columns,
        data: shown,
        getRowId: ({ index }) => String(index),
        initialState: {
          pagination: { pageIndex: at, pageSize: PAGE },
          sorting: sort.value ? [sort.value] : [],
        },
      }),
    [columns, shown, at, sort.value],
  );
  const bad = checked.total - checked.good;
  return (
    <>
      <div class="grid-tools">
        <p role="status" class={`verdict ${bad > 0 ? "bad" : "good"}`}>
          <Icon name={bad > 0 ? "circle-alert" : "circle-check"} />
          {isBusy
            ? "Đang kiểm tra…"
            : bad > 0
              ? `${bad} trên ${checked.total} dòng cần sửa`
              : `${checked.total} dòng đều dùng được`}
        </p>
        <label class="check">
          <input
            type="checkbox"
            checked={isOnlyBad.value}
            onChange={(event) => {
              listed.current.clear();
              isOnlyBad.value = event.currentTarget.checked;
              page.value = 0;
            }}
          />
          Chỉ dòng có vấn đề
        </label>
      </div>
      {shown.length === 0 && <p class="hint">Không dòng nào có vấn đề.</p>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by key */}
      <section class="grid-scroll" tabIndex={0} aria-label="Bảng các dòng">
        <table class="grid">
          <thead>
            <tr>
              <th scope="col">Dòng</th>
              {table.headers.map((header, index) => {
                const id = `c${index}`;
                const order =
                  sort.value?.id === id ? (sort.value.desc ? "descending" : "ascending") : undefined;
                return (
                  <th scope="col" key={header} aria-sort={order}>
                    <button
                      type="button"
                      onClick={() =>
                        (sort.value =
                          order === "ascending" ? { id, desc: true } : order ? null : { id, desc: false })
                      }
                    >
                      {header}
                      {order && <Icon name={order === "ascending" ? "chevron-up" : "chevron-down"} />}
                    </button>
                  </th>
                );
              })}
            </tr>
          </thead>
          <tbody>
            {model.getRowModel().rows.map(({ original: { index, cells, problems } }) => (
              <GridRow
                key={index}
                index={index}
                cells={cells}
                problems={problems}
                headers={table.headers}
                onChange={onChange}
              />
            ))}
          </tbody>
        </table>
      </section>
      {pages > 1 && (
        <nav class="pager" aria-label="Các trang của bảng">
          <button
            class="button small"
            type="button"
            disabled={at === 0}
            onClick={() => (page.value = at - 1)}
          >
            <Icon name="chevron-left" />
            Trước
          </button>
          <span>
            Trang {at + 1} / {pages}
          </span>
          <button
            class="button small"
            type="button"
            disabled={at >= pages - 1}
            onClick={() => (page.value = at + 1)}
          >
            Sau
            <Icon name="chevron-right" />
          </button>
        </nav>
      )}
    </>
  );
}

const isSerious = ({ finding }: RowProblem): boolean => finding.severity !== "note";

interface GridRowProps extends Line {
  readonly headers: readonly string[];
  readonly onChange: GridProps["onChange"];
}

function GridRow({ index, cells, problems, headers, onChange }: GridRowProps) {
  const serious = problems.filter(isSerious);
  return (
    <>
      <tr class={serious.some(({ finding }) => finding.severity === "error") ? "bad" : undefined}>
        <th scope="row">{index + 1}</th>
        {headers.map((header, column) => {
          const own = serious.filter((problem) => problem.header === header);
          const isBad = own.some(({ finding }) => finding.severity === "error");
          return (
            <td key={header} class={isBad ? "bad" : own.length > 0 ? "warn" : undefined}>
              <input
                value={cells[column] ?? ""}
                aria-label={`${header}, dòng ${index + 1}`}
                aria-invalid={isBad ? "true" : undefined}
                onChange={(event) => onChange(index, column, event.currentTarget.value)}
              />
            </td>
          );
        })}
      </tr>
      {serious.length > 0 && (
        <tr class="told">
          <td />
          <td colSpan={headers.length}>
            {serious.map(({ header, finding }) => {
              const { text } = plainFinding(finding);
              return (
                <p key={`${header} ${text}`} class={finding.severity}>
                  {header !== null && <strong>{header}: </strong>}
                  {text}
                </p>
              );
            })}
          </td>
        </tr>
      )}
    </>
  );
}
