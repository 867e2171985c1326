/** Table in, columns understood, rows mended, pieces out. */

import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { draftToQuery } from "../../model/draft-link.ts";
import type { RowsPage } from "../../model/page.ts";
import {
  type CheckedTable,
  filledRows,
  type Grid,
  type ReadTable,
  tellApart,
  toCsv,
} from "../../model/rows.ts";
import { AwayError, RefusedError, send, sendParts } from "../editor/api.ts";
import { ErrorNote } from "../ui/error-note.tsx";
import { Icon } from "../ui/icon.tsx";
import { Columns } from "./columns.tsx";
import { ForAll } from "./for-all.tsx";
import { GridView } from "./grid-view.tsx";
import { forgetGrid, lastGrid, saveGrid } from "./kept-grid.ts";
import { forgetJob } from "./kept-job.ts";
import { RunView } from "./run-view.tsx";

export interface Table extends Grid {
  readonly name: string;
  /** Rows of the file. */
  readonly total: number;
  readonly map: Readonly<Record<string, string | null>>;
}

export function RowsSteps({ page }: { readonly page: RowsPage }) {
  const { draft, choices } = page;
  const table = useSignal<Table | null>(null);
  const checked = useSignal<CheckedTable | null>(null);
  const isBusy = useSignal(false);
  const trouble = useSignal<string | null>(null);
  const notes = useSignal<readonly string[]>([]);
  const newest = useRef(0);

  useEffect(() => {
    const kept = lastGrid();
    if (kept) void take(kept);
  }, []);

  const fail = (thrown: unknown) => {
    if (thrown instanceof RefusedError) trouble.value = thrown.told;
    else if (thrown instanceof AwayError)
      trouble.value = "Máy chủ chưa trả lời. Bảng vẫn được giữ trên máy này; hãy thử lại.";
    else throw thrown;
  };

  const check = async (now: Table) => {
    const number = ++newest.current;
    isBusy.value = true;
    try {
      const reply = await sendParts<CheckedTable>("/form/rows/check", {
        draft: draftToQuery(draft).toString(),
        map: JSON.stringify(now.map),
        file: new File([toCsv(now)], "rows.csv", { type: "text/csv" }),
      });
      if (number !== newest.current) return;
      const places = filledRows(now);
      const problems = reply.problems.map((each) => ({ ...each, row: places[each.row - 1]! + 1 }));
      checked.value = { ...reply, problems };
      trouble.value = null;
    } catch (thrown) {
      if (number === newest.current) fail(thrown);
    }
    if (number === newest.current) isBusy.value = false;
  };

  const take = async (now: Table) => {
    table.value = now;
    saveGrid(now);
    await check(now);
  };

  const read = async (file: File | undefined) => {
    if (!file) return;
    isBusy.value = true;
    trouble.value = null;
    try {
      const { headers, rows, total, notes: told } = await send<ReadTable>("/form/rows/read", file, file.name);
      notes.value = told;
      checked.value = null;
      await take({ name: file.name, headers, rows, total, map: {} });
    } catch (thrown) {
      fail(thrown);
    }
    isBusy.value = false;
  };

  const now = table.value;
  return (
    <>
      <section class="rows-step">
        <h2>
          <span class="number">1</span>Chọn bảng
        </h2>
        {now === null ? (
          <DropZone onFile={read} isBusy={isBusy.value} names={choices.map(({ name }) => name)} />
        ) : (
          <p class="rows-file">
            <Icon name="table" />
            <span>
              <strong>{now.name}</strong>: {now.rows.length}
              {now.total > now.rows.length ? ` dòng đầu trong ${now.total}` : " dòng"}, {now.headers.length}{" "}
              cột
            </span>
            <button
              class="button small"
              type="button"
              onClick={() => {
                table.value = null;
                checked.value = null;
                trouble.value = null;
                notes.value = [];
                forgetGrid();
                forgetJob();
              }}
            >
              Chọn bảng khác
            </button>
          </p>
        )}
        <div role="status">
          {trouble.value !== null && <ErrorNote>{trouble.value}</ErrorNote>}
          {notes.value.map((text) => (
            <p class="note" key={text}>
              <Icon name="info" />
              <span>{text}</span>
            </p>
          ))}
        </div>
      </section>
      {now && checked.value && (
        <>
          <section class="rows-step">
            <h2>
              <span class="number">2</span>Mỗi cột là gì
            </h2>
            <Columns
              table={now}
              checked={checked.value}
              choices={choices}
              onChange={(header, path) => void take({ ...now, map: { ...now.map, [header]: path } })}
            />
            <div role="status">
              {checked.value.notes.map((text) => (
                <p class="note warning" key={text}>
                  <Icon name="triangle-alert" />
                  <span>{text}</span>
                </p>
              ))}
            </div>
          </section>
          <section class="rows-step">
            <h2>
              <span class="number">3</span>Xem và sửa từng dòng
            </h2>
            <ForAll
              checked={checked.value}
              choices={choices}
              onFill={(path, name, text) => {
                const headers = tellApart([...now.headers, name]);
                void take({
                  ...now,
                  headers,
                  rows: now.rows.map((cells) => [...cells, text]),
                  map: { ...now.map, [headers.at(-1)!]: path },
                });
              }}
            />
            <GridView
              table={now}
              checked={checked.value}
              isBusy={isBusy.value}
              onChange={(row, column, text) =>
                void take({
                  ...now,
                  rows: now.rows.map((cells, at) =>
                    at === row ? cells.map((cell, place) => (place === column ? text : cell)) : cells,
                  ),
                })
              }
            />
          </section>
          <section class="rows-step">
            <h2>
              <span class="number">4</span>Làm tất cả
            </h2>
            <RunView page={page} table={now} checked={checked.value} />
          </section>
        </>
      )}
    </>
  );
}

interface DropProps {
  readonly onFile: (file: File | undefined) => Promise<void>;
  readonly isBusy: boolean;
  readonly names: readonly string[];
}

function DropZone({ onFile, isBusy, names }: DropProps) {
  const isOver = useSignal(false);
  const sample = `data:text/csv;charset=utf-8,%EF%BB%BF${encodeURIComponent(`${names.slice(1, 9).join(",")}\r\n`)}`;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping a file is one more way; the button is the first
    <div
      class={`drop${isOver.value ? " dropping" : ""}`}
      onDragOver={(event) => {
        event.preventDefault();
        isOver.value = true;
      }}
      onDragLeave={() => (isOver.value = false)}
      onDrop={(event) => {
        event.preventDefault();
        isOver.value = false;
        void onFile(event.dataTransfer?.files[0]);
      }}
    >
      <p>
        Mỗi dòng là một trường hoặc một người. Dòng đầu là tên cột, ví dụ “{names.slice(1, 4).join("”, “")}”.
      </p>
      <label class="button deep">
        <Icon name="upload" />
        {isBusy ? "Đang đọc…" : "Chọn tệp Excel hoặc CSV"}
        <input
          class="unseen"
          type="file"
          accept=".csv,.xlsx,.json,.ndjson,.txt"
          onChange={(event) => {
            void onFile(event.currentTarget.files?.[0]);
            // The same file, once it is mended, is another choice.
            event.currentTarget.value = "";
          }}
        />
      </label>
      <p class="hint">
        Kéo thả tệp vào đây cũng được.{" "}
        <a href={sample} download="mau-bang.csv">
          Tải bảng mẫu
        </a>{" "}
        có sẵn tên cột.
      </p>
    </div>
  );
}
