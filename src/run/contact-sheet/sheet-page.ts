/** The look of a contact sheet: A4 pages for `renderPages`. Lengths are CSS px, 96 to the inch. */

import { CSS_PPI, type Mm, mmToPx, type Px } from "../../base/units.ts";
import { joinNoBreak } from "../../base/vietnamese/no-break.ts";

/** A piece as the sheet shows it. */
export interface SheetPiece {
  readonly name: string;
  /** Template, size, pages, profile: one line each. */
  readonly facts: readonly string[];
  readonly pictures: readonly SheetPicture[];
  /** What somebody has to look at; empty when nothing. */
  readonly findings: readonly SheetFinding[];
}

export interface SheetFinding {
  readonly text: string;
  /** A note asks for nothing to be mended. */
  readonly isNote: boolean;
}

export interface SheetPicture {
  /** `data:image/png;base64,…` */
  readonly url: string;
  /** Width by height. */
  readonly aspect: number;
}

export interface SheetHeading {
  /** What is to be signed. */
  readonly kind: string;
  readonly title: string;
  /** Campaign, message, theme. */
  readonly lines: readonly string[];
}

/** How many pieces a page shows, and how large. */
export interface SheetGrid {
  readonly columns: number;
  readonly rows: number;
  /** Of a piece, with what is told of it. */
  readonly height: Mm;
  /** Of its pictures. */
  readonly picture: Mm;
  readonly gap: Mm;
}

/** For a kit: pieces of all sizes, each with its files. */
export const FEW_PIECES: SheetGrid = { columns: 3, rows: 3, height: 72, picture: 46, gap: 6 };
/** For a run: one piece many times, each with whom it is for. */
export const MANY_PIECES: SheetGrid = { columns: 4, rows: 5, height: 44, picture: 23, gap: 4 };

/** A4 (ISO 216). */
export const SHEET_SIZE = { widthPx: mmToPx(210, CSS_PPI), heightPx: mmToPx(297, CSS_PPI) } as const;

const INK = "#16181d";
const SOFT = "#636975";
const RULE = "#d5d9e0";
const GROUND = "#f3f5f8";
const BAD = "#b3261e";
const GOOD = "#17663a";

const mm = (length: Mm): Px => mmToPx(length, CSS_PPI);
const MARGIN: Mm = 15;
/** So that what fills a line to its end is not taken for more, px. */
const ROUNDING = 0.01;
/** Lines of a name and of a finding that a cell has room for. */
const MOST_LINES = 2;

interface SheetElement {
  readonly type: string;
  readonly props: Readonly<Record<string, unknown>>;
}
type Style = Readonly<Record<string, string | number>>;
type Child = SheetElement | string;

const box = (style: Style, ...children: readonly Child[]): SheetElement => ({
  type: "div",
  props: { style: { display: "flex", ...style }, children },
});

const line = (text: string, style: Style): SheetElement =>
  box({ display: "block", ...style }, joinNoBreak(text));

/** What does not fit in its lines ends in dots. */
const fewLines = (text: string, style: Style): SheetElement =>
  line(text, { lineClamp: MOST_LINES, ...style });

/** @param family of the faces, weights 400, 600 and 800 */
export function contactSheetPages(
  heading: SheetHeading,
  pieces: readonly SheetPiece[],
  family: string,
  grid: SheetGrid,
): readonly SheetElement[] {
  const perPage = grid.columns * grid.rows;
  const count = Math.max(1, Math.ceil(pieces.length / perPage));
  return Array.from({ length: count }, (_, i) =>
    page(heading, pieces.slice(i * perPage, (i + 1) * perPage), `${i + 1} / ${count}`, family, grid),
  );
}

const page = (
  heading: SheetHeading,
  pieces: readonly SheetPiece[],
  number: string,
  family: string,
  grid: SheetGrid,
): SheetElement =>
  box(
    {
      flexDirection: "column",
      width: "100%",
      height: "100%",
      boxSizing: "border-box",
      padding: `${mm(12)}px ${mm(MARGIN)}px`,
      backgroundColor: "#ffffff",
      color: INK,
      fontFamily: family,
      fontSize: 11,
      lineHeight: 1.35,
    },
    top(heading, number),
    box(
      { flexWrap: "wrap", gap: mm(grid.gap), marginTop: mm(5), alignItems: "flex-start" },
      ...pieces.map((piece) => cell(piece, grid)),
    ),
    signature(),
  );

const top = ({ kind, title, lines }: SheetHeading, number: string): SheetElement =>
  box(
    { justifyContent: "space-between", paddingBottom: mm(3), borderBottom: `2px solid ${INK}` },
    box(
      { flexDirection: "column", flexShrink: 1, paddingRight: mm(8) },
      line(kind, { fontSize: 11, fontWeight: 600, color: SOFT }),
      line(title, { fontSize: 19, fontWeight: 800, lineHeight: 1.3 }),
      ...lines.map((text) => line(text, { color: SOFT })),
    ),
    line(`Trang ${number}`, { flexShrink: 0, color: SOFT }),
  );

const widthOf = ({ columns, gap }: SheetGrid): Px =>
  (mm(210 - 2 * MARGIN) - (columns - 1) * mm(gap)) / columns - ROUNDING;

const cell = ({ name, facts, pictures, findings }: SheetPiece, grid: SheetGrid): SheetElement =>
  box(
    { flexDirection: "column", width: widthOf(grid), height: mm(grid.height), overflow: "hidden" },
    box(
      {
        width: widthOf(grid),
        height: mm(grid.picture),
        flexShrink: 0,
        backgroundColor: GROUND,
        alignItems: "center",
        justifyContent: "center",
        gap: mm(1.5),
      },
      ...(pictures.length > 0
        ? pictureRow(pictures, grid)
        : [line("không dựng được", { color: BAD, fontWeight: 600 })]),
    ),
    fewLines(name, { fontSize: 12, fontWeight: 600, marginTop: mm(1.5) }),
    ...facts.map((text) => line(text, { fontSize: 10, color: SOFT })),
    ...verdict(findings),
  );

/** At one height, as large as the cell allows. */
function pictureRow(pictures: readonly SheetPicture[], grid: SheetGrid): readonly SheetElement[] {
  const room = widthOf(grid) - mm(4) - mm(1.5) * (pictures.length - 1);
  const wide = pictures.reduce((sum, { aspect }) => sum + aspect, 0);
  const height = Math.min(mm(grid.picture) - mm(4), room / wide);
  return pictures.map(({ url, aspect }) => ({
    type: "img",
    props: { src: url, width: height * aspect, height, style: { border: `1px solid ${RULE}` } },
  }));
}

function verdict(findings: readonly SheetFinding[]): readonly SheetElement[] {
  const [first, ...others] = findings;
  if (first === undefined)
    return [line("Không có gì phải sửa", { fontSize: 10, color: GOOD, fontWeight: 600 })];
  const count = others.length > 0 ? `${findings.length} điều: ` : "";
  return [fewLines(`${count}${first.text}`, { fontSize: 10, color: first.isNote ? SOFT : BAD })];
}

const signature = (): SheetElement =>
  box(
    {
      marginTop: "auto",
      paddingTop: mm(3),
      borderTop: `1px solid ${RULE}`,
      alignItems: "flex-end",
      fontSize: 13,
    },
    line("Duyệt:", { fontWeight: 600, marginRight: mm(2) }),
    box({ flexGrow: 1, borderBottom: `1px dotted ${INK}`, height: mm(6) }),
    line("Ngày:", { fontWeight: 600, marginLeft: mm(6), marginRight: mm(2) }),
    box({ width: mm(45), borderBottom: `1px dotted ${INK}`, height: mm(6) }),
  );
