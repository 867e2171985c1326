import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openCodeCache } from "../../../src/loader/code-cache.ts";

const BUILD = "a".repeat(64);
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "anpham-code-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const open = (build = BUILD) => openCodeCache(folder, build);
const code = (entries: Readonly<Record<string, string>>) =>
  new Map(
    Object.entries(entries).map(([name, text]) => [name, { createCachedData: () => Buffer.from(text) }]),
  );
const files = () => readdirSync(folder).map((name) => join(folder, name));

test("what one process keeps the next one has, of all that kept something", () => {
  const [one, two] = [open(), open()];
  expect(one.get("kit/index")).toBeUndefined();
  one.keep(code({ "kit/index": "kit", chunk: "" }));
  two.keep(code({ "run/worker": "bộ máy" }));
  const next = open();
  expect(next.get("kit/index")?.toString()).toBe("kit");
  expect(next.get("chunk")?.toString()).toBe("");
  expect(next.get("run/worker")?.toString()).toBe("bộ máy");
  expect(next.get("index")).toBeUndefined();
  expect(files()).toHaveLength(1);
});

test("what V8 did not take is written anew", () => {
  open().keep(code({ chunk: "old" }));
  const cache = open();
  cache.drop("chunk");
  expect(cache.get("chunk")).toBeUndefined();
  cache.keep(code({ chunk: "new" }));
  expect(open().get("chunk")?.toString()).toBe("new");
});

test("a file that is not whole counts for nothing", () => {
  open().keep(code({ chunk: "code of some length" }));
  const [file] = files();
  const whole = readFileSync(file!);
  for (let length = 0; length < whole.length; length++) {
    truncateSync(file!, length);
    expect(open().get("chunk")).toBeUndefined();
    writeFileSync(file!, whole);
  }
  for (let at = 0; at < whole.length; at++) {
    writeFileSync(file!, Buffer.from(whole.map((byte, i) => (i === at ? byte ^ 1 : byte))));
    expect(open().get("chunk")).toBeUndefined();
  }
  writeFileSync(file!, whole);
  expect(open().get("chunk")).toBeDefined();
});

test("only its user can read it; files of other builds go, others stay", () => {
  writeFileSync(join(folder, "poster.mjs"), "");
  open("b".repeat(64)).keep(code({ chunk: "of yesterday" }));
  open().keep(code({ chunk: "of today" }));
  const left = files();
  expect(left).toHaveLength(2);
  expect(left).toContain(join(folder, "poster.mjs"));
  const own = left.find((file) => file.endsWith(".bin"))!;
  expect(statSync(own).mode & 0o077).toBe(0);
  expect(open().get("chunk")?.toString()).toBe("of today");
});

test("a folder that is gone stops nobody", () => {
  const cache = openCodeCache(join(folder, "gone"), BUILD);
  expect(() => cache.keep(code({ chunk: "code" }))).not.toThrow();
});
