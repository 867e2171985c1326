/** `anpham preflight`: what a print shop would say about any PDF. */

import { readFile } from "node:fs/promises";
import type { Command } from "commander";
import type { PaintKind } from "../../inspect/content/painted.ts";
import type { PageReport, PdfReport } from "../../inspect/report.ts";
import type { OutputCondition } from "../../model/output-condition.ts";
import type { OutputProfile } from "../../model/output-profile.ts";
import { addCommonOptions, type CommonOptions, foldersFrom } from "../context.ts";
import { inLanguage, type Language } from "../language.ts";
import { type ExitCode, exitCodeFor, printDiagnostics } from "../report.ts";
import { table } from "../table.ts";
import { onlyWith, wrongOption } from "../usage.ts";

interface PreflightOptions extends CommonOptions {
  readonly profile?: string;
  readonly scale?: string;
}

const COMMAND = "preflight";

/** Adds the command to the program; `finish` receives its exit code. */
export function addPreflightCommand(
  program: Command,
  language: Language,
  finish: (code: ExitCode) => void,
): void {
  const say = (text: string) => inLanguage(text, language);
  const command = program
    .command(COMMAND)
    .description(say("kiểm tra một tệp PDF trước khi in | check any PDF before printing"))
    .argument("<file.pdf>", say("tệp cần kiểm tra | the file to check"))
    .option("--profile <id>", say("hồ sơ xuất mà tệp phải đạt | output profile that the file has to meet"))
    .option(
      "--scale <1:10>",
      say(
        "tỷ lệ tệp so với thành phẩm; mặc định của hồ sơ | size of the file to the piece; the profile's by default",
      ),
    );
  addCommonOptions(command, language);
  command.action(async (file: string, options: PreflightOptions) =>
    finish(await runPreflight(file, options, language)),
  );
}

async function runPreflight(file: string, options: PreflightOptions, language: Language): Promise<ExitCode> {
  const { failOnFile } = await import("../../base/system-reason.ts");
  const { inspectPdf } = await import("../../inspect/inspect-pdf.ts");
  const target = await loadTarget(options);
  const bytes = await readFile(file).catch((thrown: unknown) => failOnFile(file, thrown));
  const { value: report, diagnostics } = await inspectPdf(bytes, { ...target, name: file });
  const code = exitCodeFor(diagnostics);
  if (options.json) {
    console.log(JSON.stringify({ ok: code === 0, file, report, diagnostics }, null, 2));
    return code;
  }
  if (report.pages.length > 0) console.log(show(file, report, language));
  printDiagnostics(diagnostics, language);
  if (diagnostics.length === 0) {
    console.log(inLanguage("Không có gì phải sửa. | Nothing to mend.", language));
  }
  return code;
}

interface Target {
  readonly profile: OutputProfile | null;
  readonly condition: OutputCondition | null;
}

/** The library is opened only when a profile is asked for. */
async function loadTarget(options: PreflightOptions): Promise<Target> {
  const scale = options.scale === undefined ? null : await scaleOf(options.scale);
  if (options.profile === undefined) {
    if (scale !== null) onlyWith("--scale", "--profile hiflex", COMMAND);
    return { profile: null, condition: null };
  }
  const { openTemplates } = await import("../../compose/registry.ts");
  const { openLibrary } = await import("../../resolve/library.ts");
  const { brand, fonts, templates } = foldersFrom(options);
  const library = openLibrary({ brand, fonts, templates: await openTemplates(templates) });
  const profile = await library.profiles.load(options.profile);
  const condition = profile.condition === null ? null : await library.conditions.load(profile.condition);
  return { profile: scale === null ? profile : { ...profile, scale }, condition };
}

async function scaleOf(text: string): Promise<number> {
  const { ratio } = await import("../options.ts");
  const scale = ratio(text);
  if (typeof scale !== "number" || scale <= 0 || scale > 1) return wrongOption("--scale", "1:10", COMMAND);
  return scale;
}

function show(file: string, report: PdfReport, language: Language): string {
  const say = (text: string) => inLanguage(text, language);
  const { pages, pdfX, outputIntent } = report;
  const intent = outputIntent ? `, ${outputIntent.identifier ?? outputIntent.info ?? "?"}` : "";
  const count = pages.length;
  const head = `${file}: PDF ${report.version ?? "?"}, ${say(`${count} trang | ${count} page${count === 1 ? "" : "s"}`)}`;
  return [
    `${head}${pdfX.claims === null ? "" : `, ${pdfX.claims}`}${intent}`,
    pagesTable(pages, say),
    fontsTable(pages, say),
    colorsTable(pages, say),
    imagesTable(pages, say),
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}

type Say = (text: string) => string;

function pagesTable(pages: readonly PageReport[], say: Say): string {
  const headings = ["trang | page", "khổ | trim", "tràn lề | bleed", "mực | inks", "tổng mực | most ink"];
  const rows = pages.map(({ number, trim, bleed, inks, maximumInk }) => [
    String(number),
    `${trim.width} × ${trim.height} mm`,
    `${[bleed.top, bleed.right, bleed.bottom, bleed.left].join(" / ")} mm`,
    inks.join(" ") || "–",
    maximumInk ? `${maximumInk.percent} %` : "–",
  ]);
  return table(headings.map(say), rows);
}

function fontsTable(pages: readonly PageReport[], say: Say): string {
  const yes = (value: boolean) => say(value ? "có | yes" : "KHÔNG | NO");
  const rows = byPage(pages, ({ fonts }) =>
    fonts.map(({ name, type, embedded, subset, toUnicode }) => [
      name,
      type,
      embedded ? say(subset ? "một phần | subset" : "cả phông | whole") : yes(false),
      yes(toUnicode),
    ]),
  );
  const headings = ["phông | font", "loại | type", "nhúng | embedded", "Unicode", "trang | pages"];
  return rows.length > 0 ? table(headings.map(say), rows) : "";
}

const KINDS: readonly { readonly kind: PaintKind; readonly vi: string; readonly en: string }[] = [
  { kind: "text", vi: "chữ", en: "text" },
  { kind: "fill", vi: "mảng", en: "fill" },
  { kind: "stroke", vi: "nét", en: "stroke" },
  { kind: "image", vi: "ảnh", en: "image" },
  { kind: "stencil", vi: "mặt nạ ảnh", en: "stencil" },
  { kind: "shading", vi: "chuyển sắc", en: "shading" },
];

/** In one order: pages that differ in nothing but what they paint first are alike. */
function kindWords(kinds: ReadonlySet<PaintKind>): string {
  const found = KINDS.filter(({ kind }) => kinds.has(kind));
  return `${found.map(({ vi }) => vi).join(", ")} | ${found.map(({ en }) => en).join(", ")}`;
}

function colorsTable(pages: readonly PageReport[], say: Say): string {
  const rows = byPage(pages, ({ colors }) => {
    const spaces = new Map<string, Set<PaintKind>>();
    for (const { space, kind } of colors) spaces.set(space, (spaces.get(space) ?? new Set()).add(kind));
    return [...spaces].map(([space, kinds]) => [space, say(kindWords(kinds))]);
  });
  const headings = ["không gian màu | colour space", "dùng cho | in", "trang | pages"];
  return rows.length > 0 ? table(headings.map(say), rows) : "";
}

function imagesTable(pages: readonly PageReport[], say: Say): string {
  const rows = pages.flatMap(({ number, images }) =>
    images.map(({ area, pixelWidth, pixelHeight, ppi, space, compression }) => [
      String(number),
      `${area.x}; ${area.y} mm`,
      `${area.width} × ${area.height} mm`,
      `${pixelWidth} × ${pixelHeight} px`,
      `${ppi} ppi`,
      space,
      compression.join(" + ") || "–",
    ]),
  );
  const headings = [
    "trang | page",
    "chỗ | place",
    "cỡ | size",
    "điểm ảnh | pixels",
    "ppi",
    "màu | space",
    "nén | packing",
  ];
  return rows.length > 0 ? table(headings.map(say), rows) : "";
}

/** Equal rows of several pages as one, with the pages behind them. */
function byPage(
  pages: readonly PageReport[],
  rowsOf: (page: PageReport) => readonly (readonly string[])[],
): readonly (readonly string[])[] {
  const found = new Map<string, { readonly row: readonly string[]; readonly pages: number[] }>();
  for (const page of pages) {
    for (const row of rowsOf(page)) {
      const key = row.join("\0");
      const entry = found.get(key) ?? { row, pages: [] };
      entry.pages.push(page.number);
      found.set(key, entry);
    }
  }
  return [...found.values()].map(({ row, pages: numbers }) => [...row, ranges(numbers)]);
}

/** `1–3, 7` */
function ranges(numbers: readonly number[]): string {
  const parts: string[] = [];
  for (let i = 0; i < numbers.length; ) {
    let end = i;
    while (numbers[end + 1] === numbers[end]! + 1) end++;
    parts.push(end > i ? `${numbers[i]}–${numbers[end]}` : String(numbers[i]));
    i = end + 1;
  }
  return parts.join(", ");
}
