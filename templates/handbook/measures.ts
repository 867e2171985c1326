import { type LineGrid, lineGrid, type PageContext, type Rect, rect, typeScale } from "anpham/kit";

/** White at the spine, where the staple takes some of it, and on the other three sides, mm. */
const SPINE = 18;
const OUTER = 12;
/** Lines above the text, and how many a page holds. */
const TOP_LINES = 4;
const PAGE_LINES = 35;
/** Lines between the text and the folio. */
const FOLIO_LINES = 1.25;

export interface Measures extends LineGrid {
  /** Step of the type scale, mm. */
  readonly step: (step: number) => number;
  readonly width: number;
  readonly top: number;
  readonly end: number;
}

/** Type and text area of a page: 35 lines of 4.8 mm on A5, and in proportion on any other. */
export function measures(page: PageContext): Measures {
  const { trim } = page.geometry;
  const type = typeScale(page);
  const line = trim.height / (TOP_LINES + PAGE_LINES + 4.75);
  return {
    ...lineGrid(page, { size: type.size(0), line }),
    step: type.size,
    width: trim.width - SPINE - OUTER,
    top: TOP_LINES * line,
    end: (TOP_LINES + PAGE_LINES) * line,
  };
}

/** Odd numbers are right-hand pages, whose spine is on the left. */
const isRight = (number: number): boolean => number % 2 === 1;

/** Where text stands on the page with that number, from `y` to the end of the text area. */
export function textBox(page: PageContext, number: number, y = measures(page).top): Rect {
  const { width, end } = measures(page);
  return rect(isRight(number) ? SPINE : OUTER, y, width, end - y);
}

/** Where the folio stands: under the text. */
export function folioBox(page: PageContext, number: number): Rect {
  const { line, end } = measures(page);
  const box = textBox(page, number);
  return rect(box.x, end + FOLIO_LINES * line, box.width, line);
}

/** The outer side of a page. */
export const outerSide = (number: number): "left" | "right" => (isRight(number) ? "right" : "left");
