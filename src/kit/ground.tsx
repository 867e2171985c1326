import { intersection, type Rect } from "../base/geometry.ts";
import type { ColorToken } from "../model/color-token.ts";
import type { PageContext } from "../model/template.ts";
import { Frame } from "./frame.tsx";
import type { Node } from "./jsx-runtime.ts";
import { lastingDrawing } from "./lasting.ts";

export interface GroundProps {
  readonly name: string;
  readonly color: ColorToken;
  /** The area to fill; without it the whole page. Edges on the trim run on into the bleed. */
  readonly area?: Rect;
}

/** A solid colour that bleeds wherever it meets the trim. */
export const Ground = lastingDrawing(({ name, color, area }: GroundProps, page): Node => {
  const box = area ? bleeding(area, page) : page.geometry.bleedBox;
  if (!box || (area && area.height <= 0)) return null;
  return (
    <Frame name={name} role="art" {...box}>
      <div style={{ width: box.width, height: box.height, backgroundColor: page.color(color) }} />
    </Frame>
  );
});

/** Within this of the trim, an edge is meant to be on it, mm. */
const ON_EDGE = 0.01;

/** The area, with the edges that lie on the trim moved out to the bleed; `null` when it is off the page. */
export function bleeding({ x, y, width, height }: Rect, { geometry }: PageContext): Rect | null {
  const { trim, bleed, bleedBox } = geometry;
  const left = x <= ON_EDGE ? -bleed : x;
  const top = y <= ON_EDGE ? -bleed : y;
  const right = x + width >= trim.width - ON_EDGE ? trim.width + bleed : x + width;
  const bottom = y + height >= trim.height - ON_EDGE ? trim.height + bleed : y + height;
  return intersection({ x: left, y: top, width: right - left, height: bottom - top }, bleedBox);
}
