/** `anpham report`: what was made, added up from manifests. */

import { stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { Command } from "commander";
import type { Group, Summary } from "../../run/report/summary.ts";
import { addCommonOptions, type CommonOptions } from "../context.ts";
import { inLanguage, type Language } from "../language.ts";
import { sizeText } from "../render-to-file.ts";
import { EXIT, type ExitCode, printDiagnostics } from "../report.ts";
import { table } from "../table.ts";
import { missing, wrongOption } from "../usage.ts";

interface ReportOptions extends CommonOptions {
  readonly out?: string;
  readonly csv?: boolean;
}

const COMMAND = "report";

/** Adds the command to the program; `finish` receives its exit code. */
export function addReportCommand(
  program: Command,
  language: Language,
  finish: (code: ExitCode) => void,
): void {
  const say = (text: string) => inLanguage(text, language);
  const command = program
    .command(COMMAND)
    .description(
      say(
        "cộng sổ các loạt in theo cơ sở, khổ, chiến dịch | add manifests up by institution, format and campaign",
      ),
    )
    .argument(
      "<manifests...>",
      say("tệp manifest.jsonl, hoặc thư mục có tệp đó | manifest.jsonl files, or folders that have one"),
    )
    .option("--out <file.xlsx>", say("bảng tính ra (bắt buộc) | spreadsheet to write (required)"))
    .option("--csv", say("thêm một tệp CSV cùng tên | also a CSV file of the same name"));
  addCommonOptions(command, language);
  command.action(async (manifests: readonly string[], options: ReportOptions) =>
    finish(await runReport(manifests, options, language)),
  );
}

async function runReport(
  manifests: readonly string[],
  options: ReportOptions,
  language: Language,
): Promise<ExitCode> {
  const out = options.out ?? missing("--out <file.xlsx>", COMMAND);
  if (!/\.xlsx$/i.test(out)) wrongOption("--out", "report.xlsx", COMMAND);
  const { MANIFEST } = await import("../../run/manifest.ts");
  const { readManifests } = await import("../../run/report/read-manifests.ts");
  const { summarise } = await import("../../run/report/summary.ts");
  const { reportBook, reportCsv } = await import("../../run/report/report-book.ts");
  const { writeWholeFile } = await import("../../run/write-file.ts");
  const files = await Promise.all(
    manifests.map(async (given) => {
      const isFolder = (await stat(given).catch(() => null))?.isDirectory() ?? false;
      return resolve(isFolder ? join(given, MANIFEST) : given);
    }),
  );
  const read = await readManifests(files);
  const summary = summarise(read.map(({ entries }) => entries.values()));
  const diagnostics = read.flatMap((each) => each.diagnostics);
  const written = [out];
  await writeWholeFile(out, await reportBook(summary));
  if (options.csv) {
    const csv = out.replace(/\.xlsx$/i, ".csv");
    await writeWholeFile(csv, reportCsv(summary));
    written.push(csv);
  }
  if (options.json) {
    console.log(JSON.stringify({ ok: true, files: written, diagnostics, ...summary }, null, 2));
    return EXIT.done;
  }
  printDiagnostics(diagnostics, language);
  console.log(show(summary, language));
  for (const file of written) console.log(file);
  return EXIT.done;
}

/** Lines of a division on the terminal; the spreadsheet has all. */
const SHOWN_GROUPS = 25;

function show({ total, institutions, formats, campaigns }: Summary, language: Language): string {
  const say = (text: string) => inLanguage(text, language);
  const headings = ["ấn phẩm | pieces", "tệp | files", "dung lượng | size", "cần xem | to look at"].map(say);
  const line = ({ name, amount }: Pick<Group, "name" | "amount">) => [
    name,
    String(amount.pieces),
    String(amount.files),
    sizeText(amount.bytes),
    String(amount.toLookAt),
  ];
  const all = { name: say("tổng cộng | total"), amount: total };
  const parts = [
    ["cơ sở | institution", institutions],
    ["khổ | format", formats],
    ["chiến dịch | campaign", campaigns],
  ] as const;
  return parts
    .map(([heading, groups]) => {
      const more = groups.length - SHOWN_GROUPS;
      const rest = more > 0 ? [[say(`… và ${more} dòng nữa | … and ${more} more`)]] : [];
      const rows = [...groups.slice(0, SHOWN_GROUPS).map(line), ...rest, line(all)];
      return table([say(heading), ...headings], rows);
    })
    .join("\n\n");
}
