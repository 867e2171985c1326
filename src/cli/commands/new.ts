/** `anpham new template`: the start of a template, in any folder. */

import { relative, resolve } from "node:path";
import { type Command, Option } from "commander";
import { foldersOf } from "../../compose/template-folders.ts";
import { formatFamily } from "../../model/format.ts";
import { packageFolders } from "../../package-folders.ts";
import { addCommonOptions, type CommonOptions, foldersFrom } from "../context.ts";
import { inLanguage, type Language } from "../language.ts";
import { EXIT, type ExitCode } from "../report.ts";

interface NewTemplateOptions extends CommonOptions {
  readonly family: (typeof formatFamily.options)[number];
  readonly name?: string;
}

/** Adds the command to the program; `finish` receives its exit code. */
export function addNewCommand(program: Command, language: Language, finish: (code: ExitCode) => void): void {
  const say = (text: string) => inLanguage(text, language);
  const group = program.command("new").description(say("bắt đầu một mẫu mới | start something new"));
  const command = group
    .command("template")
    .description(say("viết một mẫu chạy được để sửa tiếp | write a template that works, to go on from"))
    .argument("<id>", say("mã của mẫu: chữ thường, số, dấu nối | its id: lower case, digits, hyphens"))
    .addOption(
      new Option("--family <family>", say("loại ấn phẩm | family of pieces"))
        .choices(formatFamily.options)
        .default("flyer"),
    )
    .option("--name <name>", say("tên hiện ra | name that people see"));
  addCommonOptions(command, language);
  command.action(async (id: string, options: NewTemplateOptions) =>
    finish(await writeTemplate(id, options, language)),
  );
}

async function writeTemplate(id: string, options: NewTemplateOptions, language: Language): Promise<ExitCode> {
  const { scaffoldTemplate } = await import("../../run/scaffold/scaffold-template.ts");
  // The package's own would be gone with its next version.
  const folder =
    options.templates === undefined ? resolve("templates") : foldersOf(foldersFrom(options).templates)[0]!;
  const { files, from } = await scaffoldTemplate({
    id,
    family: options.family,
    folder,
    name: options.name ?? null,
  });
  if (options.json) {
    console.log(JSON.stringify({ ok: true, files, from }, null, 2));
    return EXIT.done;
  }
  const say = (text: string) => inLanguage(text, language);
  for (const file of files) console.log(relative(process.cwd(), file) || file);
  if (from !== null) console.log(say(`Bắt đầu từ mẫu “${from}”. | Begun as the template “${from}”.`));
  const flag =
    folder === packageFolders().templates ? "" : ` --templates ${relative(process.cwd(), folder) || "."}`;
  console.log(
    say(
      `Tiếp theo: npx anpham studio${flag}  ·  npx anpham test template ${id}${flag} | Next: npx anpham studio${flag}  ·  npx anpham test template ${id}${flag}`,
    ),
  );
  return EXIT.done;
}
