/** Dragging the rows of a list by their grips. */

import { combine } from "@atlaskit/pragmatic-drag-and-drop/combine";
import { draggable, dropTargetForElements } from "@atlaskit/pragmatic-drag-and-drop/element/adapter";

/** @param onMove from one place of the list to another */
export function dragRows(list: HTMLElement, onMove: (from: number, to: number) => void): () => void {
  const rows = [...list.children].filter((row): row is HTMLElement => row instanceof HTMLElement);
  return combine(
    ...rows.map((row, index) =>
      combine(
        draggable({
          element: row,
          dragHandle: row.querySelector<HTMLElement>(".grip") ?? row,
          getInitialData: () => ({ list, index }),
          onDragStart: () => row.classList.add("dragged"),
          onDrop: () => row.classList.remove("dragged"),
        }),
        dropTargetForElements({
          element: row,
          canDrop: ({ source }) => source.data.list === list,
          onDragEnter: () => row.classList.add("target"),
          onDragLeave: () => row.classList.remove("target"),
          onDrop: ({ source }) => {
            row.classList.remove("target");
            onMove(Number(source.data.index), index);
          },
        }),
      ),
    ),
  );
}
