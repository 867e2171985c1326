import { access, mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect } from "vitest";
import { openQueue } from "../../../src/cli/queue-options.ts";
import { isPresent, testWith } from "../../support/judges.ts";
import { folders } from "../../support/queue-jobs.ts";
import { startRedis, type TestRedis } from "../../support/redis.ts";

let redis: TestRedis;
let out = "";
beforeAll(async () => {
  out = await mkdtemp(join(tmpdir(), "anpham-queue-options-"));
  if (isPresent("redis-server")) redis = await startRedis();
});
afterAll(async () => {
  await redis?.stop();
  await rm(out, { recursive: true, force: true });
});

const open = (store?: string) =>
  openQueue(
    { queue: redis.address(0), ...(store === undefined ? {} : { store }) },
    {
      ...{ command: "batch", folders, out, template: "certificate", profile: null },
      onTrouble: () => undefined,
    },
  );
const isThere = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  );

testWith("redis-server")("the folder that machines hand files over in goes with the run", async () => {
  const folder = join(out, ".handover");
  const queue = await open();
  await mkdir(folder);
  await queue.close();
  expect(await readdir(out)).toEqual([]);
});

testWith("redis-server")(
  "it stays while files of others lie in it, and so does a store of one's own",
  async () => {
    const kept = join(out, ".handover", "another run", "a.pdf");
    await mkdir(join(kept, ".."), { recursive: true });
    await writeFile(kept, "");
    await (await open()).close();
    expect(await isThere(kept)).toBe(true);
    const store = join(out, "store");
    await mkdir(store);
    await (await open(store)).close();
    expect(await isThere(store)).toBe(true);
  },
);
