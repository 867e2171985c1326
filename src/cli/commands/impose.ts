/** `anpham impose`: pages of any PDF onto press sheets, or as a stapled booklet. */

import { readFile, realpath } from "node:fs/promises";
import type { Command } from "commander";
import { AnphamError, type Diagnostic, fail } from "../../base/diagnostic.ts";
import { sha256 } from "../../base/hash.ts";
import { UnreadablePdf } from "../../export/pdf/existing/unreadable-pdf.ts";
import { writeWholeFile } from "../../run/write-file.ts";
import { addCommonOptions, type CommonOptions } from "../context.ts";
import { type ImposeOptions, imposeSettings } from "../impose-options.ts";
import { inLanguage, type Language } from "../language.ts";
import { describeFile, type WrittenFile } from "../render-to-file.ts";
import { type ExitCode, exitCodeFor, printDiagnostics } from "../report.ts";
import { missing } from "../usage.ts";

interface Options extends CommonOptions, ImposeOptions {
  readonly out?: string;
}

/** Adds the command to the program; `finish` receives its exit code. */
export function addImposeCommand(
  program: Command,
  language: Language,
  finish: (code: ExitCode) => void,
): void {
  const say = (text: string) => inLanguage(text, language);
  const command = program
    .command("impose")
    .description(say("bình bản một tệp PDF có sẵn | put the pages of an existing PDF on press sheets"))
    .argument("<file.pdf>", say("tệp PDF | the PDF"))
    .option("--sheet <320x450>", say("cỡ tờ giấy, mm | sheet size, mm"))
    .option("--n-up <2x4|auto>", say("số cột × số hàng | columns × rows; as many as fit by default"))
    .option("--repeat", say("mỗi tờ chỉ một trang, lặp lại | step and repeat each page"))
    .option(
      "--stack",
      say(
        "xén xong chồng các cọc lên nhau là đúng thứ tự trang, hợp thẻ đánh số | cut piles, put one on the other, are in order: for numbered cards",
      ),
    )
    .option("--two-sided", say("trang chẵn in mặt sau trang lẻ | even pages behind odd ones"))
    .option(
      "--work-and-turn",
      say(
        "tự trở: mặt sau cạnh mặt trước trên cùng bản in | backs beside fronts, so that one set of plates prints both sides",
      ),
    )
    .option("--booklet", say("xếp trang đóng ghim giữa | saddle-stitched booklet"))
    .option("--paper <mm>", say("độ dày một tờ giấy, để bù đẩy trang | leaf thickness, for creep"))
    .option("--gutter <mm>", say("khe giữa các con [6] | between pieces [6]"))
    .option("--margin <mm>", say("mép giấy không in [5] | unprinted edge [5]"))
    .option("--bleed <mm>", say("tràn lề, mặc định như trong tệp | bleed; the file's own by default"))
    .option(
      "--marks [list]",
      say(
        "dấu in: tất cả, hoặc một số [crop,fold] | marks: all, or some of crop,bleed,registration,color-bar,fold [crop,fold]",
      ),
    )
    .option("--no-marks", say("không có dấu in | no marks"))
    .option("--out <file.pdf>", `${say("tệp ra | output file")} (${say("bắt buộc | required")})`);
  addCommonOptions(command, language);
  command.action(async (file: string, options: Options) => finish(await runImpose(file, options, language)));
}

async function runImpose(file: string, options: Options, language: Language): Promise<ExitCode> {
  const start = performance.now();
  const out = options.out ?? missing("--out <file.pdf>", "impose");
  const { profile, nUp } = imposeSettings(options);
  if (await isSameFile(file, out)) fail("impose.same-file", { file }, { file });
  const { imposeExisting } = await import("../../impose/impose-existing.ts");
  const { writeImposed } = await import("../../export/pdf/existing/write.ts");
  const pdf = await readPdf(file);
  const { value: sheets, diagnostics } = imposeExisting(pdf.pages, profile, nUp);
  const bytes = await writeImposed(pdf, sheets).catch((thrown: unknown) => refuseUnreadable(file, thrown));
  await writeWholeFile(out, bytes);
  const written: WrittenFile = {
    path: out,
    mediaType: "application/pdf",
    bytes: bytes.byteLength,
    sha256: sha256(bytes),
    page: null,
  };
  return report(written, diagnostics, Math.round(performance.now() - start), options, language);
}

/** Whatever they are called. */
async function isSameFile(one: string, other: string): Promise<boolean> {
  const [first, second] = await Promise.all([one, other].map((path) => realpath(path).catch(() => null)));
  return first !== null && first === second;
}

async function readPdf(file: string) {
  const { failOnFile } = await import("../../base/system-reason.ts");
  const { readExisting } = await import("../../export/pdf/existing/read.ts");
  const bytes = await readFile(file).catch((thrown: unknown) => failOnFile(file, thrown));
  return await readExisting(bytes).catch(async (thrown: unknown) => {
    const { otherType } = await import("../../inspect/unreadable.ts");
    const other = thrown instanceof UnreadablePdf ? otherType(bytes, file) : null;
    if (other) throw new AnphamError([other], { cause: thrown });
    return refuseUnreadable(file, thrown);
  });
}

function refuseUnreadable(file: string, thrown: unknown): never {
  if (!(thrown instanceof UnreadablePdf)) throw thrown;
  const params = { file, reason: thrown.message, reasonVi: thrown.reasonVi };
  return fail("impose.unreadable-pdf", params, { file }, { cause: thrown });
}

function report(
  file: WrittenFile,
  diagnostics: readonly Diagnostic[],
  milliseconds: number,
  options: Options,
  language: Language,
): ExitCode {
  const code = exitCodeFor(diagnostics);
  if (options.json) {
    const timings = { total: milliseconds };
    console.log(JSON.stringify({ ok: code === 0, files: [file], diagnostics, timings }, null, 2));
    return code;
  }
  console.log(describeFile(file, milliseconds));
  printDiagnostics(diagnostics, language);
  return code;
}
