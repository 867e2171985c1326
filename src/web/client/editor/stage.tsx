/** The piece, as large as there is room, and what one may do to look at it. */

import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { pieceKey } from "../../model/draft.ts";
import { Icon } from "../ui/icon.tsx";
import { useStore } from "./editor.tsx";
import { FoldView } from "./fold-view.tsx";
import { OtherPage } from "./other-page.tsx";
import { PageView } from "./page-view.tsx";
import { PiecesStrip } from "./pieces-strip.tsx";
import { RealView } from "./real-view.tsx";
import { SetView } from "./set-view.tsx";
import { opening, pageName, turned } from "./spreads.ts";
import { Verdict } from "./verdict.tsx";

/** Steps of the magnifier; 1 is the true size on a screen of 96 ppi. */
const ZOOMS = [0.05, 0.1, 0.15, 0.25, 0.35, 0.5, 0.75, 1, 1.5, 2, 3, 4] as const;
const CSS_PX_PER_MM = 96 / 25.4;
/** Free edge round the piece, px. */
const EDGE = 28;

export function Stage() {
  const store = useStore();
  const { format, view, page, piece, draft } = store;
  const room = useSignal<{ readonly width: number; readonly height: number } | null>(null);
  const zoom = useSignal<number | null>(null);
  const isCut = useSignal(false);
  const isSafe = useSignal(false);
  const special = useSignal<"real" | "fold" | null>(null);
  const isSet = useSignal(false);
  const viewport = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!viewport.current) return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry) room.value = { width: entry.contentRect.width, height: entry.contentRect.height };
    });
    observer.observe(viewport.current);
    return () => observer.disconnect();
  }, []);
  const { pageCount, bleed } = view.value;
  const pages = opening(format.value, pageCount, Math.min(page.value, pageCount - 1));
  const shownBleed = isCut.value ? bleed : 0;
  const across = (format.value.width + 2 * shownBleed) * pages.length;
  const down = format.value.height + 2 * shownBleed;
  const fitting = room.value
    ? Math.max(0.001, Math.min((room.value.width - 2 * EDGE) / across, (room.value.height - 2 * EDGE) / down))
    : null;
  const scale = zoom.value === null ? fitting : zoom.value * CSS_PX_PER_MM;
  const shown = scale === null ? null : scale / CSS_PX_PER_MM;
  const magnify = (by: 1 | -1) => {
    const now = shown ?? 1;
    const next =
      by === 1 ? ZOOMS.find((each) => each > now * 1.01) : ZOOMS.findLast((each) => each < now * 0.99);
    if (next !== undefined) zoom.value = next;
  };
  const turn = (by: 1 | -1) => {
    const next = turned(format.value, pageCount, page.value, by);
    if (next !== null) page.value = next;
  };
  return (
    <section class="stage" aria-label="Ấn phẩm">
      <div class="stage-tools">
        <Verdict />
        {pageCount > 1 && (
          <div class="tool-group">
            <button
              class="button quiet square small live-only"
              type="button"
              disabled={turned(format.value, pageCount, page.value, -1) === null}
              onClick={() => turn(-1)}
            >
              <Icon name="chevron-left" />
              <span class="unseen">Trang trước</span>
            </button>
            <span class="page-name" aria-live="polite">
              {pageName(format.value, pageCount, page.value)}
            </span>
            <button
              class="button quiet square small live-only"
              type="button"
              disabled={turned(format.value, pageCount, page.value, 1) === null}
              onClick={() => turn(1)}
            >
              <Icon name="chevron-right" />
              <span class="unseen">Trang sau</span>
            </button>
          </div>
        )}
        <div class="tool-group zoom live-only">
          <button class="button quiet square small" type="button" onClick={() => magnify(-1)}>
            <Icon name="zoom-out" />
            <span class="unseen">Thu nhỏ</span>
          </button>
          <button
            class="button quiet small"
            type="button"
            onClick={() => (zoom.value = null)}
            title="Vừa khung"
          >
            {shown === null ? "" : `${Math.round(shown * 100)} %`}
            <span class="unseen">: vừa khung</span>
          </button>
          <button class="button quiet square small" type="button" onClick={() => magnify(1)}>
            <Icon name="zoom-in" />
            <span class="unseen">Phóng to</span>
          </button>
        </div>
        <div class="tool-group live-only">
          {format.value.medium === "print" && (
            <button
              class="button quiet small"
              type="button"
              aria-pressed={isCut.value}
              onClick={() => (isCut.value = !isCut.value)}
            >
              <Icon name="crop" />
              <span>Đường cắt</span>
            </button>
          )}
          <button
            class="button quiet small"
            type="button"
            aria-pressed={isSafe.value}
            onClick={() => (isSafe.value = !isSafe.value)}
          >
            <Icon name="scan" />
            <span>Vùng an toàn</span>
          </button>
          {format.value.folds.length > 0 && (
            <button class="button quiet small" type="button" onClick={() => (special.value = "fold")}>
              <Icon name="book-open" />
              <span>Gấp thử</span>
            </button>
          )}
          <button class="button quiet small" type="button" onClick={() => (special.value = "real")}>
            <Icon name="eye" />
            <span>Nhìn thật</span>
          </button>
        </div>
      </div>
      <div class="viewport" ref={viewport}>
        {isSet.value && draft.value.pieces.length > 1 ? (
          <SetView onChoose={() => (isSet.value = false)} />
        ) : (
          <div class={`canvas${zoom.value === null ? "" : " zoomed"}`} key={pieceKey(piece.value)}>
            <div class="sheets" data-fresh={view.value.isFresh}>
              {Array.from({ length: pageCount }, (_, each) =>
                pages.includes(each) ? (
                  <PageView key={each} page={each} scale={scale} isCut={isCut.value} isSafe={isSafe.value} />
                ) : (
                  <OtherPage key={each} page={each} />
                ),
              )}
            </div>
          </div>
        )}
      </div>
      <PiecesStrip isSet={isSet} />
      {special.value === "real" && <RealView onClose={() => (special.value = null)} />}
      {special.value === "fold" && <FoldView onClose={() => (special.value = null)} />}
    </section>
  );
}
