/** In a set: whether a change is for all pieces or only for the one that is looked at. */

import { useStore } from "./editor.tsx";

export function ScopeSwitch() {
  const { draft, scope, format } = useStore();
  if (draft.value.pieces.length < 2) return null;
  return (
    <fieldset class="scope live-only">
      <legend class="unseen">Sửa cho</legend>
      <label>
        <input
          type="radio"
          name="scope"
          checked={scope.value === "set"}
          onChange={() => (scope.value = "set")}
        />
        <span>Sửa cho cả bộ</span>
      </label>
      <label>
        <input
          type="radio"
          name="scope"
          checked={scope.value === "piece"}
          onChange={() => (scope.value = "piece")}
        />
        <span>
          Chỉ ấn phẩm này<span class="unseen">: {format.value.name}</span>
        </span>
      </label>
    </fieldset>
  );
}
