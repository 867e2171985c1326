/** The command line's commands and its help, in the reader's language or both. */

import { Command } from "commander";
import { packageVersion } from "../base/package-root.ts";
import { addBatchCommand } from "./commands/batch.ts";
import { addDemoCommand } from "./commands/demo.ts";
import { addDoctorCommand } from "./commands/doctor.ts";
import { addGalleryCommand } from "./commands/gallery.ts";
import { addImposeCommand } from "./commands/impose.ts";
import { addKeysCommand } from "./commands/keys.ts";
import { addKitCommand } from "./commands/kit.ts";
import { addListCommands } from "./commands/lists.ts";
import { addNewCommand } from "./commands/new.ts";
import { addPreflightCommand } from "./commands/preflight.ts";
import { addQueueCommand } from "./commands/queue.ts";
import { addRenderCommand } from "./commands/render.ts";
import { addReportCommand } from "./commands/report.ts";
import { addRowsCommand } from "./commands/rows.ts";
import { addServeCommand } from "./commands/serve.ts";
import { addStudioCommand } from "./commands/studio.ts";
import { addTestCommand } from "./commands/test.ts";
import { addWorkerCommand } from "./commands/worker.ts";
import { languageOption } from "./context.ts";
import { inLanguage, type Language } from "./language.ts";
import type { ExitCode } from "./report.ts";

/** commander's headings. */
const HEADINGS: Readonly<Record<string, string>> = {
  "Usage:": "Cách dùng: | Usage:",
  "Arguments:": "Tham số: | Arguments:",
  "Options:": "Tùy chọn: | Options:",
  "Global Options:": "Tùy chọn chung: | Global options:",
  "Commands:": "Lệnh: | Commands:",
};

/** Every command, ready to parse; `finish` receives the exit code of the one that ran. */
export function buildProgram(language: Language, finish: (code: ExitCode) => void): Command {
  const say = (text: string) => inLanguage(text, language);
  const program = new Command("anpham")
    .description(
      say(
        "Dựng ấn phẩm tuyển sinh sẵn sàng in từ một bộ nhận diện | Print-ready recruitment publications from one brand kit",
      ),
    )
    .version(packageVersion(), "-V, --version", say("phiên bản | version"))
    .helpOption("-h, --help", say("trợ giúp | help"))
    .helpCommand("help [command]", say("trợ giúp về một lệnh | help on a command"))
    .addOption(languageOption(language))
    .configureHelp({ styleTitle: (title) => say(HEADINGS[title] ?? title) })
    // Mistakes come back as exceptions and are told like every other diagnostic.
    .configureOutput({ outputError: () => undefined })
    .exitOverride();
  addRenderCommand(program, language, finish);
  addDemoCommand(program, language, finish);
  addKitCommand(program, language, finish);
  addRowsCommand(program, language, finish);
  addBatchCommand(program, language, finish);
  addReportCommand(program, language, finish);
  addServeCommand(program, language, finish);
  addKeysCommand(program, language, finish);
  addWorkerCommand(program, language, finish);
  addQueueCommand(program, language, finish);
  addImposeCommand(program, language, finish);
  addPreflightCommand(program, language, finish);
  addGalleryCommand(program, language, finish);
  addStudioCommand(program, language, finish);
  addNewCommand(program, language, finish);
  addTestCommand(program, language, finish);
  addListCommands(program, language, finish);
  addDoctorCommand(program, language, finish);
  for (const command of program.commands) command.helpOption("-h, --help", say("trợ giúp | help"));
  return program;
}
