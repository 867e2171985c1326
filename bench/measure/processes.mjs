/** Starts what is measured in processes of its own: nobody's memory, caches or compiled code are another's. */

import { fork, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { watchMemory } from "./process-tree.mjs";

const CASE = fileURLToPath(new URL("../cases/case.mjs", import.meta.url));
const SECONDS_AT_MOST = 150;

const running = new Set();

function endGroup({ pid }) {
  try {
    process.kill(-pid, "SIGKILL");
  } catch {
    // It has ended by itself.
  }
}

/** What is measured leads a process group of its own; an interrupted bench ends it. */
export function endWithUs() {
  for (const signal of ["SIGINT", "SIGTERM"]) {
    process.on(signal, () => {
      for (const child of running) endGroup(child);
      process.exit(130);
    });
  }
}

/** @returns resolves with the exit code; the child and what it started are ended when it takes too long */
function ended(child, seconds) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      endGroup(child);
      reject(new Error(`not done after ${seconds} s`));
    }, seconds * 1000);
    child.on("error", reject);
    child.on("exit", (code) => {
      clearTimeout(timer);
      resolve(code);
    });
  });
}

async function observed(child, seconds) {
  const start = performance.now();
  const memory = watchMemory(child.pid);
  running.add(child);
  try {
    const code = await ended(child, seconds);
    return { code, wallMs: performance.now() - start, peakRssMb: memory.stop() };
  } finally {
    memory.stop();
    running.delete(child);
  }
}

/**
 * Runs one case in a fresh process.
 * @param job plain data with the name of the case
 * @throws Error with the reason of the case's failure
 */
export async function runCase(job, { seconds = SECONDS_AT_MOST, execArgv = [] } = {}) {
  const child = fork(CASE, [JSON.stringify(job)], {
    detached: true,
    execArgv,
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
  let said = "";
  child.stderr.on("data", (text) => {
    said = `${said}${text}`.slice(-2000);
  });
  let answer = null;
  child.on("message", (message) => {
    answer = message;
  });
  const { code, wallMs, peakRssMb } = await observed(child, seconds);
  if (answer?.failed) throw new Error(answer.failed);
  if (!answer) throw new Error(`ended with ${code}: ${said.trim().split("\n").at(-1) ?? ""}`);
  return { ...answer, wallMs, peakRssMb };
}

/**
 * Runs a command to its end.
 * @param codes exit codes that are no failure
 * @throws Error when it fails, with what it said
 */
export async function runCommand(command, args, { seconds = SECONDS_AT_MOST, codes = [0] } = {}) {
  const child = spawn(command, args, { detached: true, stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  let out = "";
  child.stderr.on("data", (text) => {
    said = `${said}${text}`.slice(-2000);
  });
  child.stdout.on("data", (text) => {
    out += text;
  });
  const { code, wallMs, peakRssMb } = await observed(child, seconds);
  if (!codes.includes(code)) throw new Error(`ended with ${code}: ${said.trim()}`);
  return { out, wallMs, peakRssMb };
}
