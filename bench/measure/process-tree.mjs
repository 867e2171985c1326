/** Memory and processor time of a process and all that it started, from /proc. Elsewhere than on Linux both are 0. */

import { readdirSync, readFileSync } from "node:fs";

const PAGE = 4096;
/** Of the clock in /proc/*\/stat. */
const TICK_MS = 10;
const EVERY_MS = 100;

function read(path) {
  try {
    return readFileSync(path, "latin1");
  } catch {
    // The process has ended meanwhile.
    return null;
  }
}

/** Fields of /proc/pid/stat after the name, which may hold spaces and brackets: from the state on. */
const fieldsOf = (stat) => stat.slice(stat.lastIndexOf(")") + 2).split(" ");

function parents() {
  const found = new Map();
  for (const name of readdirSync("/proc")) {
    if (!/^\d+$/.test(name)) continue;
    const stat = read(`/proc/${name}/stat`);
    if (stat) found.set(Number(name), Number(fieldsOf(stat)[1]));
  }
  return found;
}

/** The process and all its descendants. */
export function processTree(root) {
  if (process.platform !== "linux") return [];
  const parentOf = parents();
  const tree = new Set([root]);
  for (let grown = true; grown; ) {
    grown = false;
    for (const [pid, parent] of parentOf) {
      if (tree.has(parent) && !tree.has(pid)) {
        tree.add(pid);
        grown = true;
      }
    }
  }
  return [...tree];
}

/** Resident bytes of the tree; pages that processes share count in each of them. */
export function treeRss(root) {
  let pages = 0;
  for (const pid of processTree(root)) {
    pages += Number(read(`/proc/${pid}/statm`)?.split(" ")[1] ?? 0);
  }
  return pages * PAGE;
}

/** Processor time of all that runs in the tree now, user and system, to 10 ms. */
export function treeCpuMs(root) {
  let ticks = 0;
  for (const pid of processTree(root)) {
    const stat = read(`/proc/${pid}/stat`);
    if (stat) ticks += Number(fieldsOf(stat)[11]) + Number(fieldsOf(stat)[12]);
  }
  return ticks * TICK_MS;
}

/** Samples a tree until stopped; `stop` tells the peak in MB. */
export function watchMemory(root) {
  let peak = 0;
  const sample = () => {
    peak = Math.max(peak, treeRss(root));
  };
  sample();
  const timer = setInterval(sample, EVERY_MS);
  return {
    stop() {
      clearInterval(timer);
      return Math.round(peak / 2 ** 20);
    },
  };
}
