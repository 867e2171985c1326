import { appendFile, mkdtemp, rename, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type FastifyInstance, fastify } from "fastify";
import { afterEach, beforeEach, expect, test } from "vitest";
import { sendFile } from "../../../../src/http/files/send-file.ts";

let app: FastifyInstance;
let folder = "";
let file = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "anpham-send-"));
  file = join(folder, "x.bin");
  await writeFile(file, "0123456789");
  app = fastify();
  app.get(
    "/file",
    async (request, reply) => (await sendFile(request, reply, file)) ?? reply.code(404).send(),
  );
});
afterEach(async () => {
  await app.close();
  await rm(folder, { recursive: true });
});

const ask = (headers: Record<string, string> = {}, method: "GET" | "HEAD" = "GET") =>
  app.inject({ method, url: "/file", headers });
const told = async (headers: Record<string, string>) => {
  const { statusCode, payload } = await ask(headers);
  return [statusCode, payload];
};

test("a download that broke off goes on with the same file, and begins anew with another of its size and time", async () => {
  const time = new Date(2026, 0, 1);
  await utimes(file, time, time);
  const etag = String((await ask()).headers.etag);
  expect(etag).toMatch(/^"[^"]+"$/);
  const rest = { range: "bytes=6-", "if-range": etag };
  expect(await told(rest)).toEqual([206, "6789"]);
  await writeFile(`${file}.new`, "abcdefghij");
  await utimes(`${file}.new`, time, time);
  await rename(`${file}.new`, file);
  expect(await told(rest)).toEqual([200, "abcdefghij"]);
});

test("one that has grown is another", async () => {
  const etag = String((await ask()).headers.etag);
  await appendFile(file, "x");
  expect(await told({ "if-none-match": etag })).toEqual([200, "0123456789x"]);
});

test("HEAD tells what GET of all of it would, whatever range it names", async () => {
  const head = await ask({ range: "bytes=0-1" }, "HEAD");
  const whole = await ask();
  expect([head.statusCode, head.payload, head.headers["content-length"]]).toEqual([200, "", "10"]);
  expect(head.headers.etag).toBe(whole.headers.etag);
  expect(whole.headers["accept-ranges"]).toBe("bytes");
});

test("an empty file is sent; one that is gone is not", async () => {
  await writeFile(file, "");
  expect(await told({})).toEqual([200, ""]);
  await rm(file);
  expect(await told({})).toEqual([404, ""]);
});
