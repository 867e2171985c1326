import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { type AddressInfo, createServer, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { AnphamError } from "../../../../src/base/diagnostic.ts";
import { sha256 } from "../../../../src/base/hash.ts";
import { s3Store } from "../../../../src/run/exchange/s3-store.ts";
import { openStore, type SharedStore, storeAddress } from "../../../../src/run/exchange/shared-store.ts";
import { startBucket, type TestBucket } from "../../../support/s3-server.ts";

let folder: string;
let bucket: TestBucket;
/** What Node was asked to say on the terminal. */
const warnings: string[] = [];
const onWarning = ({ message }: Error) => warnings.push(message);
beforeAll(async () => {
  process.on("warning", onWarning);
  folder = await mkdtemp(join(tmpdir(), "anpham-store-"));
  bucket = await startBucket();
});
afterAll(async () => {
  process.off("warning", onWarning);
  await bucket.stop();
  await rm(folder, { recursive: true });
});

const bytes = Buffer.from("Ấn phẩm");
const codeOf = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => "done",
    (thrown: unknown) => {
      if (!(thrown instanceof AnphamError)) throw thrown;
      return thrown.diagnostics[0]!.code;
    },
  );

async function listener(onSocket: (socket: Socket) => void) {
  const sockets: Socket[] = [];
  const server = createServer((socket) => {
    sockets.push(socket);
    onSocket(socket.on("error", () => undefined));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const stop = async () => {
    for (const socket of sockets) socket.destroy();
    server.close();
    await once(server, "close");
  };
  return { port, stop };
}

describe.each([
  ["a folder", () => folder],
  ["a bucket", () => bucket.address],
])("%s", (_, address) => {
  let store: SharedStore;
  beforeAll(async () => {
    store = await openStore(address());
  });

  test("keeps files whole and says what they are", async () => {
    await store.write("a/b/1-1", bytes);
    expect(Buffer.from((await store.read("a/b/1-1"))!)).toEqual(bytes);
    expect(await store.size("a/b/1-1")).toBe(bytes.byteLength);
    expect(await store.sha256("a/b/1-1")).toBe(sha256(bytes));
  });

  test("has nothing to say about files that are not there", async () => {
    expect([await store.read("a/no"), await store.size("a/no"), await store.sha256("a/no")]).toEqual([
      null,
      null,
      null,
    ]);
  });

  test("clears a folder and not the one whose name begins alike", async () => {
    await store.write("c/1", bytes);
    await store.write("cc/1", bytes);
    await store.clear("c");
    await store.clear("c");
    expect([await store.size("c/1"), await store.size("cc/1")]).toEqual([null, bytes.byteLength]);
  });
});

describe("a bucket", () => {
  test("is asked again after failures that pass", async () => {
    const store = await openStore(bucket.address);
    const before = bucket.requests.length;
    bucket.failNext(500, 503);
    await store.write("e/1", bytes);
    expect(bucket.requests.slice(before)).toEqual([
      "PUT runs/e/1 500",
      "PUT runs/e/1 503",
      "PUT runs/e/1 200",
    ]);
  });

  test("that refuses is named in the complaint, once", async () => {
    const store = await openStore(bucket.address);
    const before = bucket.requests.length;
    bucket.failNext(403);
    expect(await codeOf(store.write("f/1", bytes))).toBe("store.cannot-write");
    bucket.failNext(403);
    expect(await codeOf(store.read("e/1"))).toBe("store.cannot-read");
    expect(bucket.requests.length - before).toBe(2);
  });

  test("tells the real content of what somebody else put there", async () => {
    const store = await openStore(bucket.address);
    await store.write("g/1", bytes);
    bucket.damage("runs/g/1");
    expect(await store.sha256("g/1")).toBe(sha256("damaged"));
  });
});

describe("a bucket's failures, told in sentences", () => {
  const told = (promise: Promise<unknown>) =>
    promise.catch((thrown: AnphamError) => thrown.diagnostics[0]!.message);
  const at = (endpoint: string) => `s3://hand-over/runs?endpoint=${encodeURIComponent(endpoint)}`;

  test("no bucket of that name: not only a file is missing", async () => {
    const store = await openStore(bucket.address.replace("hand-over", "elsewhere"));
    expect(await told(store.read("a/1"))).toEqual({
      vi: "Không đọc được “a/1” từ kho s3://elsewhere/runs/: không có bucket này.",
      en: "Cannot read “a/1” from the store s3://elsewhere/runs/: there is no such bucket.",
    });
  });

  test("nobody there", async () => {
    const { port, stop } = await listener(() => undefined);
    await stop();
    const store = await openStore(at(`http://127.0.0.1:${port}`));
    expect(await told(store.write("a/1", bytes))).toMatchObject({
      vi: "Không ghi được “a/1” vào kho s3://hand-over/runs/: không có gì nghe ở địa chỉ đó.",
    });
  });

  test("a server that takes requests and never answers holds nobody for ever", async () => {
    const { port, stop } = await listener(() => undefined);
    const store = await s3Store(at(`http://127.0.0.1:${port}`), 30);
    expect(await told(store.write("a/1", bytes))).toMatchObject({ en: expect.stringContaining("no answer") });
    await stop();
  });
});

test("a folder is the same wherever a process stands; what looks like an address of another kind is no folder", () => {
  expect(storeAddress("store")).toBe(resolve("store"));
  expect(storeAddress("s3://bucket/x")).toBe("s3://bucket/x");
  expect(storeAddress("ftp://host/x")).toBe("ftp://host/x");
});

test.each([
  ...["s3://bucket/x?endpoint=minio:9000", "s3://bucket/x?endpoint=minio", "s3://bucket/%zz"],
  ...["ftp://me:secret@host/x"],
  "s3://",
  "s3://key:secret@bucket/x",
  "s3://bucket/x?secret=1",
  "https://example.vn/x",
])("refuses %s, and shows no secret", async (address) => {
  const failed = await openStore(address).catch((thrown: unknown) => thrown);
  expect(failed).toMatchObject({ diagnostics: [{ code: "store.bad-address" }] });
  expect(String(failed)).not.toMatch(/secret/);
});

test("nobody hears what Node later clients of S3 will want", () => {
  expect(warnings.filter((text) => text.includes("AWS"))).toEqual([]);
});
