import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { sha256 } from "../../../src/base/hash.ts";
import { halfFold } from "../../../src/model/fold.ts";
import type { InkTable } from "../../../src/model/ink.ts";
import type { ResolvedJob } from "../../../src/model/job.ts";
import { NO_FINISHING, type OutputProfile, WEB_PROFILE } from "../../../src/model/output-profile.ts";
import { catalogueFormat } from "../../../src/run/choose.ts";
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
  ppi: 300,
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
const file = { name: "to-roi.pdf", bytes: 1_234_567, sha256: sha256("to-roi"), mediaType: "application/pdf" };
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

  test("how large the file opens, and how many share a sheet", async () => {
    expect((await factsOf()).facts["Khổ tệp"]).toBe("148 × 210 mm");
    const shared = { ...front, size: { width: 320, height: 450 }, placements: front.placements };
    const four = { ...shared, placements: [1, 2, 3, 4].flatMap(() => front.placements) };
    expect((await factsOf({ sheets: [four] })).facts["Khổ tệp"]).toBe("320 × 450 mm, 4 con mỗi mặt tờ");
    const booklet = { ...job, profile: { ...PRINT, booklet: { paperThickness: 0.1 } } };
    expect((await factsOf({ job: booklet, sheets: [four] })).facts["Khổ tệp"]).toMatch(/4 trang mỗi mặt tờ$/);
  });

  test("that programs without UserUnit open a file of six metres at half its size", async () => {
    const large = [{ ...front, size: { width: 6060, height: 3060 } }];
    expect((await factsOf({ sheets: large })).facts["Khổ tệp"]).toBe(
      "6,06 × 3,06 m. Phần mềm nào mở ra 3,03 × 1,53 m thì phóng 200 % (UserUnit 2)",
    );
    const tiff = [{ ...file, mediaType: "image/tiff" }];
    expect((await factsOf({ sheets: large, files: tiff })).facts["Khổ tệp"]).toBe("6,06 × 3,06 m, 300 ppi");
  });

  test("no standard that the file is not of", async () => {
    const { facts } = await factsOf({ files: [{ ...file, mediaType: "image/tiff" }] });
    expect(facts["Hồ sơ xuất"]).toBe("Gửi nhà in");
    expect(facts["Màu in"]).toBe("4 màu (CMYK)");
  });

  test("a circle by its diameter, and what a badge shows of it", async () => {
    const round = { ...job.format, width: 70, height: 70, shape: "circle", wrap: 6 } as const;
    expect((await factsOf({ job: { ...job, format: round } })).facts["Thành phẩm"]).toBe(
      "Ø 58 mm (cắt giấy Ø 70 mm)",
    );
    expect((await factsOf({ job: { ...job, format: { ...round, wrap: 0 } } })).facts["Thành phẩm"]).toBe(
      "Ø 70 mm",
    );
  });

  test("a piece cut outside its format by what leaves the knife, as big as it is handed over", async () => {
    const profile = { ...PRINT, bleed: 5, finishing: { ...NO_FINISHING, cutContour: { offset: 2 } } };
    const sizeOf = async (format: ResolvedJob["format"]) =>
      (await factsOf({ job: { ...job, profile, format } })).facts["Thành phẩm"];
    expect(await sizeOf(catalogueFormat("decal-round-100"))).toBe("Ø 104 mm theo nét bế (hình Ø 100 mm)");
    expect(await sizeOf(catalogueFormat("decal-100x60"))).toBe("104 × 64 mm theo nét bế (hình 100 × 60 mm)");
    const round = await factsOf({ job: { ...job, profile, format: catalogueFormat("decal-round-100") } });
    expect(round.facts["Tràn lề"]).toBe("3 mm ngoài nét bế");
  });

  test("what this piece is printed on, not what others of its family are", async () => {
    const materialOf = async (id: string) => {
      const { facts } = await factsOf({ job: { ...job, format: catalogueFormat(id) } });
      return `${facts["Vật liệu (gợi ý)"]}; ${facts["Gia công"]}`;
    };
    expect(await materialOf("badge-58")).toContain("phôi huy hiệu");
    expect(await materialOf("name-card-86x54")).not.toContain("huy hiệu");
    expect(await materialOf("tote-280x350")).toBe(
      "Túi vải may sẵn; in lưới hoặc chuyển nhiệt; In lên mặt túi",
    );
    expect(await materialOf("mug-wrap-200x90")).toMatch(/^Cốc sứ.*; In lật gương lên giấy chuyển nhiệt/);
    expect(await materialOf("a2")).toBe("Giấy couche bóng 200 gsm; Xén thành phẩm");
    expect(await materialOf("a1")).toBe("PP trong nhà, cán mờ; Xén thành phẩm");
    const sign = await materialOf("signboard-4x1.5m");
    expect(sign).toContain("bồi lên tấm alu, gập phần tràn lề ra sau");
    expect(sign).not.toContain("Xén");
  });

  test("cloth for what is hemmed, whatever the piece is printed on otherwise", async () => {
    const hung = { ...PRINT, finishing: { ...NO_FINISHING, hem: 30 } };
    const materialOf = async (id: string) =>
      (await factsOf({ job: { ...job, format: catalogueFormat(id), profile: hung } })).facts[
        "Vật liệu (gợi ý)"
      ];
    expect(await materialOf("standee-800x1800")).toBe("Bạt hiflex 360 gsm");
    expect(await materialOf("panel-6x4m")).toBe("Bạt hiflex 450 gsm căng khung");
  });

  test("the resolution of a picture, as it opens and as it is printed", async () => {
    const files = [{ ...file, mediaType: "image/tiff" }];
    const sized = async (changes: Partial<TicketRequest>) => (await factsOf(changes)).facts["Khổ tệp"];
    const tenth = { ...job, ppi: 72, profile: { ...PRINT, scale: 0.1 } };
    expect(await sized({ files })).toBe("148 × 210 mm, 300 ppi");
    expect(await sized({ files, job: tenth })).toBe("148 × 210 mm, 720 ppi (72 ppi ở kích thước thật)");
    expect(await sized({ job: tenth })).toBe("148 × 210 mm");
  });

  test("white ink among the inks, on clear film", async () => {
    const clear = { ...PRINT, finishing: { ...NO_FINISHING, whiteInk: true } };
    const { facts } = await factsOf({ job: { ...job, profile: clear } });
    expect(facts["Màu in"]).toBe("4 màu (CMYK) và PANTONE 871 C, mực trắng (White)");
    expect(facts["Vật liệu (gợi ý)"]).toBe("Decal trong");
  });

  test("each ink once, as the kit names it", async () => {
    const { used } = await factsOf({ sheets: [front, front, back] });
    expect(used.map(({ words }) => words)).toEqual(["C100 M84 Y8 K28", "PANTONE 871 C", "C30 M25 Y2 K8"]);
  });
});

test("finishing in a shop's words", () => {
  const plain: Parameters<typeof finishingWords>[0] = {
    ...{ id: "a5", family: "flyer", medium: "print", folds: [], shape: "rectangle", wrap: 0 },
  };
  const words = (finishing: Partial<OutputProfile["finishing"]>, scale = 1) =>
    finishingWords(
      plain,
      { finishing: { ...NO_FINISHING, ...finishing }, booklet: null, scale, mirror: false },
      true,
    );
  const glass = "Dán mặt ngoài kính; nếu dán mặt trong để nhìn từ ngoài: in lật gương, mực trắng in sau cùng";
  expect(words({})).toEqual(["Xén thành phẩm"]);
  expect(words({ hem: 30, eyelets: { spacing: 500, inset: 15, diameter: 12 } }, 0.1)).toEqual([
    "Tệp tỷ lệ 1:10: phóng 1.000 % khi in",
    "Gấp biên 30 mm mỗi cạnh",
    "Đóng khuy Ø 12 mm ở bốn góc và dọc mép, cách nhau tối đa 500 mm, tâm cách mép 15 mm",
  ]);
  expect(words({ hem: 50 })).toEqual(["Căng khung: kéo 50 mm mỗi cạnh ra sau khung"]);
  expect(words({ cutContour: { offset: -1.5 }, whiteInk: true })).toEqual([
    "Lót mực trắng dưới toàn bộ hình (bản White)",
    glass,
    "Bế demi theo nét CutContour, trong thành phẩm 1,5 mm",
  ]);
  expect(words({ polePocket: { top: 80, bottom: 100 } })).toContain("Luồn ống: trên 80 mm, dưới 100 mm");
  expect(words({ hem: 30, polePocket: { top: 80, bottom: 80 } })[0]).toBe("Gấp biên 30 mm hai cạnh bên");
  expect(words({ hem: 30, polePocket: { top: 80, bottom: 0 } })[0]).toBe(
    "Gấp biên 30 mm hai cạnh bên và cạnh dưới",
  );
  const clear = { ...NO_FINISHING, cutContour: { offset: 2 }, whiteInk: true };
  expect(finishingWords(plain, { finishing: clear, booklet: null, scale: 1, mirror: false }, false)).toEqual([
    "Lót mực trắng dưới toàn bộ hình (bản White: xem tệp PDF)",
    glass,
    "Bế demi theo nét CutContour: xem tệp PDF, ngoài thành phẩm 2 mm",
  ]);
  const badge = { ...plain, shape: "circle", wrap: 6 } as const;
  const finishing = { ...NO_FINISHING, cutContour: { offset: 0 } };
  expect(finishingWords(badge, { finishing, booklet: null, scale: 1, mirror: false }, true)).toEqual([
    "Cắt đứt theo nét CutContour",
    "Bọc mép 6 mm",
  ]);
});

test("a mirrored file is printed as it is, white ink last, and the mug's paper is not turned again", () => {
  const plain = catalogueFormat("decal-100x60");
  const profile = { booklet: null, scale: 1, mirror: true } as const;
  const finishing = { ...NO_FINISHING, whiteInk: true };
  const glass = finishingWords(plain, { ...profile, finishing }, true).join("; ");
  expect(glass).toContain("Tệp đã lật gương");
  expect(glass).toContain("mực trắng sau cùng");
  expect(glass).not.toContain("Dán mặt ngoài kính");
  const mug = { ...plain, id: "mug-wrap-200x90" };
  expect(finishingWords(mug, { ...profile, finishing: NO_FINISHING }, true)).toEqual([
    "Tệp đã lật gương: in đúng như tệp, không lật thêm",
    "In lên giấy chuyển nhiệt, ép nhiệt lên cốc",
  ]);
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

testWith("pdftotext")("has room for its signatures under all that a piece can say", async () => {
  const tokens = Array.from(
    { length: 14 },
    (_, i) => [`c${i}`, `#0000${(16 + i * 9).toString(16)}`] as const,
  );
  const colors = tokens.map(([name, hex], i) => solidRect(i * 10, 0, 9, 9, token(hex, name)));
  const many = sheetOf(colors, { width: 6060, height: 3160 });
  const table: InkTable = new Map(
    tokens.map(([name], i) => [name, { kind: "process", cmyk: { c: 100, m: 60 + i, y: 45, k: 33 } }]),
  );
  const eyelets = { spacing: 500, inset: 15, diameter: 12 };
  const finishing = { ...NO_FINISHING, hem: 30, eyelets, polePocket: { top: 80, bottom: 80 } };
  const profile = { ...PRINT, finishing, scale: 0.1 };
  const title = "Đồng hành nâng tầm kỹ năng lao động – Vì một Việt Nam thịnh vượng – ".concat(
    "Trung tâm Giáo dục nghề nghiệp – Giáo dục thường xuyên liên huyện Đức Linh – Tánh Linh",
  );
  const files = [1, 2, 3, 4].map((page) => ({ ...file, name: `tam-lon-${page}.pdf` }));
  const format = { ...job.format, folds: [...halfFold(148)] };
  const whole = { ...job, inks: table, title, profile, format };
  const ticket = await printTicket({ job: whole, sheets: [many], files, quantity: null });
  const path = join(mkdtempSync(join(tmpdir(), "anpham-ticket-")), "ticket.pdf");
  writeFileSync(path, ticket.bytes);
  const bottomOf = (words: string) =>
    words.split(" ").map((word) => {
      const found = run("pdftotext", "-bbox", path, "-").normalize("NFC").split("\n");
      const line = found.findLast((each) => each.includes(`>${word}<`)) ?? "";
      return {
        top: Number(/yMin="([\d.]+)"/.exec(line)?.[1]),
        end: Number(/yMax="([\d.]+)"/.exec(line)?.[1]),
      };
    });
  const [others] = bottomOf("khác");
  const [signature] = bottomOf("Duyệt");
  expect(signature!.top).toBeGreaterThan(others!.end + 5);
  // A signature needs 14 mm of paper.
  expect(signature!.end).toBeLessThan(841.89 - (14 / 25.4) * 72);
});

test("the same request gives the same bytes", async () => {
  const [one, other] = [await printTicket(request), await printTicket(request)];
  expect(sha256(one.bytes)).toBe(sha256(other.bytes));
});

testWith("pdftotext")("a picture of a print piece is ordered as the RGB that it is", async () => {
  const png = { ...request, files: [{ ...file, name: "to-roi.png", mediaType: "image/png" }] };
  const ticket = await printTicket(png);
  const path = join(mkdtempSync(join(tmpdir(), "anpham-ticket-")), "ticket.pdf");
  writeFileSync(path, ticket.bytes);
  const text = run("pdftotext", "-layout", path, "-").normalize("NFC");
  expect(text).toContain("RGB, không tách bản");
  expect(text).not.toMatch(/CMYK|PDF\/X|C100/);
});

test("a piece for screens has no inks to order", async () => {
  const rgb = { ...request, job: { ...job, profile: WEB_PROFILE, condition: null } };
  const { facts } = ticketFacts(rgb, null);
  expect(facts.find(({ label }) => label === "Màu in")?.value).toBe("RGB, không tách bản");
  expect((await printTicket(rgb)).diagnostics).toEqual([]);
});
