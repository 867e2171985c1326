/** `anpham render`: one piece, one file (or one file a page). */

import type { Command } from "commander";
import type { RenderRequest } from "../../model/request.ts";
import { type Assignment, parseAssignment } from "../assignments.ts";
import { addCommonOptions, type CommonOptions, foldersFrom } from "../context.ts";
import { inLanguage, type Language } from "../language.ts";
import { OUTPUT_EXTENSIONS, outputTypeOf } from "../output-files.ts";
import { describeFile, renderToFile } from "../render-to-file.ts";
import { type ExitCode, pieceExitCode, printDiagnostics } from "../report.ts";
import { addRequestFlags, describeField, requestFields } from "../request-flags.ts";
import { missing } from "../usage.ts";

interface RenderOptions extends CommonOptions, Readonly<Record<string, unknown>> {
  readonly data?: string;
  readonly set?: readonly Assignment[];
  readonly out?: string;
  readonly proof?: string;
  readonly ticket?: string;
  readonly institution?: string;
}

/** Adds the command to the program; `finish` receives its exit code. */
export function addRenderCommand(
  program: Command,
  language: Language,
  finish: (code: ExitCode) => void,
): void {
  const say = (text: string) => inLanguage(text, language);
  const command = program
    .command("render")
    .description(say("dựng một ấn phẩm | render one piece"))
    .argument("<template>", say(describeField("template")));
  addRequestFlags(command, language);
  command
    .option("--data <file.json>", say(describeField("data")))
    .option(
      "--set <path=value>",
      say("ghi đè một trường, dùng được nhiều lần | lay one field over the brief; repeatable"),
      (text: string, earlier: readonly Assignment[] | undefined) => [
        ...(earlier ?? []),
        parseAssignment(text),
      ],
    )
    .option(
      "--out <file>",
      `${say("tệp ra | output file")} (${OUTPUT_EXTENSIONS.join(" ")}) (${say("bắt buộc | required")})`,
    );
  command
    .option("--proof <file.png>", say("ảnh thử màu: mực trên giấy | soft proof: ink on paper"))
    .option("--ticket <file.pdf>", say("phiếu đặt in | print ticket"));
  addCommonOptions(command, language);
  command.action(async (template: string, options: RenderOptions) => {
    finish(await runRender(template, options, language));
  });
}

async function runRender(template: string, options: RenderOptions, language: Language): Promise<ExitCode> {
  const out = options.out ?? missing("--out <file>", "render");
  // Before any work: a name that says no type is found out at once.
  const as = outputTypeOf(out);
  const { readData } = await import("../read-data.ts");
  const { readInstitution } = await import("../read-institution.ts");
  const { institution } = options;
  const request = {
    ...requestFields(options),
    template,
    as,
    ...(institution === undefined ? {} : { institution: await readInstitution(institution) }),
    data: await readData(options.data, options.set),
  };
  const { createEngine } = await import("../../render.ts");
  const engine = await createEngine(foldersFrom(options));
  // The pipeline checks every field itself; what is wrong here is reported by its path.
  const result = await renderToFile(engine, request as unknown as RenderRequest, out, {
    proof: options.proof ?? null,
    ticket: options.ticket ?? null,
  });
  const code = pieceExitCode(result.diagnostics);
  if (options.json) {
    console.log(JSON.stringify({ ok: code === 0, ...result }, null, 2));
    return code;
  }
  for (const file of result.files) console.log(describeFile(file, result.timings.total));
  printDiagnostics(result.diagnostics, language);
  return code;
}
