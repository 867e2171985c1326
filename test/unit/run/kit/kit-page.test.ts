import { expect, test } from "vitest";
import { diagnose } from "../../../../src/base/diagnostic.ts";
import { FORMATS } from "../../../../src/model/formats/index.ts";
import { kitPage, runPage } from "../../../../src/run/kit/kit-page.ts";
import type { FinishedKit, FinishedPiece } from "../../../../src/run/kit/kit-result.ts";

const words = (vi: string) => ({ vi, en: vi });
const template = {
  id: "x",
  name: words("Mẫu <x>"),
  description: words(""),
  formats: ["a5"],
  themes: ["vuon-len"],
  pages: () => null,
};
const file = (path: string) => ({ path, bytes: 1000, sha256: "" });
const piece = (format: string, pages: number, more: Partial<FinishedPiece> = {}): FinishedPiece => ({
  piece: { template, format: FORMATS.find(({ id }) => id === format)!, name: format, outputs: [] },
  isKept: false,
  files: [file(`${format}.pdf`)],
  thumbnails: Array.from({ length: pages }, (_, i) => ({
    ...file(`thumbnails/${format}-${i}.png`),
    width: 10,
    height: 10,
  })),
  diagnostics: [],
  ...more,
});
const kit = (pieces: readonly FinishedPiece[], more: Partial<FinishedKit> = {}): FinishedKit => ({
  folder: "truong",
  institution: "Trường <b>",
  pieces,
  diagnostics: [],
  ...more,
});
const overflow = diagnose("preflight.overflow", { frame: "tên", excess: 3 });
const note = { ...overflow, severity: "note" as const };

test("a handbook shows its beginning and folds the rest away, none left out", () => {
  const page = kitPage(kit([piece("a5", 12)]));
  expect(page.match(/<img /g)).toHaveLength(12);
  expect(page.slice(0, page.indexOf("<details>")).match(/<img /g)).toHaveLength(4);
  expect(page).toContain("8 trang nữa");
});

test("print and screens stand apart; a kit without one has no heading for it", () => {
  expect(kitPage(kit([piece("a5", 1)]))).not.toContain("Cho màn hình");
  const both = kitPage(kit([piece("facebook-cover", 1), piece("a5", 1)]));
  expect(both.indexOf("a5.pdf")).toBeLessThan(both.indexOf("facebook-cover.pdf"));
});

test("a finding says what it is and what to do, in both languages", () => {
  const page = kitPage(kit([piece("a5", 1, { diagnostics: [overflow] })]));
  for (const sentence of [overflow.message.vi, overflow.hint.vi, overflow.message.en, overflow.hint.en]) {
    expect(page).toContain(sentence);
  }
});

test("errors are red, notes are not, and nothing to mend is said so", () => {
  expect(kitPage(kit([piece("a5", 1, { diagnostics: [overflow] })]))).toContain(
    '<b class="bad">1 điều cần xem',
  );
  expect(kitPage(kit([piece("a5", 1, { diagnostics: [note] })]))).not.toContain('<b class="bad">');
  expect(kitPage(kit([piece("a5", 1)]))).toContain("Không có gì phải sửa");
});

test("a piece that could not be rendered has its place", () => {
  expect(kitPage(kit([piece("a5", 0, { files: [], diagnostics: [overflow] })]))).toContain("Không dựng được");
});

test("names stay text", () => {
  for (const page of [kitPage(kit([piece("a5", 1)])), runPage([kit([]), kit([piece("a5", 1)])])]) {
    expect(page).toContain("Trường &lt;b&gt;");
    expect(page).not.toContain("Trường <b>");
  }
});

test("a run leads to the kits that exist", () => {
  const page = runPage([kit([], { folder: "khong", diagnostics: [overflow] }), kit([piece("a5", 1)])]);
  expect([...page.matchAll(/href="([^"]+)"/g)].map(([, url]) => url)).toEqual(["truong/index.html"]);
  expect(page).toContain(overflow.message.vi);
});
