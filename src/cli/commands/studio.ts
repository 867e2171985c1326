/** `anpham studio`: a page on this machine to edit templates by. */

import type { Command } from "commander";
import { addCommonOptions, type CommonOptions, foldersFrom } from "../context.ts";
import { interruptible } from "../interrupt.ts";
import { inLanguage, type Language } from "../language.ts";
import { EXIT, type ExitCode } from "../report.ts";
import { wrongOption } from "../usage.ts";

interface StudioCommandOptions extends CommonOptions {
  readonly port: string;
  readonly editor: string;
}

const COMMAND = "studio";
const PORT = "4100";

/** Adds the command to the program; it ends when it is interrupted. */
export function addStudioCommand(
  program: Command,
  language: Language,
  finish: (code: ExitCode) => void,
): void {
  const say = (text: string) => inLanguage(text, language);
  const command = program
    .command(COMMAND)
    .description(say("mở xưởng thiết kế mẫu trên máy này | open the template studio on this machine"))
    .option("--port <n>", say("cổng, 0 là cổng trống bất kỳ | port; 0 takes any that is free"), PORT)
    .option(
      "--editor <name|address|command>",
      say(
        "trình soạn thảo: vscode, cursor, zed, webstorm, một địa chỉ hoặc một lệnh có {file} {line} {column} | editor: vscode, cursor, zed, webstorm, or an address or command with {file} {line} {column}",
      ),
      process.env.ANPHAM_EDITOR ?? "vscode",
    );
  addCommonOptions(command, language);
  command.action(async (options: StudioCommandOptions) => finish(await runStudio(options, language)));
}

async function runStudio(options: StudioCommandOptions, language: Language): Promise<ExitCode> {
  const say = (text: string) => inLanguage(text, language);
  const port = Number(options.port);
  if (!Number.isInteger(port) || port < 0 || port > 65535) wrongOption("--port", PORT, COMMAND);
  const { openStudio } = await import("../../studio/open-studio.ts");
  const studio = await openStudio({ folders: foldersFrom(options), port, editor: options.editor });
  console.log(
    options.json
      ? JSON.stringify({ address: studio.address })
      : say(
          `Xưởng thiết kế: ${studio.address} (Ctrl-C để đóng) | Studio: ${studio.address} (Ctrl-C closes it)`,
        ),
  );
  const { signal, restore } = interruptible(() => undefined);
  await new Promise<void>((done) => signal.addEventListener("abort", () => done(), { once: true }));
  restore();
  await studio.close();
  return EXIT.done;
}
