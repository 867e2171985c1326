/** A piece's newest picture at a small size, cut to its trim. */

import { type PieceDraft, pieceKey } from "../../model/draft.ts";
import { pieceQuery } from "../../model/draft-link.ts";
import { useStore } from "./editor.tsx";

interface ThumbProps {
  readonly piece: PieceDraft;
  /** The longer side, px. */
  readonly side: number;
  /** The other bound, px; as `side` when absent. */
  readonly height?: number;
}

export function Thumb({ piece, side, height = side }: ThumbProps) {
  const store = useStore();
  const format = store.formatOf(piece);
  const view = store.views.value[pieceKey(piece)];
  const scale = Math.min(side / format.width, height / format.height);
  const picture = view?.pictures[0];
  const at = (mm: number) => `${mm * scale}px`;
  const bleed = view?.bleed ?? 0;
  return (
    <span
      class={`thumb ${format.shape}`}
      style={{ width: at(format.width), height: at(format.height) }}
      data-fresh={view?.isFresh ?? false}
    >
      {picture ? (
        <img
          src={picture}
          alt=""
          style={{
            left: at(-bleed),
            top: at(-bleed),
            width: at(format.width + 2 * bleed),
            height: at(format.height + 2 * bleed),
          }}
        />
      ) : (
        <img
          src={`/form/picture?${pieceQuery(store.draft.value, piece)}&width=${side > 100 ? 480 : 120}`}
          alt=""
          loading="lazy"
          style={{ width: at(format.width), height: at(format.height) }}
        />
      )}
    </span>
  );
}
