/** `anpham worker` as a process of its own, as on another machine. `npm run build` makes the binary. */

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { output } from "./redis.ts";

const binary = join(import.meta.dirname, "../../dist/cli/main.js");

export interface WorkerProcess {
  readonly name: string;
  /** Answers its exit code; `null` when a signal ended it. */
  end(signal: "SIGTERM" | "SIGKILL"): Promise<number | null>;
}

const running = new Set<ChildProcess>();

export async function startWorker(
  address: string,
  name: string,
  ...flags: readonly string[]
): Promise<WorkerProcess> {
  const args = [
    "worker",
    "--queue",
    address,
    "--name",
    name,
    "--workers",
    "1",
    "--lock",
    "2",
    "--lang",
    "en",
  ];
  const child = spawn(process.execPath, [binary, ...args, ...flags], { stdio: ["ignore", "pipe", "pipe"] });
  running.add(child);
  child.once("exit", () => running.delete(child));
  await output(child, /ready/);
  return {
    name,
    async end(signal) {
      const gone = once(child, "exit");
      child.kill(signal);
      const [code] = await gone;
      return code as number | null;
    },
  };
}

/** Ends those that a test left. */
export async function endWorkers(): Promise<void> {
  for (const child of running) {
    const gone = once(child, "exit");
    child.kill("SIGKILL");
    await gone;
  }
}
