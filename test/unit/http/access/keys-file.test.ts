import { mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { addKey, openKeys, readKeys, revokeKey } from "../../../../src/http/access/keys-file.ts";

let folder = "";
let file = "";
let time = 0;
const now = () => time;
let faults: unknown[] = [];
const onFault = (reason: unknown) => faults.push(reason);
beforeEach(async () => {
  faults = [];
  folder = await mkdtemp(join(tmpdir(), "anpham-keys-"));
  file = join(folder, "keys.json");
});
afterEach(() => rm(folder, { recursive: true, force: true }));
const add = (owner: string) =>
  addKey(file, { name: "Web", owner, scopes: ["read", "render"], day: "2026-01-01" });
/** What of `anp_ID_SECRET` only its holder knows; `_` is a character of base64url too. */
const secretOf = (key: string) => key.split("_").slice(2).join("_");

test("a key finds its holder, and the file does not hold it", async () => {
  const { key, entry } = await add("cd-y-te");
  const keys = await openKeys(file, now, onFault);
  expect(await keys.holder(key)).toEqual({ key: entry.id, owner: "cd-y-te", scopes: ["read", "render"] });
  const text = await readFile(file, "utf8");
  expect(text).not.toContain(secretOf(key));
  expect((await stat(file)).mode & 0o077).toBe(0);
});

test("keys differ, and hold 256 bits of chance", async () => {
  const secrets = [(await add("a")).key, (await add("a")).key].map(secretOf);
  expect(new Set(secrets).size).toBe(2);
  for (const secret of secrets) expect(Buffer.from(secret, "base64url")).toHaveLength(32);
});

test("keys that several make at the same time are all kept, and one taken away meanwhile is gone", async () => {
  const { entry } = await add("cd-y-te");
  const [made] = await Promise.all([
    Promise.all(Array.from({ length: 8 }, () => add("tt-vinh-hao"))),
    revokeKey(file, entry.id),
  ]);
  const ids = (await readKeys(file)).map(({ id }) => id).sort();
  expect(ids).toEqual(made.map((each) => each.entry.id).sort());
  expect(await readdir(folder)).toEqual(["keys.json"]);
});

test("who takes a key away where there are none leaves nothing there", async () => {
  expect(await revokeKey(join(folder, "wrong", "keys.json"), "0123456789ab")).toBe(false);
  expect(await readdir(folder)).toEqual([]);
});

test("a key that is taken away works no more, a new one at once, without a restart", async () => {
  const { key, entry } = await add("cd-y-te");
  const keys = await openKeys(file, now, onFault);
  const later = await add("tt-vinh-hao");
  await revokeKey(file, entry.id);
  time += 10_000;
  expect(await keys.holder(key)).toBeNull();
  expect(await keys.byId(entry.id)).toBeNull();
  expect(await keys.holder(later.key)).toMatchObject({ owner: "tt-vinh-hao" });
});

test("a file that was put back with its date counts: a copy of equal size and time is another file", async () => {
  const { key, entry } = await add("cd-y-te");
  const date = new Date(1_800_000_000_000);
  await utimes(file, date, date);
  const keys = await openKeys(file, now, onFault);
  const text = await readFile(file, "utf8");
  await writeFile(file, text.replace(entry.sha256, "0".repeat(64)));
  await utimes(file, date, date);
  time += 10_000;
  expect(await keys.holder(key)).toBeNull();
});

test("a file that is broken just now changes nothing but is told of once, and counts as soon as it is whole", async () => {
  const { key } = await add("cd-y-te");
  const keys = await openKeys(file, now, onFault);
  const text = `${JSON.stringify({ keys: [] })}\n`;
  const date = new Date(1_800_000_000_000);
  /** Of one size and time, as where only the permissions of a file were wrong. */
  const write = async (content: string) => {
    await writeFile(file, content);
    await utimes(file, date, date);
  };
  await write("{".padEnd(text.length));
  for (let i = 0; i < 3; i++) {
    time += 10_000;
    expect(await keys.holder(key)).toMatchObject({ owner: "cd-y-te" });
  }
  expect(faults).toHaveLength(1);
  await write(text);
  time += 10_000;
  expect(await keys.holder(key)).toBeNull();
});

test("a service whose keys nobody has is not opened; an owner that is no id is refused", async () => {
  await expect(openKeys(file, now, onFault)).rejects.toThrow("service.bad-setting");
  await expect(add("../x")).rejects.toThrow("request.invalid-field");
  expect(await readKeys(file)).toEqual([]);
});
