/** `anpham test template`: whether a template holds in every format, theme and data set. */

import { join } from "node:path";
import type { Command } from "commander";
import { packageFolders } from "../../package-folders.ts";
import type { TriedPiece, Verdict } from "../../run/template-test/test-template.ts";
import { addCommonOptions, type CommonOptions, foldersFrom } from "../context.ts";
import { inLanguage, type Language } from "../language.ts";
import { listOf } from "../options.ts";
import { showProgress } from "../progress.ts";
import { describe, EXIT, type ExitCode } from "../report.ts";
import { table } from "../table.ts";
import { wrongOption } from "../usage.ts";

interface TestTemplateOptions extends CommonOptions {
  readonly formats?: string;
  readonly themes?: string;
  readonly data?: string;
  readonly institution: string;
}

const COMMAND = "test";

/** Adds the command to the program; `finish` receives its exit code: 3 when any piece has a fault. */
export function addTestCommand(program: Command, language: Language, finish: (code: ExitCode) => void): void {
  const say = (text: string) => inLanguage(text, language);
  const group = program.command(COMMAND).description(say("thử một mẫu | try a template"));
  const command = group
    .command("template")
    .description(
      say(
        "dựng mẫu ở mọi khổ, chủ đề, bộ dữ liệu và cơ sở rồi kết luận | lay a template out in every format, theme, data set and institution, and judge it",
      ),
    )
    .argument("<id>", say("mã của mẫu | id of the template"))
    .option("--formats <list>", say("chỉ những khổ này | only these formats"))
    .option("--themes <list>", say("chỉ những chủ đề này | only these themes"))
    .option("--data <list>", say("chỉ những bộ dữ liệu này | only these data sets"))
    .option("--institution <list|all>", say("cơ sở | institutions"), "all");
  addCommonOptions(command, language);
  command.action(async (id: string, options: TestTemplateOptions) =>
    finish(await runTest(id, options, language)),
  );
}

async function runTest(id: string, options: TestTemplateOptions, language: Language): Promise<ExitCode> {
  const say = (text: string) => inLanguage(text, language);
  const formats = listOf("--formats", options.formats, "a5,facebook-cover", COMMAND);
  const themes = listOf("--themes", options.themes, "vuon-len,ky-nghe", COMMAND);
  const institutions = listOf("--institution", options.institution, "cd-y-te", COMMAND);
  const { createEngine } = await import("../../render.ts");
  const { readDataSets } = await import("../../run/gallery/run-gallery.ts");
  const { testTemplate } = await import("../../run/template-test/test-template.ts");
  const all = await readDataSets(join(packageFolders().brand, "samples", "briefs"));
  const known = all.map((set) => set.id).join(",");
  const asked = listOf("--data", options.data, known, COMMAND);
  const dataSets = all.filter((set) => asked === null || asked.includes(set.id));
  if (asked && dataSets.length < asked.length) wrongOption("--data", known, COMMAND);
  const engine = await createEngine(foldersFrom(options));
  if (!engine.library.templates.ids.includes(id)) {
    const { unknownId } = await import("../../resolve/known-ids.ts");
    const { AnphamError } = await import("../../base/diagnostic.ts");
    throw new AnphamError([unknownId("template", id, engine.library.templates.ids)]);
  }
  const progress = showProgress(say("bản | pieces"), options.json);
  const verdict = await testTemplate(engine, {
    template: id,
    formats,
    themes,
    dataSets,
    institutions: institutions ?? (await engine.library.institutions.ids()),
    onPiece: (done, total) => progress.update(done, total, 0),
  });
  progress.end();
  if (options.json) console.log(JSON.stringify(verdict, null, 2));
  else print(verdict, language);
  return verdict.passed ? EXIT.done : EXIT.faultyPiece;
}

function print(verdict: Verdict, language: Language): void {
  const say = (text: string) => inLanguage(text, language);
  const { pieces, passed } = verdict;
  const unique = (of: (piece: TriedPiece) => string) => [...new Set(pieces.map(of))];
  const data = unique((piece) => piece.data);
  const rows = unique((piece) => `${piece.format}\t${piece.theme}`).map((key) => {
    const [format = "", theme = ""] = key.split("\t");
    const marks = data.map((set) => {
      const cell = pieces.filter(
        (each) => each.format === format && each.theme === theme && each.data === set,
      );
      const faulty = cell.filter(({ faults }) => faults.length > 0).length;
      return faulty === 0 ? "✓" : `✗ ${faulty}/${cell.length}`;
    });
    return [format, theme, ...marks];
  });
  console.log(table([say("khổ | format"), say("chủ đề | theme"), ...data], rows));
  for (const line of faultLines(pieces, language)) console.error(line);
  const faulty = pieces.filter(({ faults }) => faults.length > 0).length;
  console.log(
    passed
      ? say(`ĐẠT: ${pieces.length} bản, không lỗi nào. | PASSED: ${pieces.length} pieces, not one fault.`)
      : say(
          `CHƯA ĐẠT: ${faulty} trên ${pieces.length} bản có lỗi. | NOT PASSED: ${faulty} of ${pieces.length} pieces have faults.`,
        ),
  );
}

/** Each fault once, with where it was met first and how often. */
function faultLines(pieces: readonly TriedPiece[], language: Language): readonly string[] {
  const met = new Map<string, { readonly line: string; readonly where: string; count: number }>();
  for (const { format, theme, data, institution, faults } of pieces) {
    for (const fault of faults) {
      const key = `${fault.code} ${fault.where.frame ?? fault.message.en}`;
      const known = met.get(key);
      if (known) known.count++;
      else
        met.set(key, {
          line: describe(fault, language),
          where: `${format} ${theme} ${data} ${institution}`,
          count: 1,
        });
    }
  }
  return [...met.values()].map(({ line, where, count }) => `${line}\n  ${count} ×, ${where}`);
}
