import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { compose } from "../../../src/compose/compose.ts";
import type { PageTree } from "../../../src/model/page-tree.ts";
import { ALL_THEMES } from "../../../src/model/theme.ts";
import handbook from "../../../templates/handbook/template.tsx";
import { sampleJob } from "../kit/sample-job.ts";
import { expectFramesApart, frameNamed, textOf } from "./frames.ts";

const campaign = JSON.parse(readFileSync("brand/campaigns/gdnn-2026.json", "utf8"));
const BOOK = campaign.handbook;

const programmes = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    name: `Nghề thứ ${index + 1} trong trường`,
    levels: ["trung-cap", "cao-dang"],
    duration: "18 tháng",
    quota: 50,
    summary: "Lắp đặt, vận hành và sửa chữa hệ thống điện, tủ điều khiển trong nhà máy.",
    inDemand: index % 3 === 0,
  }));
const directory = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    name: `Trường Cao đẳng Kỹ thuật và Công nghệ số ${index + 1}`,
    address: `Số ${index + 1} đường Trường Chinh, TP. Phan Thiết`,
    phone: "0252 3000 111",
    website: "mau.example.vn",
  }));

const compose_ = (brief: Record<string, unknown>, theme = "vuon-len"): readonly PageTree[] =>
  compose(sampleJob({ format: "handbook-a5", template: handbook, theme, brief })).value;
const openers = (pages: readonly PageTree[]) =>
  pages.flatMap((page, index) => {
    const title = textOf(frameNamed(page, "chapter-title"));
    return frameNamed(page, "chapter-number") ? [{ title, number: index + 1 }] : [];
  });
/** Entries of the contents: title and page. */
const contents = (pages: readonly PageTree[]) => {
  const start = pages.findIndex((page) => /^mục lục$/iu.test(textOf(frameNamed(page, "chapter-title"))));
  const end = openers(pages)[0]!.number - 1;
  return pages
    .slice(start, end)
    .flatMap(({ frames }) => frames.filter(({ name }) => name.startsWith("item-")).map(textOf));
};

describe("handbook", () => {
  it.each(ALL_THEMES)("has on page 2, in theme %s, a motif that stands on the sender's strip", (theme) => {
    const [, page] = compose_({ handbook: BOOK }, theme);
    const [motif, floor] = ["motif", "floor"].map((name) => frameNamed(page!, name)!);
    expect(motif!.y + motif!.height).toBeCloseTo(floor!.y, 3);
    const { trim } = page!.geometry;
    expect(floor!.y + floor!.height).toBeGreaterThanOrEqual(trim.height);
    expect(frameNamed(page!, "sender")!.y).toBeGreaterThan(floor!.y);
  });

  it.each([
    [0, 0],
    [5, 8],
    [60, 8],
    [12, 200],
  ])(
    "is a multiple of four pages, twelve or more, with %i programmes and %i institutions",
    (jobs, schools) => {
      const pages = compose_({ handbook: BOOK, programmes: programmes(jobs), directory: directory(schools) });
      expect(pages.length % 4).toBe(0);
      expect(pages.length).toBeGreaterThanOrEqual(12);
      for (const [index, page] of pages.entries()) expectFramesApart(page, `page ${index + 1}`);
    },
  );

  it("shows every programme and every institution, and every chapter title once as a heading", () => {
    const pages = compose_({ handbook: BOOK, programmes: programmes(60), directory: directory(200) });
    const all = pages.flatMap(({ frames }) => frames.map(textOf)).join("\n");
    for (let i = 1; i <= 60; i++) expect(all).toContain(`Nghề thứ ${i} trong trường`);
    for (let i = 1; i <= 200; i++) expect(all).toContain(`Công nghệ số ${i}`);
    const titles = openers(pages).map(({ title }) => title);
    expect(titles).toEqual(BOOK.chapters.map(({ title }: { title: string }) => title));
  });

  it.each(ALL_THEMES)("tells in the contents of theme %s on which pages chapters begin", (theme) => {
    const pages = compose_({ handbook: BOOK, programmes: programmes(30), directory: directory(40) }, theme);
    const entries = contents(pages);
    const starts = openers(pages);
    expect(entries).toHaveLength(starts.length);
    starts.forEach(({ number }, index) => {
      const { title } = BOOK.chapters[index];
      expect(entries[index]).toBe(`${index + 1} ${title} ${number}`);
      expect(textOf(frameNamed(pages[number - 1]!, "folio"))).toBe(String(number));
    });
  });

  it("leaves out chapters that have nothing to say", () => {
    const pages = compose_({ handbook: BOOK, programmes: [], directory: [] });
    const titles = openers(pages).map(({ title }) => title);
    expect(titles).not.toContain("Những nghề đang cần người");
    expect(titles).not.toContain("Các cơ sở giáo dục nghề nghiệp");
  });

  it("has white at the spine, wider than at the edge, on left and right pages", () => {
    const pages = compose_({ handbook: BOOK, programmes: programmes(12), directory: directory(8) });
    pages.slice(2, -1).forEach(({ frames, geometry }, index) => {
      const content = frames.filter(({ role }) => role === "content");
      const left = Math.min(...content.map(({ x }) => x));
      const right = geometry.trim.width - Math.max(...content.map(({ x, width }) => x + width));
      // Page 3, the first here, is a right-hand page: its spine is on the left.
      const [spine, edge] = index % 2 === 0 ? [left, right] : [right, left];
      expect(spine, `page ${index + 3}`).toBeGreaterThanOrEqual(17.9);
      expect(edge, `page ${index + 3}`).toBeGreaterThanOrEqual(11.9);
    });
  });

  it("holds the longest chapters that a brief may have on its pages", () => {
    const words = (count: number) => "Trường nghề Đặng Ẩm Thực ".repeat(40).slice(0, count).trim();
    const chapters = ["prose", "steps", "questions", "checklist", "contact"].map((kind) => ({
      id: kind,
      kind,
      title: words(600),
      lead: words(600),
      items: Array.from({ length: 3 }, () => ({ title: words(600), text: words(600) })),
    }));
    const pages = compose_({ handbook: { title: words(300), chapters }, directory: directory(1) });
    for (const [index, page] of pages.entries()) expectFramesApart(page, `page ${index + 1}`);
  });

  it("leaves no page without anything on it but its number", () => {
    for (const brief of [{ handbook: null, programmes: [], directory: [] }, { handbook: BOOK }]) {
      for (const { frames } of compose_(brief))
        expect(frames.filter(({ name }) => !["paper", "folio", "running-title"].includes(name))).not.toEqual(
          [],
        );
    }
  });
});
