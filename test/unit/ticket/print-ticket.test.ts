import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { sha256 } from "../../../src/base/hash.ts";
import { halfFold } from "../../../src/model/fold.ts";
import type { InkTable } from "../../../src/model/ink.ts";
import type { ResolvedJob } from "../../../src/model/job.ts";
import { NO_FINISHING, type OutputProfile, WEB_PROFILE } from "../../../src/model/output-profile.ts";
import { finishingWords } from "../../../src/ticket/finishing-words.ts";
import { decimal, fileSize, sizeWords } from "../../../src/ticket/numbers.ts";
import { printTicket, type TicketRequest } from "../../../src/ticket/print-ticket.ts";
import { ticketFacts } from "../../../src/ticket/ticket-facts.ts";
import { fogra39, fogra39Converter } from "../../support/fogra39.ts";
import { run, testWith } from "../../support/judges.ts";
import { color, sheetOf, solid, solidRect } from "../../support/scene.ts";
import { sampleJob } from "../kit/sample-job.ts";

const inks: InkTable = new Map([
  ["primary", { kind: "process", cmyk: { c: 100, m: 84, y: 8, k: 28 } }],
  ["gold", { kind: "spot", name: "PANTONE 871 C", tint: 100, alternate: { c: 20, m: 25, y: 60, k: 25 } }],
]);
const PRINT: OutputProfile = {
  ...WEB_PROFILE,
  id: "print",
  name: { vi: "Gửi nhà in", en: "For the print shop" },
  colorSpace: "cmyk",
  condition: "fogra39-coated",
  standard: "pdf/x-4",
  bleed: "format",
};
const job: ResolvedJob = {
  ...sampleJob({ format: "a5" }),
  title: "Ngày hội tuyển sinh",
  profile: PRINT,
  condition: fogra39(),
  inks,
};
const token = (hex: string, name: string) => ({ ...solid(hex), color: color(hex, name) });
const front = sheetOf(
  [
    solidRect(0, 0, 148, 100, token("#0b2a6b", "primary")),
    solidRect(0, 100, 148, 9, token("#85714d", "gold")),
  ],
  { width: 148, height: 210 },
);
const back = sheetOf([solidRect(0, 0, 148, 50, token("#0b2a6b", "primary@30"))], { width: 148, height: 210 });
const file = { name: "to-roi.pdf", bytes: 1_234_567, sha256: sha256("to-roi") };
const request: TicketRequest = { job, sheets: [front, back], files: [file], quantity: 2000 };

const factsOf = async (changes: Partial<TicketRequest> = {}) => {
  const { facts, inks: used } = ticketFacts({ ...request, ...changes }, await fogra39Converter(inks));
  return { facts: Object.fromEntries(facts.map(({ label, value }) => [label, value])), used };
};

describe("what a ticket says", () => {
  test("the piece, its sides and its copies", async () => {
    const { facts } = await factsOf();
    expect(facts).toMatchObject({
      "Thành phẩm": "148 × 210 mm",
      "Tràn lề": "3 mm mỗi cạnh",
      "Số mặt": "2 mặt",
      "Số lượng": "2.000 bản",
      "Màu in": "4 màu (CMYK) và PANTONE 871 C",
      "Hồ sơ xuất": "Gửi nhà in (PDF/X-4)",
    });
    expect(facts["Điều kiện in"]).toContain("300 %");
    expect((await factsOf({ quantity: null })).facts["Số lượng"]).toBeNull();
  });

  test("finished and flat size of what is folded", async () => {
    const format = { ...job.format, width: 297, height: 210, folds: [...halfFold(297)] };
    const { facts } = await factsOf({ job: { ...job, format } });
    expect(facts).toMatchObject({
      "Thành phẩm": "148,5 × 210 mm (đã gấp)",
      "Kích thước trải": "297 × 210 mm",
      "Gia công": "Cấn, gấp đôi",
    });
  });

  test("each ink once, as the kit names it", async () => {
    const { used } = await factsOf({ sheets: [front, front, back] });
    expect(used.map(({ words }) => words)).toEqual(["C100 M84 Y8 K28", "PANTONE 871 C", "C30 M25 Y2 K8"]);
  });
});

test("finishing in a shop's words", () => {
  const plain: Parameters<typeof finishingWords>[0] = { folds: [], shape: "rectangle" };
  const words = (finishing: Partial<OutputProfile["finishing"]>, scale = 1) =>
    finishingWords(plain, { finishing: { ...NO_FINISHING, ...finishing }, booklet: null, scale });
  expect(words({})).toEqual(["Xén thành phẩm"]);
  expect(words({ hem: 30, eyelets: { spacing: 500, inset: 15, diameter: 12 } }, 0.1)).toEqual([
    "Tệp tỷ lệ 1:10: phóng 1.000 % khi in",
    "Gấp biên 30 mm mỗi cạnh",
    "Đóng khuy Ø 12 mm ở bốn góc và dọc mép, cách nhau tối đa 500 mm, tâm cách mép 15 mm",
  ]);
  expect(words({ cutContour: { offset: -1.5 }, whiteInk: true })).toEqual([
    "Lót mực trắng dưới toàn bộ hình (bản White)",
    "Bế demi theo nét CutContour, trong thành phẩm 1,5 mm",
  ]);
  expect(words({ polePocket: { top: 80, bottom: 100 } })).toContain("Luồn ống: trên 80 mm, dưới 100 mm");
});

test("numbers as Vietnamese prints them", () => {
  expect([0.5, 12, 1234.567, 1_000_000].map(decimal)).toEqual(["0,5", "12", "1.234,57", "1.000.000"]);
  expect(sizeWords(6000, 1500)).toBe("6 × 1,5 m");
  expect([200, 51_200, 1_234_567].map(fileSize)).toEqual(["1 kB", "51 kB", "1,2 MB"]);
});

testWith("pdftotext", "qpdf")("is one sound A4 page of live text", async () => {
  const ticket = await printTicket({ ...request, quantity: null });
  expect(ticket.mediaType).toBe("application/pdf");
  expect(ticket.diagnostics).toEqual([]);
  const path = join(mkdtempSync(join(tmpdir(), "anpham-ticket-")), "ticket.pdf");
  writeFileSync(path, ticket.bytes);
  expect(run("qpdf", "--show-npages", path).trim()).toBe("1");
  const text = run("pdftotext", "-layout", path, "-").normalize("NFC");
  for (const words of [
    "PHIẾU ĐẶT IN",
    "Ngày hội tuyển sinh",
    "148 × 210 mm",
    "PANTONE 871 C",
    "to-roi.pdf",
    file.sha256,
  ]) {
    expect(text).toContain(words);
  }
  // Nothing runs off the page: the last signature stands right of the middle one, inside A4.
  const boxes = run("pdftotext", "-bbox", path, "-");
  const right = [...boxes.matchAll(/xMax="([\d.]+)"/g)].map(([, x]) => Number(x));
  const bottom = [...boxes.matchAll(/yMax="([\d.]+)"/g)].map(([, y]) => Number(y));
  expect(Math.max(...right)).toBeLessThan(595.28 - 30);
  expect(Math.max(...bottom)).toBeLessThan(841.89 - 20);
});

test("the same request gives the same bytes", async () => {
  const [one, other] = [await printTicket(request), await printTicket(request)];
  expect(sha256(one.bytes)).toBe(sha256(other.bytes));
});

test("a piece for screens has no inks to order", async () => {
  const rgb = { ...request, job: { ...job, profile: WEB_PROFILE, condition: null } };
  const { facts } = ticketFacts(rgb, null);
  expect(facts.find(({ label }) => label === "Màu in")?.value).toBe("RGB, không tách bản");
  expect((await printTicket(rgb)).diagnostics).toEqual([]);
});
