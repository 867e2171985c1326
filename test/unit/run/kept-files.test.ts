import { expect, test } from "vitest";
import { sha256 } from "../../../src/base/hash.ts";
import { pieceFile } from "../../../src/run/batch/file-stem.ts";
import { keptFiles } from "../../../src/run/kept-files.ts";
import type { ManifestEntry } from "../../../src/run/manifest.ts";
import type { ArtifactStore } from "../../../src/run/store.ts";

const entry = (file: string, content: string, files: number, inputs = "same") =>
  ({ file, files, inputs, size: content.length, sha256: sha256(Buffer.from(content)) }) as ManifestEntry;
const nameOf = (page: number, files: number) => pieceFile("a", files === 1 ? "pdf" : "png", page, files);

/** What is kept of files by their content. */
function kept(entries: readonly ManifestEntry[], there: Readonly<Record<string, string>>, verify = false) {
  const store = {
    size: async (name: string) => there[name]?.length ?? null,
    sha256: async (name: string) => (name in there ? sha256(Buffer.from(there[name]!)) : null),
  } as ArtifactStore;
  const previous = new Map(entries.map((each) => [each.file, each]));
  return keptFiles(nameOf, "same", { previous, store, verify }).then(
    (found) => found?.map(({ file }) => file) ?? null,
  );
}

test("files that were made from the same stay, as long as all of them are there", async () => {
  expect(await kept([entry("a.pdf", "x", 1)], { "a.pdf": "x" })).toEqual(["a.pdf"]);
  expect(await kept([entry("a.pdf", "x", 1, "other")], { "a.pdf": "x" })).toBeNull();
  expect(await kept([entry("a.pdf", "x", 1)], {})).toBeNull();
  expect(await kept([], { "a.pdf": "x" })).toBeNull();
  const pages = [entry("a.1.png", "x", 2), entry("a.2.png", "y", 2)];
  expect(await kept(pages, { "a.1.png": "x", "a.2.png": "y" })).toEqual(["a.1.png", "a.2.png"]);
  expect(await kept(pages, { "a.1.png": "x" })).toBeNull();
  expect(await kept(pages.slice(0, 1), { "a.1.png": "x", "a.2.png": "y" })).toBeNull();
});

test.each([9, 10, 100])("pictures of %i pages stay, whose numbers have as many digits", async (pages) => {
  const names = Array.from({ length: pages }, (_, i) => nameOf(i + 1, pages));
  const run = names.map((name) => entry(name, "x", pages));
  expect(await kept(run, Object.fromEntries(names.map((name) => [name, "x"])))).toEqual(names);
});

test("other content of the same size is found out only by looking at it", async () => {
  const run = [entry("a.pdf", "x", 1)] as const;
  expect(await kept(run, { "a.pdf": "long" })).toBeNull();
  expect(await kept(run, { "a.pdf": "y" })).toEqual(["a.pdf"]);
  expect(await kept(run, { "a.pdf": "y" }, true)).toBeNull();
});
