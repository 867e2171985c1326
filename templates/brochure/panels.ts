import { type PageContext, type Rect, rect, setMessage, setSupport, typeScale } from "anpham/kit";

/** Measures are those of panels 210 mm high; others are in proportion. */
export const unitOf = ({ format }: PageContext): number => format.height / 210;

/** The panels from left to right, each with the box for its text. The inside shows the folds mirrored. */
export function panelsOf(page: PageContext, inside: boolean) {
  const { folds, width, height } = page.format;
  const edges = [0, ...folds.map(({ at }) => (inside ? width - at : at)), width].sort((a, b) => a - b);
  const pad = (folds.length > 1 ? 8 : 11) * unitOf(page);
  const top = 11 * unitOf(page);
  return edges.slice(1).map((right, index) => {
    const area = rect(edges[index]!, 0, right - edges[index]!, height);
    return { area, box: rect(area.x + pad, top, area.width - 2 * pad, height - 2 * top) };
  });
}
/** Type of a panel: a step smaller than the flat sheet would carry. */
export const sizes = (page: PageContext) => (step: number) => typeScale(page).size(step - 0.55);
export const part = ({ x, width }: Rect, y: number, end: number) => rect(x, y, width, Math.max(0, end - y));

/** A message in a box; `changes` says what of the brief it tells. */
export function tell(page: PageContext, changes: Partial<PageContext["brief"]>, box: Rect) {
  const size = sizes(page);
  const told = { ...page, brief: { ...page.brief, ...changes } };
  const text = { badge: size(0.7), tail: size(1.7), lead: size(0.7), event: size(0.4) };
  const support = setSupport(told, { ...text, width: box.width, leadWidth: box.width, leadLines: 10 });
  return setMessage(told, support, { box, gap: 5 * unitOf(page), sink: 0, yields: 0.4 });
}

export type Panel = ReturnType<typeof panelsOf>[number];
