/** A folded piece as it lies in the hand: its panels turn about their folds. */

import { useSignal } from "@preact/signals";
import { draftToQuery } from "../../model/draft-link.ts";
import { Dialog } from "../ui/dialog.tsx";
import { useStore } from "./editor.tsx";

const WIDEST = 620;

export function FoldView({ onClose }: { readonly onClose: () => void }) {
  const store = useStore();
  const { format, view, page, draft } = store;
  const turn = useSignal(35);
  const { width, height, folds } = format.value;
  const { bleed, pictures } = view.value;
  const scale = WIDEST / width;
  const isBack = page.value % 2 === 1;
  const cuts = folds
    .filter(({ axis }) => axis === "vertical")
    .map(({ at }) => (isBack ? width - at : at))
    .sort((a, b) => a - b);
  const edges = [0, ...cuts, width];
  const picture =
    pictures[page.value] ?? `/form/picture?${draftToQuery(draft.value)}&page=${page.value}&width=1200`;
  const inset = pictures[page.value] ? bleed : 0;
  const panels = edges.slice(0, -1).map((from, index) => ({ from, to: edges[index + 1]! }));
  // Every panel hangs on the one before it, so that its edge stays on the fold.
  const nested = (index: number) => {
    const panel = panels[index];
    if (!panel) return null;
    const angle = index === 0 ? turn.value / 2 : index % 2 === 1 ? -turn.value : turn.value;
    return (
      <div
        class="fold-hinge"
        style={{
          left: index === 0 ? "0" : `${(panel.from - panels[index - 1]!.from) * scale}px`,
          transform: `rotateY(${angle}deg)`,
        }}
      >
        <div
          class="fold-panel"
          style={{ width: `${(panel.to - panel.from) * scale}px`, height: `${height * scale}px` }}
        >
          <img
            src={picture}
            alt=""
            style={{
              left: `${(-inset - panel.from) * scale}px`,
              top: `${-inset * scale}px`,
              width: `${(width + 2 * inset) * scale}px`,
              height: `${(height + 2 * inset) * scale}px`,
            }}
          />
          <span class="fold-shade" style={{ opacity: (turn.value / 90) * (index % 2 === 0 ? 0.1 : 0.35) }} />
        </div>
        {nested(index + 1)}
      </div>
    );
  };
  return (
    <Dialog title={`Gấp thử: ${isBack ? "mặt trong" : "mặt ngoài"}`} onClose={onClose} isWide>
      <div class="fold-scene" style={{ "--fold-width": `${WIDEST}px`, height: `${height * scale + 40}px` }}>
        <div class="fold-piece" style={{ width: `${WIDEST}px` }}>
          {nested(0)}
        </div>
      </div>
      <label class="range">
        <span>Độ gấp</span>
        <input
          type="range"
          min={0}
          max={88}
          value={turn.value}
          onInput={(event) => (turn.value = Number(event.currentTarget.value))}
        />
      </label>
      <div class="dialog-actions">
        <button class="button" type="button" onClick={() => (page.value = isBack ? 0 : 1)}>
          Xem {isBack ? "mặt ngoài" : "mặt trong"}
        </button>
      </div>
    </Dialog>
  );
}
