/** `anpham keys add | list | revoke`: the API keys of a service. */

import type { Command } from "commander";
import { type Diagnostic, diagnose } from "../../base/diagnostic.ts";
import { addCommonOptions, type CommonOptions } from "../context.ts";
import { inLanguage, type Language } from "../language.ts";
import { listOf } from "../options.ts";
import { describe, EXIT, type ExitCode } from "../report.ts";
import { table } from "../table.ts";
import { missing, wrongOption } from "../usage.ts";

interface KeysOptions extends CommonOptions {
  readonly state?: string;
  readonly keys?: string;
  readonly owner?: string;
  readonly scopes?: string;
  readonly name?: string;
}

const COMMAND = "keys";

/** Adds the command to the program; `finish` receives its exit code. */
export function addKeysCommand(program: Command, language: Language, finish: (code: ExitCode) => void): void {
  const say = (text: string) => inLanguage(text, language);
  const group = program.command(COMMAND).description(say("khóa API của dịch vụ | API keys of the service"));
  const add = (name: string, description: string, argument: string | null) => {
    const command = group.command(name).description(say(description));
    if (argument !== null) command.argument(argument);
    command
      .option("--state <folder>", `${say("kho của dịch vụ | the service's own folder")} [anpham-state]`)
      .option("--keys <file>", say("tệp khóa; mặc định trong kho | file of keys; in the folder by default"));
    addCommonOptions(command, language);
    return command;
  };
  add("add", "tạo khóa; chỉ hiện một lần | make a key; it is shown once", null)
    .option(
      "--owner <id|*>",
      say("cơ sở của khóa; * là mọi cơ sở (bắt buộc) | its institution; * for all (required)"),
    )
    .option("--scopes <list>", say("quyền: read,render,upload,jobs,metrics | what it allows"))
    .option("--name <text>", say("khóa của ai | whose it is"), "")
    .action(async (options: KeysOptions) => finish(await addOne(options, language)));
  add("list", "các khóa | the keys", null).action(async (options: KeysOptions) =>
    finish(await listAll(options, language)),
  );
  add("revoke", "thu hồi một khóa | take a key away", "<id>").action(
    async (id: string, options: KeysOptions) => finish(await revokeOne(id, options, language)),
  );
}

/** Where the service looks for it: the variables that it is set by hold here too. */
async function fileOf({ keys, state }: KeysOptions): Promise<string> {
  const { keysFileOf, readPlaces } = await import("../../http/settings.ts");
  return keysFileOf(readPlaces(process.env, { KEYS: keys, STATE: state }));
}

async function addOne(options: KeysOptions, language: Language): Promise<ExitCode> {
  const { addKey } = await import("../../http/access/keys-file.ts");
  const { SCOPES } = await import("../../http/access/principal.ts");
  const owner = options.owner ?? missing("--owner <id|*>", COMMAND);
  const known = SCOPES.join(",");
  const usual = SCOPES.filter((scope) => scope !== "metrics");
  const scopes =
    listOf("--scopes", options.scopes, known, COMMAND)?.map(
      (name) => SCOPES.find((scope) => scope === name) ?? wrongOption("--scopes", known, COMMAND),
    ) ?? usual;
  const day = new Date().toISOString().slice(0, "2026-09-30".length);
  const file = await fileOf(options);
  const { key, entry } = await addKey(file, {
    name: options.name ?? "",
    owner,
    scopes,
    day,
  });
  if (options.json) console.log(JSON.stringify({ key, id: entry.id, owner, scopes }, null, 2));
  else {
    console.log(key);
    console.error(
      inLanguage(
        `Giữ khóa này ngay: ${file} chỉ lưu dấu băm của nó. | Keep it now: ${file} holds only its hash.`,
        language,
      ),
    );
  }
  const unknown = await unknownOwner(owner, entry.id, options);
  if (unknown) console.error(describe(unknown, language));
  return EXIT.done;
}

/** A key may be made before its institution; more often its id is misspelt, and the key would open nothing. */
async function unknownOwner(owner: string, key: string, options: KeysOptions): Promise<Diagnostic | null> {
  const { EVERYBODY } = await import("../../http/access/principal.ts");
  if (owner === EVERYBODY) return null;
  const { openLibraryOf } = await import("../open-library.ts");
  const { nearestList } = await import("../../base/suggest.ts");
  const known = await (await openLibraryOf(options)).institutions.ids();
  return known.includes(owner)
    ? null
    : diagnose("service.unknown-owner", { owner, key, nearest: nearestList(owner, known) });
}

async function listAll(options: KeysOptions, language: Language): Promise<ExitCode> {
  const { readKeys } = await import("../../http/access/keys-file.ts");
  const keys = await readKeys(await fileOf(options));
  if (options.json) {
    const shown = keys.map(({ sha256: _, ...rest }) => rest);
    console.log(JSON.stringify(shown, null, 2));
    return EXIT.done;
  }
  const heading = ["mã | id", "cơ sở | owner", "quyền | scopes", "ngày | day", "tên | name"];
  const rows = keys.map(({ id, owner, scopes, created, name }) => [
    id,
    owner,
    scopes.join(","),
    created,
    name,
  ]);
  console.log(
    table(
      heading.map((each) => inLanguage(each, language)),
      rows,
    ),
  );
  return EXIT.done;
}

async function revokeOne(id: string, options: KeysOptions, language: Language): Promise<ExitCode> {
  const { revokeKey } = await import("../../http/access/keys-file.ts");
  const isGone = await revokeKey(await fileOf(options), id);
  console.error(
    inLanguage(
      isGone ? `Đã thu hồi ${id} | ${id} is taken away` : `Không có khóa ${id} | There is no key ${id}`,
      language,
    ),
  );
  return isGone ? EXIT.done : EXIT.wrongRequest;
}
