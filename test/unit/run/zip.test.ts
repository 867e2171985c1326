import { once } from "node:events";
import { mkdir, mkdtemp, readdir, readFile, readlink, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { AnphamError } from "../../../src/base/diagnostic.ts";
import { writeZip, zipFolder } from "../../../src/run/zip.ts";
import { run, testWith } from "../../support/judges.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "anpham-zip-"));
  await mkdir(join(folder, "trường"));
  await writeFile(join(folder, "trường", "a5.pdf"), "%PDF".repeat(5000));
  await writeFile(join(folder, "index.html"), "<p>Tuyển sinh</p>".repeat(500));
});
afterEach(() => rm(folder, { recursive: true }));

const ENTRIES = ["index.html", "trường/a5.pdf"];
const zipped = async (name: string, year = 2026) => {
  await writeZip(join(folder, name), folder, ENTRIES, year);
  return readFile(join(folder, name));
};

test("the same files give the same bytes, later and in another time zone", async () => {
  const first = await zipped("one.zip");
  const zone = process.env.TZ;
  try {
    process.env.TZ = "Asia/Ho_Chi_Minh";
    await writeFile(join(folder, "index.html"), "<p>Tuyển sinh</p>".repeat(500), { mode: 0o600 });
    expect((await zipped("two.zip")).equals(first)).toBe(true);
  } finally {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  }
  expect((await zipped("three.zip", 2027)).equals(first)).toBe(false);
});

testWith("unzip")("an unpacker finds every file whole, under its Vietnamese name", async () => {
  await zipped("one.zip");
  expect(run("unzip", "-t", join(folder, "one.zip"))).toContain("No errors detected");
  expect(run("unzip", "-p", join(folder, "one.zip"), "index.html")).toBe("<p>Tuyển sinh</p>".repeat(500));
  expect(run("unzip", "-Z1", "-UU", join(folder, "one.zip"))).toContain("a5.pdf");
});

test("text is packed, what is packed already is not packed again", async () => {
  expect((await zipped("one.zip")).byteLength).toBeGreaterThan(20_000);
  expect((await zipped("one.zip")).byteLength).toBeLessThan(20_000 + 1000);
});

test("a file that is gone ends it, with nothing left behind", async () => {
  const thrown: unknown = await writeZip(join(folder, "x.zip"), folder, ["nowhere.pdf"], 2026).catch(
    (error: unknown) => error,
  );
  if (!(thrown instanceof AnphamError)) throw thrown;
  expect(thrown.diagnostics.map(({ code }) => code)).toEqual(["output.cannot-write"]);
  expect((await readdir(folder)).sort()).toEqual(["index.html", "trường"]);
});

/** Those of the folder that this process has open, as Linux tells it. */
async function openFiles(): Promise<readonly string[]> {
  const numbers = await readdir("/proc/self/fd");
  const names = await Promise.all(
    numbers.map((each) => readlink(join("/proc/self/fd", each)).catch(() => "")),
  );
  return names.filter((name) => name.startsWith(`${folder}/`));
}

test.runIf(process.platform === "linux")(
  "an archive that nobody takes to its end leaves no file open",
  async () => {
    const names = Array.from({ length: 6 }, (_, i) => `${i}.pdf`);
    for (const name of names) await writeFile(join(folder, name), Buffer.alloc(1_000_000, 7));
    for (let taken = 0; taken < 8; taken++) {
      const archive = zipFolder(folder, names, 2026);
      let bytes = 0;
      for await (const chunk of archive) {
        bytes += (chunk as Buffer).length;
        // In the middle of every file in turn, and right at the beginning.
        if (bytes > taken * 700_000) break;
      }
    }
    const untouched = zipFolder(folder, names, 2026);
    untouched.destroy();
    await once(untouched, "close");
    await expect.poll(openFiles).toEqual([]);
  },
);
