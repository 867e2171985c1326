/** Lines over the picture: where it is cut, folded, kept free, covered by a platform; and where a field stands. */

import type { Rect } from "../../../base/geometry.ts";
import type { FormatCard } from "../../model/catalogue.ts";

export interface OverlayChoice {
  readonly isCut: boolean;
  readonly isSafe: boolean;
}

interface OverlayProps extends OverlayChoice {
  readonly format: FormatCard;
  readonly page: number;
  readonly bleed: number;
  /** CSS px by mm. */
  readonly scale: number;
  readonly marked: readonly { readonly area: Rect; readonly tone: "focus" | "error" | "warning" }[];
}

export function Overlay({ format, page, bleed, scale, isCut, isSafe, marked }: OverlayProps) {
  const { width, height, safe, covered, folds, shape, wrap } = format;
  const line = 1.5 / scale;
  const font = 12 / scale;
  const shownBleed = isCut ? bleed : 0;
  const box = `${-shownBleed} ${-shownBleed} ${width + 2 * shownBleed} ${height + 2 * shownBleed}`;
  const dash = `${5 / scale} ${4 / scale}`;
  const lines =
    page % 2 === 0
      ? folds
      : folds.map((each) => (each.axis === "vertical" ? { ...each, at: width - each.at } : each));
  return (
    <svg class="overlay" viewBox={box} aria-hidden="true">
      {isCut && shape === "rectangle" && (
        <rect class="cut" width={width} height={height} stroke-width={line} stroke-dasharray={dash} />
      )}
      {isCut && shape === "circle" && (
        <circle
          class="cut"
          cx={width / 2}
          cy={height / 2}
          r={width / 2}
          stroke-width={line}
          stroke-dasharray={dash}
        />
      )}
      {wrap > 0 && isCut && (
        <circle
          class="fold"
          cx={width / 2}
          cy={height / 2}
          r={width / 2 - wrap}
          stroke-width={line}
          stroke-dasharray={dash}
        />
      )}
      {isCut &&
        lines.map(({ axis, at }) => (
          <line
            class="fold"
            key={at}
            {...(axis === "vertical"
              ? { x1: at, x2: at, y1: -shownBleed, y2: height + shownBleed }
              : { x1: -shownBleed, x2: width + shownBleed, y1: at, y2: at })}
            stroke-width={line}
            stroke-dasharray={dash}
          />
        ))}
      {isSafe && (
        <rect
          class="safe"
          x={safe.left}
          y={safe.top}
          width={Math.max(0, width - safe.left - safe.right)}
          height={Math.max(0, height - safe.top - safe.bottom)}
          stroke-width={line}
        />
      )}
      {isSafe &&
        covered.map(({ name, ...zone }) => (
          <g class="covered" key={name.vi + zone.x}>
            <rect {...zone} stroke-width={line} />
            <text
              x={zone.x + zone.width / 2}
              y={zone.y + zone.height / 2}
              font-size={Math.min(font, zone.height / 2)}
              stroke-width={3 / scale}
              text-anchor="middle"
              dominant-baseline="middle"
            >
              {name.vi}
            </text>
          </g>
        ))}
      {marked.map(({ area, tone }) => (
        <rect
          class={`marked ${tone}`}
          key={`${tone} ${area.x} ${area.y}`}
          x={area.x - 4 / scale}
          y={area.y - 4 / scale}
          width={area.width + 8 / scale}
          height={area.height + 8 / scale}
          rx={4 / scale}
          stroke-width={2 / scale}
        />
      ))}
    </svg>
  );
}
