/** `anpham gallery`: every template in every format, theme and data set, to look at. */

import { join } from "node:path";
import type { Command } from "commander";
import type { TemplateFolders } from "../../compose/template-folders.ts";
import { packageFolders } from "../../package-folders.ts";
import { addCommonOptions, type CommonOptions, foldersFrom } from "../context.ts";
import { interruptible } from "../interrupt.ts";
import { inLanguage, type Language } from "../language.ts";
import { listOf, wholeNumber } from "../options.ts";
import { showProgress } from "../progress.ts";
import { EXIT, type ExitCode } from "../report.ts";
import { wrongOption } from "../usage.ts";

interface GalleryCommandOptions extends Omit<CommonOptions, "templates"> {
  /** Ids, a list. */
  readonly templates?: string;
  readonly templatesFolder?: TemplateFolders;
  readonly formats?: string;
  readonly themes?: string;
  readonly data?: string;
  readonly institution: string;
  readonly width: string;
  readonly workers?: string;
  readonly out: string;
}

const COMMAND = "gallery";

/** Adds the command to the program; `finish` receives its exit code: 3 when any cell has a finding. */
export function addGalleryCommand(
  program: Command,
  language: Language,
  finish: (code: ExitCode) => void,
): void {
  const say = (text: string) => inLanguage(text, language);
  const command = program
    .command(COMMAND)
    .description(say("dựng mọi mẫu để xem | render every template to look at"))
    .option("--templates <list>", say("chỉ những mẫu này | only these templates"))
    .option("--formats <list>", say("chỉ những khổ này | only these formats"))
    .option("--themes <list>", say("chỉ những chủ đề này | only these themes"))
    .option("--data <list>", say("chỉ những nội dung này | only these data sets"))
    .option("--institution <list|all>", say("cơ sở | institutions"), "cd-ky-nghe-binh-thuan")
    .option("--width <px>", say("bề rộng ảnh | width of the pictures"), "480")
    .option("--workers <n>", say("số luồng | worker threads"))
    .option("--out <folder>", say("thư mục ra | output folder"), join("out", "gallery"));
  addCommonOptions(command, language, "--templates-folder");
  command.action(async (options: GalleryCommandOptions) => finish(await showGallery(options, language)));
}

async function showGallery(options: GalleryCommandOptions, language: Language): Promise<ExitCode> {
  const say = (text: string) => inLanguage(text, language);
  const start = performance.now();
  const width = wholeNumber("--width", options.width, COMMAND);
  const workers = options.workers === undefined ? null : wholeNumber("--workers", options.workers, COMMAND);
  const selection = {
    templates: listOf("--templates", options.templates, "recruitment-flyer,standee", COMMAND),
    formats: listOf("--formats", options.formats, "a5,facebook-cover", COMMAND),
    themes: listOf("--themes", options.themes, "vuon-len,ky-nghe", COMMAND),
    institutions: listOf("--institution", options.institution, "cd-y-te", COMMAND),
    width,
  };
  const { openPool } = await import("../../run/pool.ts");
  const { readDataSets, runGallery } = await import("../../run/gallery/run-gallery.ts");
  // Stress texts belong to the product, also where the brand folder is another one.
  const all = await readDataSets(join(packageFolders().brand, "samples", "briefs"));
  const known = all.map(({ id }) => id).join(",");
  const asked = listOf("--data", options.data, known, COMMAND);
  const dataSets = all.filter(({ id }) => asked === null || asked.includes(id));
  if (asked && dataSets.length < asked.length) wrongOption("--data", known, COMMAND);

  const progress = showProgress(say("ô | cells"), options.json);
  const pool = openPool(workers === null ? {} : { workers });
  const { signal, restore } = interruptible(() => console.error(say("đang dừng… | stopping…")));
  let problems = 0;
  try {
    const { cells, kept } = await runGallery({
      folders: foldersFrom({ ...options, templates: options.templatesFolder }),
      selection,
      dataSets,
      out: options.out,
      pool,
      signal,
      onCell: (done, total, { diagnostics }) => {
        if (diagnostics.length > 0) problems++;
        progress.update(done, total, problems);
      },
    });
    progress.end();
    const findings = cells.flatMap(({ diagnostics }) => diagnostics);
    const seconds = Math.round((performance.now() - start) / 100) / 10;
    const index = join(options.out, "index.html");
    if (options.json) {
      console.log(
        JSON.stringify({ cells: cells.length, kept, findings: findings.length, index, seconds }, null, 2),
      );
    } else {
      const counts = new Map<string, number>();
      for (const { code } of findings) counts.set(code, (counts.get(code) ?? 0) + 1);
      for (const [code, count] of counts) console.log(`${count} × ${code}`);
      console.log(
        say(
          `${cells.length} ô (${kept} có sẵn), ${findings.length} điều cần xem, ${seconds} s: ${index} | ${cells.length} cells (${kept} kept), ${findings.length} findings, ${seconds} s: ${index}`,
        ),
      );
    }
    if (signal.aborted) return EXIT.failed;
    return findings.length > 0 ? EXIT.faultyPiece : EXIT.done;
  } finally {
    restore();
    await pool.close();
  }
}
