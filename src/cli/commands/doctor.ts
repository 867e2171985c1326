/** `anpham doctor`: whether this machine and these folders can make pieces, and what is missing. */

import type { Command } from "commander";
import type { Finding } from "../checks/finding.ts";
import { addCommonOptions, type CommonOptions, foldersFrom } from "../context.ts";
import { inLanguage, type Language } from "../language.ts";
import { EXIT, type ExitCode } from "../report.ts";
import { table } from "../table.ts";

const MARKS = { ok: "✓", missing: "–", broken: "✗" } as const;

/** Adds the command to the program; `finish` receives its exit code. */
export function addDoctorCommand(
  program: Command,
  language: Language,
  finish: (code: ExitCode) => void,
): void {
  const command = program
    .command("doctor")
    .description(inLanguage("kiểm tra máy và các thư mục | check this machine and the folders", language));
  addCommonOptions(command, language);
  command.action(async (options: CommonOptions) => finish(await runDoctor(options, language)));
}

async function runDoctor(options: CommonOptions, language: Language): Promise<ExitCode> {
  const { checkMachine, checkTools } = await import("../checks/machine.ts");
  const { checkBrand, checkFonts, checkTemplates } = await import("../checks/folders.ts");
  const { brand, fonts, templates } = foldersFrom(options);
  const findings: readonly Finding[] = [
    ...(await checkMachine()),
    ...(await checkFonts(fonts)),
    ...(await checkBrand(brand)),
    ...(await checkTemplates(templates)),
    ...(await checkTools()),
  ];
  const ok = findings.every(({ state }) => state !== "broken");
  if (options.json) {
    console.log(JSON.stringify({ ok, findings }, null, 2));
  } else {
    const say = (text: string) => inLanguage(text, language);
    const rows = findings.map(({ state, subject, detail }) => [MARKS[state], say(subject), say(detail)]);
    console.log(table(["", say("mục | item"), say("kết quả | result")], rows));
    console.log(say(ok ? "Sẵn sàng. | Ready." : "Có mục hỏng (✗). | Something is broken (✗)."));
  }
  return ok ? EXIT.done : EXIT.failed;
}
