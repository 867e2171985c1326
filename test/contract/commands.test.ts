/** What documents show of the command line and of the service's settings is what there is. */

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Command } from "commander";
import { expect, test } from "vitest";
import { buildProgram } from "../../src/cli/program.ts";
import { settingsSchema } from "../../src/http/settings.ts";

const root = join(import.meta.dirname, "../..");
const read = (file: string): string => readFileSync(join(root, file), "utf8");
const program = buildProgram("en", () => undefined);

const DOCUMENTS = [
  "README.md",
  "CONTRIBUTING.md",
  "templates/README.md",
  ...readdirSync(join(root, "docs"))
    .filter((file) => file.endsWith(".md"))
    .map((file) => `docs/${file}`),
];

/** Every call of the program in a block of code, continued lines joined, comments cut off. */
const callsIn = (document: string): readonly string[] =>
  [...read(document).matchAll(/```sh\n([\s\S]*?)```/g)].flatMap(([, code = ""]) =>
    code
      .replace(/\\\n/g, " ")
      .split("\n")
      .map((line) => line.replace(/\s#.*$/, ""))
      .flatMap((line) => /(?:^\s*(?:npx )?anpham|\bmain\.js) (.*)$/.exec(line)?.[1] ?? []),
  );

/** The command that a call names, as deep as it goes. */
function commandOf(words: readonly string[], command: Command = program): Command {
  const next = command.commands.find((each) => each.name() === words[0]);
  return next ? commandOf(words.slice(1), next) : command;
}

test.each(DOCUMENTS)("the commands of %s and their options are there", (document) => {
  const wrong = callsIn(document).flatMap((call) => {
    // `formats | templates`: each by itself.
    const alternatives = /^[a-z]+(?: \| [a-z]+)+\s*$/.test(call) ? call.split(" | ") : [call];
    return alternatives.flatMap((each) => {
      const command = commandOf(each.trim().split(/\s+/));
      if (command === program) return [each];
      const known = new Set<string | undefined>(command.options.map(({ long }) => long));
      return [...each.matchAll(/(?<=\s)--[a-z-]+/g)]
        .map(([flag]) => flag)
        .filter((flag) => !known.has(flag))
        .map((flag) => `${command.name()} ${flag}`);
    });
  });
  expect(wrong).toEqual([]);
});

test("the calls of the readme are found", () => {
  expect(callsIn("README.md").length).toBeGreaterThan(25);
});

test("the service's document has every setting, with its default", () => {
  const rows = read("docs/service.md")
    .split("\n")
    .filter((line) => line.startsWith("| `ANPHAM_"))
    .map((line) => line.split("|").map((cell) => cell.trim()));
  const names = rows.flatMap(([, cell = ""]) =>
    [...cell.matchAll(/`ANPHAM_([A-Z_]+)`/g)].map(([, name]) => name!),
  );
  expect(new Set(names)).toEqual(new Set(Object.keys(settingsSchema.shape)));
  const defaults = settingsSchema.parse({}) as Readonly<Record<string, unknown>>;
  const told = rows.flatMap(([, cell = "", values = ""]) => {
    const group = [...cell.matchAll(/`ANPHAM_([A-Z_]+)`/g)].map(([, name]) => name!);
    return values.split(", ").flatMap((value, i) => (/^\d+$/.test(value) ? [[group[i], Number(value)]] : []));
  });
  expect(told.length).toBeGreaterThan(15);
  expect(told).toEqual(told.map(([name]) => [name, defaults[String(name)]]));
});
