/** `anpham batch`: one piece for every row of a table. */

import { dirname, join } from "node:path";
import type { Command } from "commander";
import type { Diagnostic } from "../../base/diagnostic.ts";
import type { BatchOptions, BatchRun } from "../../run/batch/batch-run.ts";
import { DEFAULT_NAME, NAME_FIELDS } from "../../run/batch/name-pattern.ts";
import { MANIFEST } from "../../run/manifest.ts";
import { addCommonOptions, type CommonOptions, foldersFrom } from "../context.ts";
import { interruptible } from "../interrupt.ts";
import { inLanguage, type Language } from "../language.ts";
import { addMergeOptions, type MergeFlags, type MergePlace, mergePlace } from "../merge-options.ts";
import { openLibraryOf } from "../open-library.ts";
import { fileTypes, wholeNumber } from "../options.ts";
import { showProgress } from "../progress.ts";
import { addQueueOptions, openQueue, type QueueFlags, type RunPlace } from "../queue-options.ts";
import { describe, type ExitCode } from "../report.ts";
import { reportBatch } from "../report-batch.ts";
import { describeField } from "../request-flags.ts";
import { addRowsOptions, openRows, type RowsFlags, VERIFY } from "../rows-options.ts";
import { missing, notBeside } from "../usage.ts";

interface BatchCommandOptions extends CommonOptions, RowsFlags, QueueFlags, MergeFlags {
  readonly format?: string;
  readonly rows?: string;
  readonly out?: string;
  readonly as?: string;
  readonly name?: string;
  readonly profile?: string;
  readonly institution?: string;
  readonly campaign?: string;
  readonly message?: string;
  readonly audience?: string;
  readonly event?: string;
  readonly theme?: string;
  readonly date?: string;
  readonly data?: string;
  readonly limit?: string;
  readonly strict?: boolean;
  readonly verify?: boolean;
  readonly proof?: boolean;
}

const COMMAND = "batch";
/** The same for every row that says nothing else. */
const CONTENT_FIELDS = ["campaign", "message", "audience", "event", "theme", "date"] as const;

/** Adds the command to the program; `finish` receives its exit code. */
export function addBatchCommand(
  program: Command,
  language: Language,
  finish: (code: ExitCode) => void,
): void {
  const say = (text: string) => inLanguage(text, language);
  const required = say("bắt buộc | required");
  const command = program
    .command(COMMAND)
    .description(say("dựng một ấn phẩm cho từng dòng của bảng | render one piece for every row of a table"))
    .argument("<template>", say(describeField("template")))
    .option("--format <id>", `${say(describeField("format"))} (${required})`)
    .option(
      "--rows <file>",
      `${say("bảng CSV, XLSX, JSON, NDJSON | table: CSV, XLSX, JSON, NDJSON")} (${required})`,
    )
    .option(
      "--out <folder>",
      say("thư mục ra (bắt buộc nếu không có --merge) | output folder (required without --merge)"),
    )
    .option(
      "--as <list>",
      say("loại tệp; PDF để in, PNG cho màn hình | file types; PDF for print, PNG for screens by default"),
    )
    .option(
      "--name <pattern>",
      `${say("mẫu tên tệp | file name pattern")}: ${NAME_FIELDS.map((field) => `{${field}}`).join(" ")} {person.name} … [${DEFAULT_NAME}]`,
    )
    .option("--profile <id>", say("hồ sơ xuất của ấn phẩm in | output profile of printed pieces"))
    .option("--institution <id|file.json>", say("cơ sở của mọi dòng | institution of every row"));
  for (const field of CONTENT_FIELDS) command.option(`--${field} <id>`, say(describeField(field)));
  addRowsOptions(command, language);
  command
    .option("--data <file.json>", say(describeField("data")))
    .option("--limit <n>", say("chỉ n dòng đầu | only the first n rows"))
    .option(
      "--proof",
      say(
        "bản duyệt cả loạt: proof.xlsx để sửa, contact-sheet.pdf để ký | proof of the run: proof.xlsx to correct, contact-sheet.pdf to sign",
      ),
    )
    .option("--strict", say("không dựng gì nếu có dòng lỗi | render nothing when a row has an error"))
    .option("--verify", say(VERIFY));
  addMergeOptions(command, language);
  addQueueOptions(command, language);
  addCommonOptions(command, language);
  command.action(async (template: string, options: BatchCommandOptions) =>
    finish(await runBatchCommand(template, options, language)),
  );
}

async function runBatchCommand(
  template: string,
  options: BatchCommandOptions,
  language: Language,
): Promise<ExitCode> {
  const say = (text: string) => inLanguage(text, language);
  const start = performance.now();
  const format = options.format ?? missing("--format <id>", COMMAND);
  const file = options.rows ?? missing("--rows <file>", COMMAND);
  const merge = mergePlace(options, COMMAND);
  if (merge) refuseBeside(options);
  const out = options.out ?? (merge ? dirname(merge.file) : missing("--out <folder>", COMMAND));
  const limit = options.limit === undefined ? null : wholeNumber("--limit", options.limit, COMMAND);
  const as = fileTypes(options.as, COMMAND);
  const { parseNamePattern } = await import("../../run/batch/name-pattern.ts");
  const nameOf = parseNamePattern(options.name ?? DEFAULT_NAME, "--name");
  const content = await contentOf(options);
  const library = await openLibraryOf(options);
  const rowsOptions = { library, hasInstitution: options.institution !== undefined };
  const progress = showProgress(say("dòng | rows"), options.json);
  const { signal, restore } = interruptible(() => {
    progress.end();
    console.error(say("Đang dừng: dựng nốt những gì đã bắt đầu. | Stopping: what was begun is finished."));
  });
  const shared: SharedOptions = {
    folders: foldersFrom(options),
    selection: { template, format, as, profile: options.profile ?? null, content },
    rows: () => openRows(file, options, rowsOptions),
    limit,
    strict: options.strict ?? false,
    signal,
    onRow: ({ done, total, problems, kept }) => progress.update(done, total, problems, kept),
  };
  let run: BatchRun;
  let written: readonly string[];
  try {
    if (merge) {
      const merged = await runMerged(shared, merge, options);
      run = merged;
      written = [...merged.parts, ...(merged.manifest ? [merged.manifest] : [])];
    } else {
      const onTrouble = (trouble: Diagnostic) => {
        progress.end();
        console.error(describe(trouble, language));
      };
      run = await runFiles(shared, { nameOf, out, options, onTrouble });
      written = [...(run.rendered + run.kept > 0 ? [MANIFEST] : []), ...run.proof].map((each) =>
        join(out, each),
      );
    }
  } finally {
    progress.end();
    restore();
  }
  const seconds = (performance.now() - start) / 1000;
  return reportBatch(run, { json: options.json ?? false, written, language, seconds });
}

type SharedOptions = Pick<
  BatchOptions,
  "folders" | "selection" | "rows" | "limit" | "strict" | "signal" | "onRow"
>;

/** A file for each row. */
async function runFiles(
  shared: SharedOptions,
  {
    nameOf,
    out,
    options,
    onTrouble,
  }: Pick<BatchOptions, "nameOf" | "out"> &
    Pick<RunPlace, "onTrouble"> & { readonly options: BatchCommandOptions },
): Promise<BatchRun> {
  const { folderStore } = await import("../../run/store.ts");
  const { runBatch } = await import("../../run/batch/run-batch.ts");
  const { folders, selection } = shared;
  const { template, format, profile } = selection;
  const command = `${COMMAND} ${template} ${format}`;
  const queue = await openQueue(options, { command, folders, out, template, profile, onTrouble });
  const { verify = false, proof = false } = options;
  try {
    return await runBatch({ ...shared, nameOf, out, store: folderStore(out), verify, proof, queue });
  } finally {
    await queue.close();
  }
}

/** All rows in one PDF. */
async function runMerged(shared: SharedOptions, merge: MergePlace, { workers }: QueueFlags) {
  const { mergeBatch } = await import("../../run/batch/merge-batch.ts");
  const threads = workers === undefined ? null : wholeNumber("--workers", workers, COMMAND);
  return await mergeBatch({ ...shared, ...merge, workers: threads });
}

/** What is about files of their own says nothing of a merged run. */
function refuseBeside({ out, as, name, verify, proof, queue }: BatchCommandOptions): void {
  const given = {
    ...{ "--out": out, "--as": as, "--name": name },
    ...{ "--verify": verify, "--proof": proof, "--queue": queue },
  };
  for (const [option, value] of Object.entries(given)) {
    if (value !== undefined) notBeside(option, "--merge", COMMAND);
  }
}

async function contentOf(options: BatchCommandOptions) {
  const { institution, data } = options;
  const { readData } = await import("../read-data.ts");
  const { readInstitution } = await import("../read-institution.ts");
  const fields = CONTENT_FIELDS.flatMap((field) =>
    options[field] === undefined ? [] : [[field, options[field]] as const],
  );
  return {
    ...Object.fromEntries(fields),
    ...(institution === undefined ? {} : { institution: await readInstitution(institution) }),
    ...(data === undefined ? {} : { data: await readData(data) }),
  };
}
