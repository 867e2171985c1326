/** The look of a print ticket: one A4 page for `renderElement`. Lengths are CSS px, 96 to the inch. */

import { toHex } from "../base/color.ts";
import { CSS_PPI, type Mm, mmToPx, type Px } from "../base/units.ts";
import { fileSize } from "./numbers.ts";
import type { TicketFact, TicketFacts, TicketFile } from "./ticket-facts.ts";
import type { UsedInk } from "./used-inks.ts";

/** A picture of one sheet. */
export interface TicketPicture {
  /** `data:image/png;base64,…` */
  readonly url: string;
  /** Width by height. */
  readonly aspect: number;
}

/** A4 (ISO 216). */
export const TICKET_SIZE = { widthPx: mmToPx(210, CSS_PPI), heightPx: mmToPx(297, CSS_PPI) } as const;

const INK = "#16181d";
const SOFT = "#636975";
const RULE = "#d5d9e0";
const GROUND = "#f3f5f8";

const mm = (length: Mm): Px => mmToPx(length, CSS_PPI);

interface TicketElement {
  readonly type: string;
  readonly props: Readonly<Record<string, unknown>>;
}
type Style = Readonly<Record<string, string | number>>;
type Child = TicketElement | string;

const box = (style: Style, ...children: readonly Child[]): TicketElement => ({
  type: "div",
  props: { style: { display: "flex", ...style }, children },
});

const line = (text: string, style: Style): TicketElement => box({ display: "block", ...style }, text);

/** @param family of the faces, weights 400, 600 and 800 */
export function ticketPage(
  facts: TicketFacts,
  pictures: readonly TicketPicture[],
  family: string,
): TicketElement {
  return box(
    {
      flexDirection: "column",
      width: "100%",
      height: "100%",
      boxSizing: "border-box",
      padding: `${mm(14)}px ${mm(15)}px ${mm(12)}px`,
      backgroundColor: "#ffffff",
      color: INK,
      fontFamily: family,
      fontSize: 13,
      lineHeight: 1.4,
    },
    heading(facts),
    pictureRow(pictures, pictureHeight(facts)),
    factTable(facts.facts),
    inkRow(facts.inks),
    fileBox(facts.files),
    signatures(),
  );
}

const heading = ({ title, institution }: TicketFacts): TicketElement =>
  box(
    {
      justifyContent: "space-between",
      alignItems: "flex-end",
      paddingBottom: mm(4),
      borderBottom: `2px solid ${INK}`,
    },
    box(
      { flexDirection: "column", flexShrink: 1, paddingRight: mm(8) },
      line("PHIẾU ĐẶT IN", { fontSize: 30, fontWeight: 800, lineHeight: 1.25 }),
      line(title, { fontSize: 16, fontWeight: 600, lineHeight: 1.35 }),
      // Titles usually end with it.
      ...(title.includes(institution) ? [] : [line(institution, { color: SOFT })]),
    ),
    box(
      { flexDirection: "column", flexShrink: 0, width: mm(42) },
      blank("Số phiếu"),
      blank("Ngày đặt"),
      blank("Ngày giao"),
    ),
  );

/** A word and a line to write on. */
const blank = (label: string): TicketElement =>
  box(
    { alignItems: "flex-end", height: mm(7) },
    line(label, { color: SOFT, fontSize: 12, flexShrink: 0, width: mm(16) }),
    box({ flexGrow: 1, borderBottom: `1px solid ${SOFT}`, height: mm(5) }),
  );

const ROW: { readonly width: Px; readonly gap: Px } = { width: mm(168), gap: mm(6) };

/** What pictures may take of the page: what is written below them comes first, down to the signatures. */
function pictureHeight({ inks, files }: TicketFacts): Px {
  const inkRows = inks.length > INKS_IN_ROW ? 2 : 1;
  const fileLines = Math.min(files.length, MOST_FILES + 1);
  return mm(72 - 6 * inkRows - 9 * (fileLines - 1));
}

/** Every sheet at one scale, as large as the row allows. */
function pictureRow(pictures: readonly TicketPicture[], most: Px): TicketElement {
  const room = ROW.width - ROW.gap * (pictures.length - 1);
  const height = Math.min(most, room / pictures.reduce((sum, { aspect }) => sum + aspect, 0));
  return box(
    {
      justifyContent: "center",
      alignItems: "center",
      gap: ROW.gap,
      height: most + mm(10),
      flexShrink: 0,
      marginTop: mm(5),
      backgroundColor: GROUND,
    },
    ...pictures.map(({ url, aspect }) => ({
      type: "img",
      props: { src: url, width: height * aspect, height, style: { border: `1px solid ${RULE}` } },
    })),
  );
}

const factTable = (facts: readonly TicketFact[]): TicketElement =>
  box({ flexDirection: "column", marginTop: mm(4) }, ...facts.map(factRow));

const factRow = ({ label, value }: TicketFact): TicketElement =>
  box(
    { padding: `${mm(1.25)}px 0`, borderBottom: `1px solid ${RULE}` },
    line(label, { width: mm(38), flexShrink: 0, color: SOFT }),
    value === null
      ? box({ width: mm(40), height: mm(5), borderBottom: `1px solid ${SOFT}` })
      : line(value, { flexShrink: 1, flexGrow: 1, fontWeight: 600 }),
  );

/** More would push the signatures off the page. */
const MOST_INKS = 12;
/** About as many stand beside each other. */
const INKS_IN_ROW = 6;

function inkRow(inks: readonly UsedInk[]): TicketElement {
  const shown = inks.slice(0, MOST_INKS);
  const rest = inks.length - shown.length;
  return box(
    { flexWrap: "wrap", marginTop: mm(4), gap: `${mm(1.5)}px ${mm(5)}px`, fontSize: 11 },
    ...shown.map(({ look, words }) =>
      box(
        { alignItems: "center" },
        box({
          width: mm(4.5),
          height: mm(4.5),
          marginRight: mm(1.5),
          backgroundColor: toHex(look),
          border: `1px solid ${RULE}`,
        }),
        line(words, {}),
      ),
    ),
    ...(rest > 0 ? [line(`và ${rest} màu khác`, { color: SOFT })] : []),
  );
}

/** As many files as the page has room for. */
const MOST_FILES = 3;

const fileBox = (files: readonly TicketFile[]): TicketElement =>
  box(
    { flexDirection: "column", marginTop: mm(4), padding: mm(3), backgroundColor: GROUND, gap: mm(1.5) },
    ...files
      .slice(0, MOST_FILES)
      .map(({ name, bytes, sha256 }) =>
        box(
          { flexDirection: "column" },
          box(
            {},
            line(name, { fontWeight: 600, marginRight: mm(3) }),
            line(fileSize(bytes), { color: SOFT }),
          ),
          line(`SHA-256 ${sha256}`, { fontSize: 10.5, color: SOFT }),
        ),
      ),
    ...(files.length > MOST_FILES ? [line(`và ${files.length - MOST_FILES} tệp khác`, { color: SOFT })] : []),
  );

const signatures = (): TicketElement =>
  box(
    { marginTop: "auto", paddingTop: mm(4), justifyContent: "space-between" },
    ...["Người đặt in", "Duyệt mẫu in", "Nhà in nhận"].map((who) =>
      box(
        { flexDirection: "column", alignItems: "center", width: mm(54), height: mm(24) },
        line(who, { fontWeight: 600 }),
        line("(ký, ghi rõ họ tên)", { fontSize: 11, color: SOFT }),
      ),
    ),
  );
