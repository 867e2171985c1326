/** Which field every column fills: found by its name, changed by a choice. */

import type { CheckedTable, ColumnChoice } from "../../model/rows.ts";
import { Icon } from "../ui/icon.tsx";
import type { Table } from "./steps.tsx";

interface ColumnsProps {
  readonly table: Table;
  readonly checked: CheckedTable;
  readonly choices: readonly ColumnChoice[];
  readonly onChange: (header: string, path: string | null) => void;
}

export function Columns({ table, checked, choices, onChange }: ColumnsProps) {
  return (
    <ul class="columns">
      {table.headers.map((header, index) => {
        // What was chosen shows before the server has checked it.
        const path = header in table.map ? table.map[header]! : (checked.columns[header] ?? null);
        const example = table.rows.find((cells) => cells[index])?.[index] ?? "";
        const known = choices.some((each) => each.path === path);
        return (
          <li key={header} class={path === null ? "unused" : undefined}>
            <span class="column-name">
              <strong>{header}</strong>
              <small>{example === "" ? "(trống)" : `ví dụ: ${example.slice(0, 60)}`}</small>
            </span>
            <Icon name="arrow-right" />
            <label>
              <span class="unseen">Cột {header} là</span>
              <select
                class="input"
                value={path ?? ""}
                onChange={(event) => onChange(header, event.currentTarget.value || null)}
              >
                <option value="">Không dùng</option>
                {!known && path !== null && <option value={path}>{path}</option>}
                {choices.map((each) => (
                  <option value={each.path} key={each.path} selected={each.path === path}>
                    {each.name}
                  </option>
                ))}
              </select>
            </label>
          </li>
        );
      })}
    </ul>
  );
}
