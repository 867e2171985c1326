import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { processTree, treeCpuMs, treeRss, watchMemory } from "../../../../bench/measure/process-tree.mjs";

const HELD_MB = 80;
/** A process that starts another, which holds memory, and waits. */
const GRANDCHILD = `const held = Buffer.alloc(${HELD_MB} << 20, 1); console.log("held"); setTimeout(() => held, 60000)`;
const CHILD = `require("child_process").spawn(process.execPath, ["-e", ${JSON.stringify(GRANDCHILD)}], { stdio: "inherit" });
  setTimeout(() => {}, 60000)`;

describe.skipIf(process.platform !== "linux")("a tree of processes", () => {
  let child: ChildProcess;
  beforeAll(async () => {
    child = spawn(process.execPath, ["-e", CHILD], { detached: true, stdio: ["ignore", "pipe", "ignore"] });
    await once(child.stdout!, "data");
  });
  afterAll(() => process.kill(-child.pid!, "SIGKILL"));

  test("holds what a child has started, and not its neighbours", () => {
    const tree = processTree(child.pid!);
    expect(tree).toHaveLength(2);
    expect(tree[0]).toBe(child.pid);
    expect(tree).not.toContain(process.pid);
  });

  test("counts the memory of all of them", () => {
    const [, grandchild] = processTree(child.pid!);
    expect(treeRss(grandchild!)).toBeGreaterThan(HELD_MB * 2 ** 20);
    expect(treeRss(child.pid!)).toBeGreaterThan(treeRss(grandchild!) + 10 * 2 ** 20);
    expect(watchMemory(child.pid!).stop()).toBeGreaterThan(HELD_MB);
  });

  test("has used the processor", () => {
    expect(treeCpuMs(child.pid!)).toBeGreaterThan(0);
  });

  test("that has ended takes nothing", async () => {
    const short = spawn(process.execPath, ["-e", ""]);
    await once(short, "exit");
    expect(treeRss(short.pid!)).toBe(0);
  });
});
