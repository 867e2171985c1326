/** `anpham serve`: the HTTP service, until it is told to stop. */

import { join } from "node:path";
import { type Command, Option } from "commander";
import type { Threads } from "../../run/pool.ts";
import { addCommonOptions, type CommonOptions, foldersFrom } from "../context.ts";
import { interruptible } from "../interrupt.ts";
import { inLanguage, type Language } from "../language.ts";
import { EXIT, type ExitCode } from "../report.ts";

interface ServeOptions extends CommonOptions {
  readonly port?: string;
  readonly host?: string;
  readonly auth?: string;
  readonly state?: string;
  readonly keys?: string;
  readonly workers?: string;
  readonly queue?: string;
  readonly store?: string;
  readonly log?: string;
}

/** The command's options by the settings that they stand for. */
const SETTINGS = {
  PORT: "port",
  HOST: "host",
  AUTH: "auth",
  STATE: "state",
  KEYS: "keys",
  WORKERS: "workers",
  REDIS: "queue",
  STORE: "store",
  LOG: "log",
} as const;

/** Adds the command to the program; `finish` receives its exit code. */
export function addServeCommand(
  program: Command,
  language: Language,
  finish: (code: ExitCode) => void,
): void {
  const say = (text: string) => inLanguage(text, language);
  const command = program
    .command("serve")
    .description(
      say(
        "mở dịch vụ HTTP; mọi cấu hình khác qua biến ANPHAM_… | open the HTTP service; all else by ANPHAM_… variables",
      ),
    )
    .option("--port <n>", `${say("cổng; 0: cổng trống bất kỳ | port; 0 for any free one")} [8080]`)
    .option("--host <address>", `${say("địa chỉ | address")} [127.0.0.1]`)
    .addOption(
      new Option(
        "--auth <mode>",
        `${say("khóa API; off chỉ trong máy này | API keys; off on this machine only")} [off]`,
      ).choices(["off", "keys"]),
    )
    .option("--state <folder>", `${say("kho của dịch vụ | the service's own folder")} [anpham-state]`)
    .option("--keys <file>", say("tệp khóa; mặc định trong kho | file of keys; in the folder by default"))
    .option("--workers <n>", say("số luồng | worker threads"))
    .option("--queue <redis://…>", say("giao việc lô cho anpham worker | hand jobs to anpham worker"))
    .option("--store <folder|s3://…>", say("kho chung với các máy đó | store shared with them"))
    .option("--log <level>", say("silent, error, warn, info, debug | silent, error, warn, info, debug"));
  addCommonOptions(command, language);
  command.action(async (options: ServeOptions) => finish(await runServe(options, language)));
}

async function runServe(options: ServeOptions, language: Language): Promise<ExitCode> {
  const say = (text: string) => inLanguage(text, language);
  const { readSettings } = await import("../../http/settings.ts");
  const { openService } = await import("../../http/service.ts");
  const { listen } = await import("../../http/listen.ts");
  const given = Object.entries(SETTINGS).flatMap(([name, option]) =>
    options[option] === undefined ? [] : [[name, options[option]] as const],
  );
  const settings = readSettings(process.env, Object.fromEntries(given));
  const app = await openService({
    ...{ settings, folders: foldersFrom(options) },
    now: () => Date.now(),
    elapsed: () => performance.now(),
  });
  const form = settings.AUTH === "off" ? await mountForm(app, settings.STATE, options) : null;
  const { signal, restore } = interruptible(() =>
    console.error(say("Đang dừng: trả lời nốt những gì đã nhận. | Stopping: what was taken on is answered.")),
  );
  let isDrained = false;
  try {
    const address = await listen(app, settings);
    console.error(say(`Dịch vụ mở tại ${address} | Service open at ${address}`));
    await new Promise<void>((resolve) => {
      if (signal.aborted) resolve();
      else signal.addEventListener("abort", () => resolve(), { once: true });
    });
  } finally {
    isDrained = await within(settings.GRACE, async () => {
      await app.close();
      await form?.close();
    });
    restore();
  }
  return isDrained ? EXIT.done : EXIT.failed;
}

/** Whether it is done in time. Jobs that are not go on with the next service. @param seconds at most */
async function within(seconds: number, work: () => Promise<void>): Promise<boolean> {
  const late = new Promise<false>((resolve) => {
    setTimeout(() => resolve(false), seconds * 1000).unref();
  });
  return Promise.race([work().then(() => true), late]);
}

type Service = Awaited<ReturnType<typeof import("../../http/service.ts").openService>>;

/** The form for people, at `/`. It knows no keys, so it is only there for those who use this machine itself. */
async function mountForm(app: Service, state: string, options: ServeOptions): Promise<Threads> {
  const [{ webForm }, { openThreads }, { openLibraryOf }] = await Promise.all([
    import("../../web/server/plugin.ts"),
    import("../../run/pool.ts"),
    import("../open-library.ts"),
  ]);
  // Threads of its own: whoever asks the service for a thousand pieces never holds up a keystroke.
  const threads = openThreads();
  const library = await openLibraryOf(options);
  await app.register(async (scope) => {
    scope.addHook("onRoute", (route) => {
      // Somebody who types a sentence into a set of pieces asks more often than scripts may.
      route.config = { ...route.config, isUncounted: true };
      // What its pages say to each other is no contract.
      route.schema = { ...route.schema, hide: true };
    });
    await scope.register(webForm, {
      folders: foldersFrom(options),
      library,
      threads,
      uploads: join(state, "form-uploads"),
    });
  });
  return threads;
}
