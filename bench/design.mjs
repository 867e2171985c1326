/**
 * The flyer as a tree of boxes, words and pictures in flexbox terms: one design for the contenders that lay out
 * boxes (satori, takumi, Chromium, react-pdf). Lengths are mm on A5 until {@link scaled} makes them the contender's.
 */

import { A5, COLORS } from "./content.mjs";
import { iconDrawing, MARKS, MOTIF, qrDrawing } from "./drawing.mjs";

const box = (style, ...children) => ({
  kind: "box",
  style: { display: "flex", flexDirection: "row", ...style },
  children,
});
const words = (style, text) => ({ kind: "words", style, text });
const picture = (style, drawing) => ({ kind: "picture", style, drawing });
const at = (left, top, width, height) => ({ position: "absolute", left, top, width, height });
const column = { flexDirection: "column" };
const middle = { alignItems: "center", justifyContent: "center" };

/** The flyer's tree, lengths in mm. */
export function design(piece) {
  return box(
    { position: "relative", ...A5, backgroundColor: COLORS.paper },
    box({ ...at(0, 0, 148, 105), backgroundColor: COLORS.primary }),
    picture(at(0, 0, 148, 105), MOTIF),
    header(piece),
    ...message(piece),
    programmeList(piece),
    box({ ...at(0, 166, 148, 44), backgroundColor: COLORS.tint }),
    box(
      { ...at(9, 173, 30, 30), ...middle, backgroundColor: COLORS.paper },
      picture({ width: 24, height: 24 }, qrDrawing(piece.qr)),
    ),
    contact(piece),
  );
}

const header = ({ governingBody, name, monogram }) =>
  box(
    { ...at(9, 9, 130, 12), alignItems: "center", gap: 4 },
    box(
      { ...middle, width: 11, height: 11, borderRadius: 5.5, backgroundColor: COLORS.paper },
      words({ fontSize: 4, fontWeight: 700, color: COLORS.primary }, monogram),
    ),
    box(
      { ...column, flexGrow: 1 },
      words({ fontSize: 3.2, color: COLORS.paper }, governingBody),
      words({ fontSize: 4.3, fontWeight: 700, color: COLORS.paper }, name),
    ),
    ...MARKS.map((mark) => picture({ width: 10, height: 10 }, mark)),
  );

const label = (style, text) =>
  box(
    { backgroundColor: COLORS.accent, paddingLeft: 3, paddingRight: 3, paddingTop: 1.3, paddingBottom: 1.3 },
    words({ fontWeight: 700, color: COLORS.ink, ...style }, text),
  );

const message = ({ badge, headline, tail }) => [
  box({ ...at(9, 27, 130, 9) }, label({ fontSize: 4 }, badge)),
  box(
    { ...at(9, 41, 130, 32), ...column },
    ...headline.map((line, i) =>
      words(
        { fontSize: 11, fontWeight: 800, lineHeight: 1.2, color: i === 0 ? COLORS.paper : COLORS.highlight },
        line,
      ),
    ),
  ),
  box({ ...at(9, 76, 90, 9) }, words({ fontSize: 5.2, fontWeight: 500, color: COLORS.paper }, tail)),
];

const programmeList = ({ programmesTitle, programmes }) =>
  box(
    { ...at(9, 111, 130, 52), ...column, gap: 3 },
    words({ fontSize: 5.2, fontWeight: 700, color: COLORS.primary }, programmesTitle),
    box({ flexWrap: "wrap", width: 130 }, ...programmes.map(programmeCell)),
  );

const programmeCell = ({ name, icon }) =>
  box(
    { width: 65, height: 10, alignItems: "center", gap: 2.5 },
    box(
      { ...middle, width: 6.6, height: 6.6, backgroundColor: COLORS.tint },
      picture({ width: 4, height: 4 }, iconDrawing(icon)),
    ),
    words({ fontSize: 3.4, fontWeight: 500, color: COLORS.ink }, name),
  );

const contact = ({ call, period, phone, website, address }) =>
  box(
    { ...at(45, 173, 94, 30), ...column, justifyContent: "center", gap: 1 },
    box(
      { alignItems: "center", gap: 3 },
      label({ fontSize: 3.2 }, call),
      words({ fontSize: 2.9, color: COLORS.muted }, period),
    ),
    words({ fontSize: 7.5, fontWeight: 700, color: COLORS.primary }, phone),
    words({ fontSize: 3.1, fontWeight: 600, color: COLORS["primary-3"] }, website),
    words({ fontSize: 3.1, color: COLORS.ink }, address),
  );

const PLAIN_NUMBERS = new Set(["fontWeight", "lineHeight", "flexGrow"]);

/**
 * Turns a style's millimetres into another unit.
 * @param unit of them to a millimetre of A5
 */
export const scaled = (style, unit) =>
  Object.fromEntries(
    Object.entries(style).map(([name, value]) => [
      name,
      typeof value === "number" && !PLAIN_NUMBERS.has(name) ? value * unit : value,
    ]),
  );
