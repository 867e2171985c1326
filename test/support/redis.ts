/** A Redis of a test's own: a free port, a folder that goes with it, every write on disk before it is answered. */

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface TestRedis {
  /** @param database each is a Redis of its own to those who use it */
  address(database: number): string;
  /** As a power cut would. */
  kill(): Promise<void>;
  /** The same one, with what it had. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

export async function startRedis(): Promise<TestRedis> {
  const folder = await mkdtemp(join(tmpdir(), "anpham-redis-"));
  const port = await freePort();
  const begin = async (): Promise<ChildProcess> => {
    const options = {
      port,
      dir: folder,
      bind: "127.0.0.1",
      appendonly: "yes",
      appendfsync: "always",
      save: "",
    };
    const flags = Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)]);
    const child = spawn("redis-server", flags, { stdio: ["ignore", "pipe", "ignore"] });
    await output(child, /Ready to accept connections/);
    return child;
  };
  let server = await begin();
  const kill = async () => {
    const gone = once(server, "exit");
    server.kill("SIGKILL");
    await gone;
  };
  return {
    address: (database) => `redis://127.0.0.1:${port}/${database}`,
    kill,
    async restart() {
      server = await begin();
    },
    async stop() {
      await kill();
      await rm(folder, { recursive: true });
    },
  };
}

/** Waits for a line; a process that ends first is a failure. */
export function output(child: ChildProcess, line: RegExp): Promise<void> {
  return new Promise((resolve, reject) => {
    let text = "";
    child.stdout!.on("data", (chunk) => {
      text += chunk;
      if (line.test(text)) resolve();
    });
    child.stderr?.on("data", (chunk) => {
      text += chunk;
    });
    child.once("exit", (code) => reject(new Error(`ended with ${code}:\n${text}`)));
  });
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}
