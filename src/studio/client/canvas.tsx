/** The piece, as large as wanted, its pages one under the other or side by side. */

import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Size } from "../../base/geometry.ts";
import { ground, overlays, pointed, zoom } from "./look.ts";
import { PageView } from "./page-view.tsx";
import { fatal, page, shownPage, view } from "./state.ts";
import { t } from "./words.ts";

/** Around the piece, px. */
const AROUND = 56;
/** Between pages, px. */
const GAP = 24;
/** Pages shown at once; a longer piece is leafed through. */
const TOGETHER = 4;

export function Canvas() {
  const frame = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState({ width: 800, height: 600 });
  useLayoutEffect(() => {
    const element = frame.current;
    if (!element) return;
    const measure = () => setRoom({ width: element.clientWidth, height: element.clientHeight });
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const laid = view.value;
  const many = laid ? laid.pages.length > TOGETHER : false;
  const numbers = laid ? (many ? [shownPage.value] : laid.pages.map((_, i) => i)) : [];
  const target = pointed.value?.page;
  useEffect(() => {
    if (target !== undefined && many) page.value = target;
  }, [target, many]);

  const boxes = numbers.map((i) => {
    const { trim, bleedBox } = laid!.pages[i]!;
    return overlays.value.has("bleed") ? bleedBox : trim;
  });
  const { fit, isColumn } = fitted(boxes, {
    width: room.width - AROUND * 2,
    height: room.height - AROUND * 2,
  });
  const scale = zoom.value === "fit" ? Math.max(fit, 0.005) : zoom.value;
  useWheelZoom(frame, scale);

  return (
    <div class={`canvas ground-${ground.value}`} ref={frame} data-fatal={fatal.value.length > 0}>
      <div class={isColumn ? "sheets column" : "sheets"}>
        {laid && numbers.map((i) => <PageView key={i} view={laid} number={i} scale={scale} />)}
      </div>
      {laid && many && (
        <div class="leaf" role="group" aria-label={t("Trang", "Pages")}>
          <button
            type="button"
            disabled={shownPage.value === 0}
            aria-label={t("Trang trước", "Previous page")}
            onClick={() => {
              page.value = shownPage.value - 1;
            }}
          >
            ‹
          </button>
          <output>
            {shownPage.value + 1} / {laid.pages.length}
          </output>
          <button
            type="button"
            disabled={shownPage.value === laid.pages.length - 1}
            aria-label={t("Trang sau", "Next page")}
            onClick={() => {
              page.value = shownPage.value + 1;
            }}
          >
            ›
          </button>
        </div>
      )}
    </div>
  );
}

/** Side by side or one under the other, whichever shows the pages larger. */
function fitted(boxes: readonly Size[], room: Size): { readonly fit: number; readonly isColumn: boolean } {
  const sum = (of: (box: Size) => number) => boxes.reduce((total, box) => total + of(box), 0);
  const most = (of: (box: Size) => number) => Math.max(1, ...boxes.map(of));
  const gaps = GAP * Math.max(0, boxes.length - 1);
  const width = ({ width: w }: Size) => w;
  const height = ({ height: h }: Size) => h;
  const row = Math.min((room.width - gaps) / Math.max(1, sum(width)), room.height / most(height));
  const column = Math.min(room.width / most(width), (room.height - gaps) / Math.max(1, sum(height)));
  return { fit: Math.max(row, column), isColumn: column > row };
}

/** Ctrl and the wheel zoom, with what is under the pointer staying there. */
function useWheelZoom(frame: { readonly current: HTMLDivElement | null }, scale: number): void {
  const now = useRef(scale);
  now.current = scale;
  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      const factor = Math.exp(-event.deltaY / 300);
      const { left, top } = element.getBoundingClientRect();
      const [x, y] = [event.clientX - left, event.clientY - top];
      zoom.value = Math.min(200, Math.max(0.005, now.current * factor));
      element.scrollLeft = (element.scrollLeft + x) * factor - x;
      element.scrollTop = (element.scrollTop + y) * factor - y;
    };
    element.addEventListener("wheel", onWheel, { passive: false });
    return () => element.removeEventListener("wheel", onWheel);
  }, [frame]);
}
