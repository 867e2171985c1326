/** `anpham serve` as a process of its own. `npm run build` makes the binary. */

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

const binary = join(import.meta.dirname, "../../dist/cli/main.js");

export interface ServiceProcess {
  /** `http://127.0.0.1:…` */
  readonly address: string;
  readonly pid: number;
  /** What it has logged; nothing unless `ANPHAM_LOG` is set. */
  log(): string;
  /** Answers its exit code; `null` when a signal ended it. */
  end(signal: "SIGTERM" | "SIGKILL"): Promise<number | null>;
}

const running = new Set<ChildProcess>();

/** On a free port, without keys, on two threads; answers when it is ready for work. */
export async function startService(
  state: string,
  settings: Readonly<Record<string, string>> = {},
  ...flags: readonly string[]
): Promise<ServiceProcess> {
  const child = spawn(
    process.execPath,
    [binary, "serve", "--port", "0", "--state", state, "--lang", "en", ...flags],
    {
      stdio: ["ignore", "pipe", "pipe"],
      env: {
        ...process.env,
        ...{ ANPHAM_LOG: "silent", ANPHAM_RATE_ADDRESS: "0", ANPHAM_RATE_KEY: "0", ANPHAM_WORKERS: "2" },
        ...settings,
      },
    },
  );
  running.add(child);
  let logged = "";
  child.stdout!.on("data", (chunk) => {
    logged += chunk;
  });
  child.once("exit", () => running.delete(child));
  const address = await announced(child);
  for (;;) {
    const ready = await fetch(`${address}/readyz`).catch(() => null);
    if (ready?.ok) break;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return {
    address,
    pid: child.pid!,
    log: () => logged,
    async end(signal) {
      const gone = once(child, "exit");
      child.kill(signal);
      const [code] = await gone;
      return code as number | null;
    },
  };
}

/** Ends those that a test left. */
export async function endServices(): Promise<void> {
  for (const child of running) {
    const gone = once(child, "exit");
    child.kill("SIGKILL");
    await gone;
  }
}

function announced(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = "";
    child.stderr!.on("data", (chunk) => {
      text += chunk;
      const found = /open at (http:\S+)/.exec(text);
      if (found) resolve(found[1]!);
    });
    child.once("exit", () => reject(new Error(text)));
  });
}
