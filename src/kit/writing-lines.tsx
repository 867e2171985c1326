import type { Mm } from "../base/units.ts";
import type { Node } from "./jsx-runtime.ts";

export interface WritingLinesProps {
  readonly width: Mm;
  /** From one line to the next; the first stands this far below the top. */
  readonly pitch: Mm;
  readonly count?: number;
  /** `#rrggbb`. */
  readonly color: string;
}

/** Width of a dot, and from dot to dot: fine enough to write on, thick enough to print. */
const DOT: Mm = 0.3;
const STEP: Mm = 1.1;

/** Dotted lines to write on by hand. */
export const WritingLines = ({ width, pitch, count = 1, color }: WritingLinesProps): Node => {
  const height = pitch * count + DOT;
  const n = (value: Mm) => Math.round(value * 1000) / 1000;
  const lines = Array.from({ length: count }, (_, i) => `M${DOT} ${n((i + 1) * pitch)}H${n(width - DOT)}`);
  return (
    <svg viewBox={`0 0 ${n(width)} ${n(height)}`} width={n(width)} height={n(height)}>
      <path
        d={lines.join("")}
        fill="none"
        stroke={color}
        stroke-width={DOT}
        stroke-linecap="round"
        stroke-dasharray={`0 ${STEP}`}
      />
    </svg>
  );
};
