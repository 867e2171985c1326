/** Lines, boxes and figures over a page, in its own millimetres; and what the pointer points at. */

import { useEffect, useState } from "preact/hooks";
import type { Rect } from "../../base/geometry.ts";
import type { ElementPart, PageParts, StageFrame, StagePage, StageView } from "../shared/wire.ts";
import { openSource } from "./api.ts";
import { isInspecting, overlays, pointed } from "./look.ts";
import { ContrastMarks, FrameMarks, PpiMarks, TextMarks } from "./marks.tsx";
import { findings, isError, partsOf } from "./state.ts";
import { t } from "./words.ts";

export interface PageOverlayProps {
  readonly view: StageView;
  readonly number: number;
  /** What is shown of the page. */
  readonly box: Rect;
  readonly scale: number;
}

export function PageOverlay({ view, number, box, scale }: PageOverlayProps) {
  const facts = view.pages[number]!;
  const on = overlays.value;
  const needsParts = isInspecting.value || on.has("texts") || on.has("ppi") || on.has("contrast");
  const parts = useParts(view.revision, number, needsParts);
  const [aimed, setAimed] = useState<ElementPart | null>(null);
  const px = 1 / scale;
  const at = (event: MouseEvent): ElementPart | null => {
    const target = event.currentTarget as SVGSVGElement;
    const { left, top } = target.getBoundingClientRect();
    const x = box.x + (event.clientX - left) * px;
    const y = box.y + (event.clientY - top) * px;
    return innermost(parts?.elements ?? [], x, y);
  };
  const isPointed = pointed.value?.page === number;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the frames' list in the side panel opens the same lines by keyboard
    <svg
      class={isInspecting.value ? "overlay aim" : "overlay"}
      data-ready={parts !== null}
      viewBox={`${box.x} ${box.y} ${box.width} ${box.height}`}
      role="img"
      aria-label={t("Lớp phủ", "Overlays")}
      onMouseMove={isInspecting.value ? (event) => setAimed(at(event)) : undefined}
      onMouseLeave={() => setAimed(null)}
      onClick={(event) => {
        const source = isInspecting.value ? at(event)?.source : null;
        if (source) void openSource(source);
      }}
    >
      <PageLines facts={facts} px={px} />
      {on.has("frames") && <FrameMarks frames={facts.frames} px={px} />}
      {parts && on.has("texts") && <TextMarks texts={parts.texts} />}
      {parts && on.has("contrast") && <ContrastMarks texts={parts.texts} px={px} />}
      {parts && on.has("ppi") && <PpiMarks images={parts.images} px={px} />}
      <Faults number={number} frames={facts.frames} />
      {isPointed &&
        facts.frames
          .filter(({ name }) => name === pointed.value?.frame)
          .map(({ name, box: frame }) => <rect key={name} class="pointed" {...frame} />)}
      {aimed && <Aim element={aimed} box={box} px={px} />}
    </svg>
  );
}

/** Errors at their place, whether overlays are on or not. */
function Faults({ number, frames }: { readonly number: number; readonly frames: readonly StageFrame[] }) {
  return (
    <>
      {findings.value.filter(isError).map(({ code, where, message }) => {
        if ((where.page ?? 1) - 1 !== number) return null;
        const area = where.area ?? frames.find(({ name }) => name === where.frame)?.box;
        return area && <rect key={`${code} ${message.en}`} class="fault" {...area} />;
      })}
    </>
  );
}

function useParts(revision: string, number: number, isNeeded: boolean): PageParts | null {
  const [parts, setParts] = useState<PageParts | null>(null);
  useEffect(() => {
    if (!isNeeded) return;
    let isWanted = true;
    // After the picture: what is measured here takes time that the picture must not wait for.
    const timer = setTimeout(async () => {
      const found = await partsOf(revision, number);
      if (isWanted) setParts(found);
    }, 60);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [revision, number, isNeeded]);
  return parts;
}

/** The smallest of the boxes that hold a point; of equal ones the innermost. */
function innermost(elements: readonly ElementPart[], x: number, y: number): ElementPart | null {
  let best: ElementPart | null = null;
  for (const element of elements) {
    const { box } = element;
    const holds = x >= box.x && y >= box.y && x <= box.x + box.width && y <= box.y + box.height;
    if (holds && (!best || box.width * box.height <= best.box.width * best.box.height * 1.001))
      best = element;
  }
  return best;
}

function Aim({
  element,
  box,
  px,
}: {
  readonly element: ElementPart;
  readonly box: Rect;
  readonly px: number;
}) {
  const { type, frame, source } = element;
  const file = source?.file.split(/[/\\]/).slice(-2).join("/");
  const words = `‹${type}› ${frame}${source ? ` · ${file}:${source.line}` : ""}`;
  const below = element.box.y - box.y < 22 * px;
  const x = Math.max(box.x, Math.min(element.box.x, box.x + box.width - words.length * 6.6 * px));
  const y = below ? element.box.y + element.box.height + 3 * px : element.box.y - 21 * px;
  return (
    <g class="aimed">
      <rect class="edge" {...element.box} />
      <rect class="plaque" x={x} y={y} width={(words.length * 6.3 + 14) * px} height={18 * px} rx={3 * px} />
      <text x={x + 7 * px} y={y + 12.5 * px} font-size={11 * px}>
        {words}
      </text>
    </g>
  );
}

function PageLines({ facts, px }: { readonly facts: StagePage; readonly px: number }) {
  const on = overlays.value;
  const { trim, safe, folds, covered, baseline, box, shape, wrap } = facts;
  const rows = Math.floor(box.height / baseline);
  const step = Math.max(1, Math.ceil((4 * px) / baseline));
  return (
    <>
      {on.has("baseline") && (
        <g class="baseline">
          {Array.from({ length: Math.floor(rows / step) + 1 }, (_, i) => (
            <line
              key={i}
              x1={box.x}
              x2={box.x + box.width}
              y1={box.y + i * step * baseline}
              y2={box.y + i * step * baseline}
            />
          ))}
          <rect {...box} />
        </g>
      )}
      {(on.has("trim") || on.has("bleed")) &&
        (shape === "circle" ? (
          <ellipse
            class="trim"
            cx={trim.width / 2}
            cy={trim.height / 2}
            rx={trim.width / 2}
            ry={trim.height / 2}
          />
        ) : (
          <rect class="trim" {...trim} />
        ))}
      {wrap > 0 && on.has("trim") && (
        <ellipse
          class="fold"
          cx={trim.width / 2}
          cy={trim.height / 2}
          rx={trim.width / 2 - wrap}
          ry={trim.height / 2 - wrap}
        />
      )}
      {on.has("safe") && <rect class="safe" {...safe} />}
      {on.has("safe") &&
        covered.map(({ name, ...zone }) => (
          <g key={`${zone.x} ${zone.y}`} class="covered">
            <rect {...zone} />
            <text x={zone.x + 4 * px} y={zone.y + 14 * px} font-size={11 * px}>
              {t(name.vi, name.en)}
            </text>
          </g>
        ))}
      {on.has("folds") &&
        folds.map(({ axis, at }) => (
          <line
            key={at}
            class="fold"
            {...(axis === "vertical"
              ? { x1: at, x2: at, y1: trim.y, y2: trim.y + trim.height }
              : { x1: trim.x, x2: trim.x + trim.width, y1: at, y2: at })}
          />
        ))}
    </>
  );
}
