/** Resident memory of a process and all that it started, from /proc. Elsewhere than on Linux there are no figures. */

import { readdirSync, readFileSync } from "node:fs";

const PAGE = 4096;
const EVERY_MS = 100;

function read(path) {
  try {
    return readFileSync(path, "latin1");
  } catch {
    // The process has ended meanwhile.
    return null;
  }
}

/** Parent of every process. The name in /proc/*\/stat may hold spaces and brackets: fields count from its end. */
function parents() {
  const found = new Map();
  for (const name of readdirSync("/proc")) {
    if (!/^\d+$/.test(name)) continue;
    const stat = read(`/proc/${name}/stat`);
    if (stat) found.set(Number(name), Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]));
  }
  return found;
}

/** The process and all its descendants. */
export function processTree(root) {
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

/** Resident bytes of the tree; pages that processes share count in each of them. 0 where there is no /proc. */
export function treeRss(root) {
  let pages = 0;
  for (const pid of process.platform === "linux" ? processTree(root) : []) {
    pages += Number(read(`/proc/${pid}/statm`)?.split(" ")[1] ?? 0);
  }
  return pages * PAGE;
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
