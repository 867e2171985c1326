/** What every row lacks is typed once: it becomes a column. */

import { useSignal } from "@preact/signals";
import type { CheckedTable, ColumnChoice } from "../../model/rows.ts";
import { Icon } from "../ui/icon.tsx";

interface ForAllProps {
  readonly checked: CheckedTable;
  readonly choices: readonly ColumnChoice[];
  readonly onFill: (path: string, name: string, text: string) => void;
}

/** Of the rows: fewer lack it by mistake. */
const MOST = 0.5;

export function ForAll({ checked, choices, onFill }: ForAllProps) {
  const counts = new Map<string, number>();
  for (const { path, finding } of checked.problems) {
    if (path !== null && finding.code === "rows.missing-value") counts.set(path, (counts.get(path) ?? 0) + 1);
  }
  const lacking = [...counts].filter(([, count]) => count >= checked.total * MOST);
  return (
    <>
      {lacking.map(([path]) => (
        <Fill
          key={path}
          path={path}
          name={choices.find((each) => each.path === path)?.name ?? path}
          onFill={onFill}
        />
      ))}
    </>
  );
}

interface FillProps extends Pick<ForAllProps, "onFill"> {
  readonly path: string;
  readonly name: string;
}

function Fill({ path, name, onFill }: FillProps) {
  const text = useSignal("");
  return (
    <form
      class="for-all"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.value.trim() !== "") onFill(path, name, text.value.trim());
      }}
    >
      <label>
        <span>
          Bảng chưa có <strong>{name}</strong>. Nếu dòng nào cũng như nhau, điền một lần:
        </span>
        <input
          class="input"
          value={text.value}
          onInput={(event) => (text.value = event.currentTarget.value)}
        />
      </label>
      <button class="button" type="submit">
        <Icon name="plus" />
        Điền cho mọi dòng
      </button>
    </form>
  );
}
