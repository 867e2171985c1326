/** What every command knows: the language, the folders and the form of its output. */

import { type Command, Option } from "commander";
import type { TemplateFolders } from "../compose/template-folders.ts";
import { packageFolders } from "../package-folders.ts";
import type { Folders } from "../render.ts";
import { inLanguage, LANGUAGES, type Language } from "./language.ts";

/** Options that every command takes. */
export interface CommonOptions {
  readonly json?: boolean;
  readonly trace?: boolean;
  readonly brand?: string;
  readonly fonts?: string;
  /** The first folder that holds a template wins. */
  readonly templates?: TemplateFolders | undefined;
}

/** The folders to work from: the caller's where given, else those of the package. */
export function foldersFrom({ brand, fonts, templates }: CommonOptions): Folders {
  const own = packageFolders();
  return {
    brand: brand ?? own.brand,
    fonts: fonts ?? own.fonts,
    templates: templates ?? own.templates,
  };
}

/** `--lang`, for the program and every command: people type it on either side of the command's name. */
export const languageOption = (language: Language): Option =>
  new Option("--lang <language>", inLanguage("ngôn ngữ | language", language)).choices(LANGUAGES);

/**
 * Adds `--json`, `--lang`, `--trace` and the folder options.
 * @param templatesFlag of the templates folder, for commands whose `--templates` chooses among them
 */
export function addCommonOptions(command: Command, language: Language, templatesFlag = "--templates"): void {
  const say = (text: string) => inLanguage(text, language);
  command
    .addOption(new Option("--json", say("in kết quả dạng JSON | print the result as JSON")))
    .addOption(new Option("--brand <folder>", say("thư mục nhận diện | brand folder")))
    .addOption(new Option("--fonts <folder>", say("thư mục phông chữ | fonts folder")))
    .addOption(
      new Option(
        `${templatesFlag} <folder>`,
        say(
          "thư mục mẫu, dùng được nhiều lần | templates folder; repeatable, the first that holds a template wins",
        ),
      ).argParser((folder: string, earlier: readonly string[] | undefined) => [...(earlier ?? []), folder]),
    )
    .addOption(languageOption(language))
    .addOption(new Option("--trace", say("in dấu vết khi có lỗi | print the stack of a failure")));
}
