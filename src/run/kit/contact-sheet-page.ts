/** The look of a contact sheet: A4 pages for `renderPages`. Lengths are CSS px, 96 to the inch. */

import { CSS_PPI, type Mm, mmToPx, type Px } from "../../base/units.ts";

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
  readonly institution: string;
  /** Campaign, message, theme. */
  readonly lines: readonly string[];
}

/** A4 (ISO 216). */
export const SHEET_SIZE = { widthPx: mmToPx(210, CSS_PPI), heightPx: mmToPx(297, CSS_PPI) } as const;

const INK = "#16181d";
const SOFT = "#636975";
const RULE = "#d5d9e0";
const GROUND = "#f3f5f8";
const BAD = "#b3261e";
const GOOD = "#17663a";

const COLUMNS = 3;
const ROWS = 3;
const mm = (length: Mm): Px => mmToPx(length, CSS_PPI);
const CELL = { width: mm(56), height: mm(72), picture: mm(46), gap: mm(6) } as const;
/** Characters of a finding that two lines hold. */
const FINDING_LENGTH = 84;

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

const line = (text: string, style: Style): SheetElement => box({ display: "block", ...style }, text);

/** @param family of the faces, weights 400, 600 and 800 */
export function contactSheetPages(
  heading: SheetHeading,
  pieces: readonly SheetPiece[],
  family: string,
): readonly SheetElement[] {
  const perPage = COLUMNS * ROWS;
  const count = Math.max(1, Math.ceil(pieces.length / perPage));
  return Array.from({ length: count }, (_, i) =>
    page(heading, pieces.slice(i * perPage, (i + 1) * perPage), `${i + 1} / ${count}`, family),
  );
}

const page = (
  heading: SheetHeading,
  pieces: readonly SheetPiece[],
  number: string,
  family: string,
): SheetElement =>
  box(
    {
      flexDirection: "column",
      width: "100%",
      height: "100%",
      boxSizing: "border-box",
      padding: `${mm(12)}px ${mm(15)}px`,
      backgroundColor: "#ffffff",
      color: INK,
      fontFamily: family,
      fontSize: 11,
      lineHeight: 1.35,
    },
    top(heading, number),
    box({ flexWrap: "wrap", gap: CELL.gap, marginTop: mm(5), alignItems: "flex-start" }, ...pieces.map(cell)),
    signature(),
  );

const top = ({ institution, lines }: SheetHeading, number: string): SheetElement =>
  box(
    { justifyContent: "space-between", paddingBottom: mm(3), borderBottom: `2px solid ${INK}` },
    box(
      { flexDirection: "column", flexShrink: 1, paddingRight: mm(8) },
      line("BỘ ẤN PHẨM CHỜ DUYỆT", { fontSize: 11, fontWeight: 600, color: SOFT }),
      line(institution, { fontSize: 19, fontWeight: 800, lineHeight: 1.3 }),
      ...lines.map((text) => line(text, { color: SOFT })),
    ),
    line(`Trang ${number}`, { flexShrink: 0, color: SOFT }),
  );

const cell = ({ name, facts, pictures, findings }: SheetPiece): SheetElement =>
  box(
    { flexDirection: "column", width: CELL.width, height: CELL.height, overflow: "hidden" },
    box(
      {
        width: CELL.width,
        height: CELL.picture,
        flexShrink: 0,
        backgroundColor: GROUND,
        alignItems: "center",
        justifyContent: "center",
        gap: mm(1.5),
      },
      ...(pictures.length > 0
        ? pictureRow(pictures)
        : [line("không dựng được", { color: BAD, fontWeight: 600 })]),
    ),
    line(name, { fontSize: 12, fontWeight: 600, marginTop: mm(1.5) }),
    ...facts.map((text) => line(text, { fontSize: 10, color: SOFT })),
    ...verdict(findings),
  );

/** At one height, as large as the cell allows. */
function pictureRow(pictures: readonly SheetPicture[]): readonly SheetElement[] {
  const room = CELL.width - mm(4) - mm(1.5) * (pictures.length - 1);
  const wide = pictures.reduce((sum, { aspect }) => sum + aspect, 0);
  const height = Math.min(CELL.picture - mm(4), room / wide);
  return pictures.map(({ url, aspect }) => ({
    type: "img",
    props: { src: url, width: height * aspect, height, style: { border: `1px solid ${RULE}` } },
  }));
}

function verdict(findings: readonly SheetFinding[]): readonly SheetElement[] {
  const [first, ...others] = findings;
  if (first === undefined)
    return [line("Không có gì phải sửa", { fontSize: 10, color: GOOD, fontWeight: 600 })];
  const whole = first.text;
  const text = whole.length > FINDING_LENGTH ? `${whole.slice(0, FINDING_LENGTH).trimEnd()}…` : whole;
  const more = others.length > 0 ? ` (và ${others.length} điều nữa)` : "";
  return [line(`${text}${more}`, { fontSize: 10, color: first.isNote ? SOFT : BAD })];
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
