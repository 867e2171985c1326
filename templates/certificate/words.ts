import {
  capitals,
  dottedLine,
  type FormalLine,
  fitHeadline,
  fitName,
  formalDate,
  formalHeight,
  type PageContext,
  setPhrase,
  setText,
  typeScale,
  wordsLine,
} from "anpham/kit";
import { display, formalSizes } from "./formal.tsx";

const titleOf = ({ brief }: PageContext): string => brief.award?.title.text ?? "Giấy chứng nhận";
/** “Thư cảm ơn”, “Thư khen”. */
export const isLetter = (page: PageContext): boolean => /^thư(?!\p{L})/iu.test(titleOf(page));

/** How far the words may shrink, the least first. */
const SHARES = [1, 0.93, 0.86, 0.8, 0.74, 0.68];

/** What is certified, of whom: as large as the room allows. */
export function setWords(page: PageContext, width: number, height: number): readonly FormalLine[] {
  const sets = SHARES.map((share) => linesAt(page, width, share));
  return sets.find((lines) => formalHeight(lines) <= height) ?? sets.at(-1)!;
}

/** Sizes in parts of the short side. */
const SIZE = { title: 0.09, address: 0.027, name: 0.076, detail: 0.0255, citation: 0.029 } as const;

function linesAt(page: PageContext, width: number, share: number): readonly FormalLine[] {
  const { person, award } = page.brief;
  const { of } = formalSizes(page, share);
  const { minimum } = typeScale(page);
  const at = (part: number) => Math.max(minimum, of(part));
  const title = capitals(titleOf(page));
  const ways = [1, 0.6].map(
    (part) => setText(page, title, { ...display(700, width * part), size: of(SIZE.title) }).lines,
  );
  const titleBox = { width, height: of(0.165), maximum: of(SIZE.title) };
  const given = isLetter(page) ? "Trân trọng gửi" : "Trao cho";
  const address = person?.title ? `${given} ${lowered(person.title)}` : given;
  return [
    wordsLine(
      "title",
      fitHeadline(page, [[title], ...ways], { ...titleBox, weight: 700, tracking: 0.02, align: "center" }),
      0,
      "title",
    ),
    wordsLine(
      "address",
      setText(page, address, { ...display(400, width), size: at(SIZE.address) }),
      of(0.022),
    ),
    person
      ? wordsLine("name", fitName(page, person.name, width, of(SIZE.name)), of(0.01), "name")
      : dottedLine("name", { width: width * 0.7, pitch: of(0.065), before: of(0.01) }),
    ...(person?.detail
      ? [
          wordsLine(
            "detail",
            setPhrase(page, person.detail, {
              ...display(400, width * 0.85),
              size: at(SIZE.detail),
              maxLines: 2,
            }),
            of(0.008),
          ),
        ]
      : []),
    award
      ? wordsLine(
          "citation",
          setText(page, award.citation.text, { ...display(600, width * 0.86, 1.4), size: at(SIZE.citation) }),
          of(0.026),
        )
      : dottedLine("citation", { width: width * 0.86, pitch: of(0.045), count: 2, before: of(0.026) }),
  ];
}

/** “Ông”, “Em” within a sentence. */
const lowered = (title: string): string => title.charAt(0).toLocaleLowerCase("vi") + title.slice(1);

/** “Phan Thiết, ngày 04 tháng 10 năm 2026”, with dots for what is not known. */
export function dateLine({ brief }: PageContext): string {
  const { place = null, date = null } = brief.award ?? {};
  const day = date ? formalDate(date) : "ngày …… tháng …… năm ………";
  return place ? `${place}, ${day}` : `${day.charAt(0).toUpperCase()}${day.slice(1)}`;
}
