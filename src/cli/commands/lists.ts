/** `anpham formats | templates | institutions | campaigns | themes | profiles`: what there is to choose from. */

import type { Command } from "commander";
import type { Format } from "../../model/format.ts";
import { FORMATS } from "../../model/formats/index.ts";
import { THEMES } from "../../model/theme.ts";
import type { Library } from "../../resolve/library.ts";
import { addCommonOptions, type CommonOptions } from "../context.ts";
import { inLanguage, type Language, nameIn } from "../language.ts";
import { openLibraryOf } from "../open-library.ts";
import { EXIT, type ExitCode } from "../report.ts";
import { table } from "../table.ts";

/** A list: its items for `--json`, and its columns for people. */
interface List<T> {
  readonly command: string;
  readonly description: string;
  /** Opens the library only when the list is in it. */
  readonly read: (open: () => Promise<Library>) => Promise<readonly T[]>;
  /** Heading “Vietnamese | English” and the cell of an item. */
  readonly columns: readonly (readonly [heading: string, cell: (item: T, language: Language) => string])[];
}

const number = (value: number): string => String(Math.round(value * 100) / 100);

const sizeOf = ({ width, height, pixels }: Format): string =>
  pixels ? `${pixels.width} × ${pixels.height} px` : `${number(width)} × ${number(height)} mm`;

const formats: List<Format> = {
  command: "formats",
  description: "các khổ | the formats",
  read: async () => FORMATS,
  columns: [
    ["mã | id", ({ id }) => id],
    ["tên | name", ({ name }, language) => nameIn(name, language)],
    ["cỡ | size", sizeOf],
    ["tràn lề | bleed", ({ bleed }) => `${number(bleed)} mm`],
    ["loại | family", ({ family }) => family],
    ["hồ sơ in | profile", ({ profile }) => profile],
  ],
};

const templates: List<Awaited<ReturnType<Library["templates"]["load"]>>> = {
  command: "templates",
  description: "các mẫu | the templates",
  read: async (open) => {
    const source = (await open()).templates;
    return Promise.all(source.ids.map((id) => source.load(id)));
  },
  columns: [
    ["mã | id", ({ id }) => id],
    ["tên | name", ({ name }, language) => nameIn(name, language)],
    ["khổ | formats", ({ formats: offered }) => offered.join(", ")],
    ["chủ đề | themes", ({ themes: offered }) => offered.join(", ")],
  ],
};

const institutions: List<Awaited<ReturnType<Library["institutions"]["load"]>>> = {
  command: "institutions",
  description: "các cơ sở | the institutions",
  read: async (open) => loadAll((await open()).institutions),
  columns: [
    ["mã | id", ({ id }) => id],
    ["tên | name", ({ name }) => name.text],
    ["tỉnh | province", ({ province }) => province],
    ["nghề | programmes", ({ programmes }) => String(programmes.length)],
    ["ghi chú | note", ({ sample }, language) => (sample ? inLanguage("mẫu | sample", language) : "")],
  ],
};

const campaigns: List<Awaited<ReturnType<Library["campaigns"]["load"]>>> = {
  command: "campaigns",
  description: "các chiến dịch | the campaigns",
  read: async (open) => loadAll((await open()).campaigns),
  columns: [
    ["mã | id", ({ id }) => id],
    ["tên | name", ({ name }, language) => nameIn(name, language)],
    ["thông điệp | messages", ({ messages }) => messages.map((message) => message.id).join(", ")],
    ["đối tượng | audiences", ({ audiences }) => audiences.map((audience) => audience.id).join(", ")],
    ["sự kiện | events", ({ events }) => events.map((event) => event.id).join(", ")],
  ],
};

const profiles: List<Awaited<ReturnType<Library["profiles"]["load"]>>> = {
  command: "profiles",
  description: "các hồ sơ xuất | the output profiles",
  read: async (open) => loadAll((await open()).profiles),
  columns: [
    ["mã | id", ({ id }) => id],
    ["tên | name", ({ name }, language) => nameIn(name, language)],
    ["khi nào dùng | when to use it", ({ use }, language) => nameIn(use, language)],
  ],
};

const themes: List<(typeof THEMES)[number]> = {
  command: "themes",
  description: "các chủ đề | the themes",
  read: async () => THEMES,
  columns: [
    ["mã | id", ({ id }) => id],
    ["tên | name", ({ name }, language) => nameIn(name, language)],
    ["ý | idea", ({ idea }, language) => nameIn(idea, language)],
  ],
};

const loadAll = async <T>(shelf: {
  ids(): Promise<readonly string[]>;
  load(id: string): Promise<T>;
}): Promise<readonly T[]> => Promise.all((await shelf.ids()).map((id) => shelf.load(id)));

/** Adds the six commands to the program. */
export function addListCommands(
  program: Command,
  language: Language,
  finish: (code: ExitCode) => void,
): void {
  const add = <T>(list: List<T>) => {
    const command = program.command(list.command).description(inLanguage(list.description, language));
    addCommonOptions(command, language);
    command.action(async (options: CommonOptions) => {
      const items = await list.read(() => openLibraryOf(options));
      if (options.json) console.log(JSON.stringify(items, null, 2));
      else console.log(show(list, items, language));
      finish(EXIT.done);
    });
  };
  add(formats);
  add(templates);
  add(institutions);
  add(campaigns);
  add(themes);
  add(profiles);
}

function show<T>({ columns }: List<T>, items: readonly T[], language: Language): string {
  const headings = columns.map(([heading]) => inLanguage(heading, language));
  return table(
    headings,
    items.map((item) => columns.map(([, cell]) => cell(item, language))),
  );
}
