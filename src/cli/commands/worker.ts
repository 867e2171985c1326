/** `anpham worker`: renders what others put into a queue. */

import { hostname } from "node:os";
import type { Command } from "commander";
import { addCommonOptions, type CommonOptions, foldersFrom } from "../context.ts";
import { interruptible } from "../interrupt.ts";
import { inLanguage, type Language } from "../language.ts";
import { wholeNumber } from "../options.ts";
import { describe, EXIT, type ExitCode } from "../report.ts";
import { missing } from "../usage.ts";

interface WorkerCommandOptions extends CommonOptions {
  readonly queue?: string;
  readonly store?: string;
  readonly uploads?: string;
  readonly workers?: string;
  readonly name?: string;
  readonly lock: string;
}

const COMMAND = "worker";
/** Seconds. */
const DEFAULT_LOCK = "30";

/** Adds the command to the program; `finish` receives its exit code. */
export function addWorkerCommand(
  program: Command,
  language: Language,
  finish: (code: ExitCode) => void,
): void {
  const say = (text: string) => inLanguage(text, language);
  const command = program
    .command(COMMAND)
    .description(say("dựng việc của các máy khác qua Redis | render other machines' jobs from Redis"))
    .option("--queue <redis://…>", say("hàng đợi (bắt buộc) | queue (required)"))
    .option(
      "--store <folder|s3://…>",
      say(
        "kho chung nhìn từ máy này; mặc định theo từng việc | shared store as seen from here; each job's own by default",
      ),
    )
    .option(
      "--uploads <folder>",
      say("ảnh tải lên của dịch vụ HTTP, nhìn từ máy này | uploads of the HTTP service, as seen from here"),
    )
    .option("--workers <n>", say("số luồng | worker threads"))
    .option("--name <name>", say("tên máy trong báo lỗi | this worker's name in complaints"))
    .option(
      "--lock <seconds>",
      say("im lặng bao lâu thì máy khác làm thay | silence after which another worker takes a job"),
      DEFAULT_LOCK,
    );
  addCommonOptions(command, language);
  command.action(async (options: WorkerCommandOptions) => finish(await runWorkerCommand(options, language)));
}

async function runWorkerCommand(options: WorkerCommandOptions, language: Language): Promise<ExitCode> {
  const say = (text: string) => inLanguage(text, language);
  const address = options.queue ?? missing("--queue <redis://…>", COMMAND);
  const workers = options.workers === undefined ? null : wholeNumber("--workers", options.workers, COMMAND);
  const lock = wholeNumber("--lock", options.lock, COMMAND);
  const { forRuns, openPool } = await import("../../run/pool.ts");
  const { openWorker } = await import("../../run/queue/redis-worker.ts");
  const name = options.name ?? `${hostname()}:${process.pid}`;
  const { signal, restore } = interruptible(() =>
    console.error(say("Đang dừng: dựng nốt những gì đã bắt đầu. | Stopping: what was begun is finished.")),
  );
  const pool = openPool(forRuns(workers));
  try {
    const worker = await openWorker({
      address,
      folders: {
        ...foldersFrom(options),
        ...(options.uploads === undefined ? {} : { uploads: options.uploads }),
      },
      store: options.store ?? null,
      pool,
      name,
      lockDuration: lock * 1000,
      onTrouble: (trouble) => console.error(describe(trouble, language)),
    });
    console.log(
      say(`Máy dựng ${name} sẵn sàng, ${pool.workers} luồng | Worker ${name} ready, ${pool.workers} threads`),
    );
    await new Promise<void>((resolve) => {
      if (signal.aborted) resolve();
      else signal.addEventListener("abort", () => resolve(), { once: true });
    });
    await worker.drain();
  } finally {
    restore();
    await pool.close();
  }
  return EXIT.done;
}
