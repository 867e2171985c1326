/** Turns the argument parser's complaints into diagnostics in both languages. */

import type { CommanderError } from "commander";
import { AnphamError, diagnose, fail } from "../base/diagnostic.ts";

/** Vietnamese for commander's codes; `{name}` is what the English sentence quotes. */
const SENTENCES: Readonly<Record<string, string>> = {
  "commander.missingArgument": "thiếu tham số “{name}”",
  "commander.optionMissingArgument": "tùy chọn “{name}” thiếu giá trị",
  "commander.unknownOption": "không có tùy chọn “{name}”",
  "commander.unknownCommand": "không có lệnh “{name}”",
  "commander.excessArguments": "thừa tham số",
  "commander.invalidArgument": "giá trị của “{name}” không hợp lệ",
};

/** Whether the parser only printed the help or the version. */
export const isHelp = ({ code }: CommanderError): boolean =>
  code === "commander.helpDisplayed" || code === "commander.version" || code === "commander.help";

/** `request.bad-usage` for a mistake in the command line. */
export function usageError(thrown: CommanderError, command: string): AnphamError {
  const reason = thrown.message
    .replace(/^error: /, "")
    .replace(/\s*\n\s*/g, " ")
    .replace(/\.$/, "");
  const name = /'([^']+)'/.exec(reason)?.[1] ?? "";
  const reasonVi = SENTENCES[thrown.code]?.replace("{name}", name) ?? reason;
  const diagnostic = diagnose("request.bad-usage", { reasonVi, reason, help: helpOn(command) });
  return new AnphamError([diagnostic], { cause: thrown });
}

/** Refuses a command line that lacks an option. */
export function missing(option: string, command: string): never {
  const reasonVi = `thiếu tùy chọn “${option}”`;
  fail("request.bad-usage", { reasonVi, reason: `the option “${option}” is missing`, help: helpOn(command) });
}

/** Refuses an option whose value cannot be read. */
export function wrongOption(option: string, example: string, command: string): never {
  fail("request.bad-usage", {
    reasonVi: `“${option}” cần có dạng như ${example}`,
    reason: `“${option}” must be like ${example}`,
    help: helpOn(command),
  });
}

/** Refuses an option that says nothing beside another one. */
export function notBeside(option: string, other: string, command: string): never {
  fail("request.bad-usage", {
    reasonVi: `“${option}” không dùng chung với “${other}”, hãy bỏ một trong hai`,
    reason: `“${option}” does not go with “${other}”; leave one of them out`,
    help: helpOn(command),
  });
}

/** Refuses an option that says nothing without another one. */
export function onlyWith(option: string, other: string, command: string): never {
  fail("request.bad-usage", {
    reasonVi: `“${option}” chỉ dùng cùng “${other}”, hãy thêm tùy chọn đó hoặc bỏ “${option}”`,
    reason: `“${option}” only goes with “${other}”; add that, or leave “${option}” out`,
    help: helpOn(command),
  });
}

const helpOn = (command: string): string => ["anpham", command, "--help"].filter(Boolean).join(" ");
