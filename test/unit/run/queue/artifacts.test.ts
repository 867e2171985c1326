import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { diagnose } from "../../../../src/base/diagnostic.ts";
import { sha256 } from "../../../../src/base/hash.ts";
import { sharedFolder } from "../../../../src/run/exchange/shared-folder.ts";
import { handOver, takeOver } from "../../../../src/run/queue/artifacts.ts";
import { jobAnswer } from "../../../../src/run/queue/message.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "anpham-artifacts-"));
});
afterAll(() => rm(folder, { recursive: true }));

const artifact = (text: string, page: number | null) => {
  const bytes = new Uint8Array(Buffer.from(text));
  return { mediaType: "image/png", parts: [bytes], sha256: sha256(bytes), page };
};
const results = [
  {
    artifacts: [artifact("một", 1), artifact("hai", 2)],
    diagnostics: [diagnose("run.duplicate-row", { other: 3 }, { page: 2 })],
    timings: { layout: 1.25 },
  },
  { artifacts: [artifact("ba", null)], diagnostics: [], timings: {} },
];

test("results come back whole, though only references travel", async () => {
  const store = sharedFolder(folder);
  const answer = await handOver(results, "a/1", store);
  expect(JSON.stringify(answer).length).toBeLessThan(1200);
  const travelled = jobAnswer.parse(JSON.parse(JSON.stringify(answer)));
  expect(await takeOver(travelled, store)).toEqual(results);
});

test("a file that is not what was handed over is refused", async () => {
  const store = sharedFolder(folder);
  const answer = await handOver(results, "a/2", store);
  await writeFile(join(folder, "a/2/1-2"), "khác");
  await expect(takeOver(answer, store)).rejects.toMatchObject({
    diagnostics: [{ code: "store.wrong-content" }],
  });
});

test("a file that shows late is waited for", async () => {
  const store = sharedFolder(folder);
  const answer = await handOver(results.slice(1), "a/3", store);
  await rm(join(folder, "a/3/1-1"));
  setTimeout(() => void writeFile(join(folder, "a/3/1-1"), "ba"), 100);
  expect(await takeOver(answer, store)).toEqual(results.slice(1));
});
