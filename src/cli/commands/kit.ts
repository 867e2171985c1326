/** `anpham kit`: every piece of a campaign for one institution, or for each row of a file. */

import { join } from "node:path";
import type { Command } from "commander";
import type { Diagnostic } from "../../base/diagnostic.ts";
import type { TemplateFolders } from "../../compose/template-folders.ts";
import type { KitRow } from "../../run/kit/kit-row.ts";
import type { KitRun } from "../../run/kit/run-kits.ts";
import { addCommonOptions, type CommonOptions, foldersFrom } from "../context.ts";
import { interruptible } from "../interrupt.ts";
import { inLanguage, type Language } from "../language.ts";
import { openLibraryOf } from "../open-library.ts";
import { fileTypes, listOf } from "../options.ts";
import { showProgress } from "../progress.ts";
import { addQueueOptions, openQueue, type QueueFlags } from "../queue-options.ts";
import { describe, type ExitCode, printDiagnostics, runExitCode } from "../report.ts";
import { describeField } from "../request-flags.ts";
import { addRowsOptions, openRows, type RowsFlags, VERIFY } from "../rows-options.ts";
import { missing, notBeside } from "../usage.ts";

interface KitOptions extends Omit<CommonOptions, "templates">, RowsFlags, QueueFlags {
  /** Ids, a list. */
  readonly templates?: string;
  readonly institution?: string;
  readonly rows?: string;
  readonly templatesFolder?: TemplateFolders;
  readonly formats?: string;
  readonly campaign?: string;
  readonly message?: string;
  readonly audience?: string;
  readonly event?: string;
  readonly theme?: string;
  readonly date?: string;
  readonly data?: string;
  readonly as?: string;
  readonly profile?: string;
  readonly out?: string;
  readonly zip?: boolean;
  readonly verify?: boolean;
}

const COMMAND = "kit";
/** The same for every piece of a kit. */
const CONTENT_FIELDS = ["campaign", "message", "audience", "event", "theme", "date"] as const;

/** Adds the command to the program; `finish` receives its exit code. */
export function addKitCommand(program: Command, language: Language, finish: (code: ExitCode) => void): void {
  const say = (text: string) => inLanguage(text, language);
  const command = program
    .command(COMMAND)
    .description(say("dựng cả bộ ấn phẩm | render the whole family of pieces"))
    .option("--institution <id|file.json>", say("một cơ sở | one institution"))
    .option(
      "--rows <file>",
      say("nhiều cơ sở: CSV, XLSX, JSON hoặc NDJSON | several institutions: CSV, XLSX, JSON or NDJSON"),
    )
    .option("--templates <list>", say("chỉ những mẫu này | only these templates"))
    .option("--formats <list>", say("khổ: danh sách hoặc all | formats: a list or all"));
  addRowsOptions(command, language);
  for (const field of CONTENT_FIELDS) command.option(`--${field} <id>`, say(describeField(field)));
  command
    .option("--data <file.json>", say(describeField("data")))
    .option(
      "--as <list>",
      say("loại tệp; PDF để in, PNG cho màn hình | file types; PDF for print, PNG for screens by default"),
    )
    .option("--profile <id>", say("hồ sơ xuất của ấn phẩm in | output profile of printed pieces"))
    .option("--out <folder>", say("thư mục ra (bắt buộc) | output folder (required)"))
    .option("--verify", say(VERIFY))
    .option("--zip", say("gói tất cả thành một tệp ZIP | one ZIP of everything"));
  addQueueOptions(command, language);
  addCommonOptions(command, language, "--templates-folder");
  command.action(async (options: KitOptions) => finish(await runKitCommand(options, language)));
}

async function runKitCommand(options: KitOptions, language: Language): Promise<ExitCode> {
  const say = (text: string) => inLanguage(text, language);
  const start = performance.now();
  const out = options.out ?? missing("--out <folder>", COMMAND);
  const as = fileTypes(options.as, COMMAND);
  const templates = listOf("--templates", options.templates, "recruitment-flyer,standee", COMMAND);
  const formats = listOf("--formats", options.formats, "a5,facebook-cover", COMMAND);
  const { rows, findings } = await rowsOf(options);
  const { readData } = await import("../read-data.ts");
  const data = options.data === undefined ? {} : { data: await readData(options.data) };
  const { runKits } = await import("../../run/kit/run-kits.ts");

  const progress = showProgress(say("ấn phẩm | pieces"), options.json);
  const folders = foldersFrom({ ...options, templates: options.templatesFolder });
  const queue = await openQueue(options, {
    command: COMMAND,
    folders,
    out,
    template: null,
    profile: options.profile ?? null,
    onTrouble(trouble) {
      progress.end();
      console.error(describe(trouble, language));
    },
  });
  const { signal, restore } = interruptible(() => {
    progress.end();
    console.error(say("Đang dừng: dựng nốt những gì đã bắt đầu. | Stopping: what was begun is finished."));
  });
  let problems = 0;
  try {
    const run = await runKits({
      folders,
      selection: {
        templates,
        formats,
        as,
        profile: options.profile ?? null,
        content: { ...contentOf(options), ...data },
      },
      rows,
      withIndex: options.rows !== undefined,
      withZip: options.zip ?? false,
      verify: options.verify ?? false,
      out,
      queue,
      signal,
      onPiece: (done, total, { diagnostics }) => {
        if (diagnostics.length > 0) problems++;
        progress.update(done, total, problems);
      },
    });
    progress.end();
    return report(run, {
      options,
      findings,
      out,
      language,
      seconds: (performance.now() - start) / 1000,
      stopped: signal.aborted,
    });
  } finally {
    restore();
    await queue.close();
  }
}

interface GivenRows {
  readonly rows: readonly KitRow[];
  /** About the file of rows as a whole. */
  readonly findings: readonly Diagnostic[];
}

async function rowsOf(options: KitOptions): Promise<GivenRows> {
  const { institution, rows } = options;
  if (rows !== undefined && institution !== undefined) notBeside("--rows", "--institution", COMMAND);
  if (rows !== undefined) {
    const { kitRowOf } = await import("../../run/kit/kit-row.ts");
    const library = await openLibraryOf({ ...options, templates: options.templatesFolder });
    const opened = await openRows(rows, options, { library, hasInstitution: false });
    const found: KitRow[] = [];
    for await (const row of opened.rows) found.push(kitRowOf(row));
    return { rows: found, findings: opened.findings() };
  }
  const given = institution ?? missing("--institution <id|file.json> / --rows <file>", COMMAND);
  const { readInstitution } = await import("../read-institution.ts");
  const row = { number: 1, institution: await readInstitution(given), content: {}, diagnostics: [] };
  return { rows: [row], findings: [] };
}

const contentOf = (options: KitOptions): Readonly<Record<string, string>> =>
  Object.fromEntries(
    CONTENT_FIELDS.flatMap((field) => (options[field] === undefined ? [] : [[field, options[field]]])),
  );

interface ReportContext {
  readonly options: KitOptions;
  /** About the file of rows. */
  readonly findings: readonly Diagnostic[];
  readonly out: string;
  readonly language: Language;
  readonly seconds: number;
  readonly stopped: boolean;
}

function report({ kits, files, zip }: KitRun, context: ReportContext): ExitCode {
  const { options, out, language, seconds, stopped } = context;
  const findings = [
    ...context.findings,
    ...kits.flatMap((kit) => [...kit.diagnostics, ...kit.pieces.flatMap((piece) => piece.diagnostics)]),
  ];
  const made = kits.some(({ pieces }) => pieces.some((piece) => piece.files.length > 0));
  const code = runExitCode(findings, { stopped, made });
  const written = kits.find((kit) => kit.pieces.length > 0);
  const index =
    options.rows !== undefined
      ? join(out, "index.html")
      : written
        ? join(out, written.folder, "index.html")
        : null;
  if (options.json) {
    const told = kits.map(({ folder, institution, pieces, diagnostics }) => ({
      folder,
      institution,
      diagnostics,
      pieces: pieces.map(({ piece, files: own, diagnostics: found, isKept }) => ({
        template: piece.template.id,
        format: piece.format.id,
        kept: isKept,
        files: own,
        diagnostics: found,
      })),
    }));
    console.log(
      JSON.stringify(
        { ok: code === 0, stopped, index, zip, findings: context.findings, kits: told },
        null,
        2,
      ),
    );
    return code;
  }
  printDiagnostics(context.findings, language);
  for (const [told, places] of groupedFindings(kits, language)) {
    const [first, ...others] = places;
    console.error(
      `${first}${others.length > 0 ? inLanguage(` và ${others.length} chỗ khác | and ${others.length} more`, language) : ""}`,
    );
    console.error(told);
  }
  const pieces = kits.flatMap((kit) => kit.pieces);
  const kept = pieces.filter(({ isKept }) => isKept).length;
  const time = seconds.toFixed(1);
  console.log(
    inLanguage(
      `${pieces.length} ấn phẩm (${kept} giữ nguyên), ${files.length} tệp trong ${time} giây | ${pieces.length} pieces (${kept} kept), ${files.length} files in ${time} s`,
      language,
    ),
  );
  if (index) console.log(index);
  if (zip) console.log(join(out, zip));
  return code;
}

/** The same finding of many pieces is told once, with its places. */
function groupedFindings(kits: KitRun["kits"], language: Language): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  const add = (diagnostic: Diagnostic, place: string) => {
    const told = describe(diagnostic, language);
    const places = found.get(told);
    if (places) places.push(place);
    else found.set(told, [place]);
  };
  for (const { institution, diagnostics, pieces } of kits) {
    for (const diagnostic of diagnostics) add(diagnostic, institution);
    for (const { piece, diagnostics: own } of pieces) {
      for (const diagnostic of own) add(diagnostic, `${institution}, ${piece.format.id}`);
    }
  }
  return found;
}
