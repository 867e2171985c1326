import { type Flowed, flowBlocks, type PageContext } from "anpham/kit";
import { type ChapterText, chaptersOf } from "./chapters.ts";
import { type Item, PLAIN, setItem } from "./items.ts";
import { measures } from "./measures.ts";
import { LOW_BAND, type OpenerSetting, setOpener } from "./opener.tsx";

/** A page of a section: its first one carries the opener. */
export interface SectionPage {
  readonly opener: OpenerSetting | null;
  readonly items: readonly Flowed<Item>[];
  /** Where the items begin on the page. */
  readonly top: number;
  /** Shown at the foot of the pages that follow the opener. */
  readonly title: string;
  readonly isWorksheet: boolean;
  readonly isLast: boolean;
}

export type Sheet = "compare" | "ask" | "plan" | "notes";

export interface Plan {
  /** Contents, then chapters; the first of them is page {@link FIRST}. */
  readonly sections: readonly SectionPage[];
  /** Pages to write on that fill the booklet. */
  readonly sheets: readonly Sheet[];
}

/** The page after the cover and its back. */
export const FIRST = 3;
/** Cover, its back, and the back cover. */
const COVERS = 3;
/** Sheets are folded once: four pages each, and fewer than twelve make no booklet. */
const SHEET_PAGES = 4;
const LEAST_PAGES = 12;

/** Which page holds what. Chapters begin on pages of their own; the contents name those pages. */
export function planBook(page: PageContext): Plan {
  const chapters = chaptersOf(page);
  const texts = chapters.map((chapter, index) => sectionPages(page, `Chương ${index + 1}`, chapter));
  const contents = (starts: readonly number[]) =>
    sectionPages(
      page,
      null,
      {
        id: "contents",
        title: "Mục lục",
        lead: null,
        isWorksheet: false,
        entries: chapters.map(({ title }, index) => ({
          ...PLAIN,
          marker: { kind: "number", text: String(index + 1) },
          title,
          trailing: { icon: null, text: String(starts[index] ?? 0) },
        })),
      },
      LOW_BAND,
    );
  // How many pages the contents take does not depend on the numbers in them: they are set as wide as the widest.
  const first = FIRST + contents(chapters.map(() => WIDEST)).length;
  const starts = texts.map((_, index) => first + texts.slice(0, index).flat().length);
  const sections = [...contents(starts), ...texts.flat()];
  const written = sections.length + COVERS;
  const total = Math.max(LEAST_PAGES, Math.ceil(written / SHEET_PAGES) * SHEET_PAGES);
  return { sections, sheets: sheetsFor(total - written) };
}

/** No page number is wider. */
const WIDEST = 888;

/** White between entries, in lines, from the most to the least. */
const GAPS = [1.5, 1, 0.5];

/** As much white between the entries as makes no page more than the least does. */
function sectionPages(
  page: PageContext,
  kicker: string | null,
  { title, lead, isWorksheet, entries }: ChapterText,
  band?: number,
): readonly SectionPage[] {
  const { top, end } = measures(page);
  const opener = setOpener(page, { kicker, title, lead }, band);
  const flows = GAPS.map((gap) =>
    flowBlocks(
      entries.map((entry) => setItem(page, entry, gap)),
      (index) => end - (index === 0 ? opener.end : top),
    ),
  );
  const pages = flows.find(({ length }) => length === flows.at(-1)!.length)!;
  return pages.map((items, index) => ({
    opener: index === 0 ? opener : null,
    items,
    top: index === 0 ? opener.end : top,
    title,
    isWorksheet,
    isLast: index === pages.length - 1,
  }));
}

/** In the order of the booklet; with less room the first ones go, with more there are more notes. */
const SHEETS: readonly Sheet[] = ["compare", "ask", "plan", "notes"];

function sheetsFor(count: number): readonly Sheet[] {
  const notes = Array.from({ length: Math.max(0, count - SHEETS.length) }, (): Sheet => "notes");
  return [...SHEETS.slice(Math.max(0, SHEETS.length - count)), ...notes];
}
