/** A row of a spreadsheet in place of an institution of the brand folder. */

import { useState } from "preact/hooks";
import type { LoadedTable } from "../shared/wire.ts";
import { askRows } from "./api.ts";
import { change, choice } from "./state.ts";
import { say, t } from "./words.ts";

export function RowsPicker() {
  const [loaded, setLoaded] = useState<LoadedTable | null>(null);
  const { row } = choice.value;
  const load = async (file: File | undefined) => {
    if (!file) return;
    const table = await askRows(file);
    setLoaded(table);
    const [first] = table.rows;
    if (first) change({ row: { table: table.table, number: first.number } });
  };
  return (
    <div class="pick">
      <span>
        {t("Hàng của bảng tính", "Row of a spreadsheet")}
        {row && (
          <button type="button" class="undo" onClick={() => change({ row: null })}>
            {t("bỏ", "none")}
          </button>
        )}
      </span>
      <label class="file">
        {loaded ? t("Nạp bảng khác…", "Load another…") : t("Nạp CSV, XLSX, JSON…", "Load CSV, XLSX, JSON…")}
        <input
          type="file"
          accept=".csv,.tsv,.txt,.xlsx,.json,.ndjson"
          onChange={(event) => void load(event.currentTarget.files?.[0])}
        />
      </label>
      {loaded && loaded.rows.length > 0 && (
        <select
          aria-label={t("Hàng", "Row")}
          value={row?.table === loaded.table ? row.number : ""}
          onChange={(event) =>
            change({ row: { table: loaded.table, number: Number(event.currentTarget.value) } })
          }
        >
          {loaded.rows.map(({ number, title, faults }) => (
            <option key={number} value={number}>
              {number}. {title}
              {faults > 0 ? " ⚠" : ""}
            </option>
          ))}
        </select>
      )}
      {loaded?.findings.slice(0, 4).map(({ message }) => (
        <p class="about" key={message.en}>
          {say(message)}
        </p>
      ))}
    </div>
  );
}
