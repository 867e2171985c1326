import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from "node:zlib";
import { type FastifyInstance, fastify } from "fastify";
import { afterEach, beforeEach, expect, test } from "vitest";
import { addBuiltFiles } from "../../../../src/web/server/built-files.ts";

const STYLE = "p { color: red }\n".repeat(200);
let app: FastifyInstance;
let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "anpham-built-"));
  await writeFile(join(folder, "form-1A.css"), STYLE);
  await writeFile(join(folder, "form-1A.css.br"), brotliCompressSync(STYLE));
  await writeFile(join(folder, "form-1A.css.gz"), gzipSync(STYLE));
  await writeFile(join(folder, "font-2B.woff2"), "wOF2");
  app = fastify();
  await addBuiltFiles(app, folder, "/assets/");
});
afterEach(async () => {
  await app.close();
  await rm(folder, { recursive: true, force: true });
});

const ask = (name: string, headers: Record<string, string> = {}) =>
  app.inject({ url: `/assets/${name}`, headers });

test("pages that are open keep their style sheet while another package is put in the place of this one", async () => {
  await rm(folder, { recursive: true });
  const { statusCode, headers, payload } = await ask("form-1A.css");
  expect([statusCode, headers["content-type"], payload]).toEqual([200, "text/css; charset=utf-8", STYLE]);
  expect((await ask("font-2B.woff2")).headers["content-type"]).toBe("font/woff2");
});

test("each comes in the smallest form that the browser takes", async () => {
  const br = await ask("form-1A.css", { "accept-encoding": "gzip, deflate, br" });
  expect(br.headers).toMatchObject({ "content-encoding": "br", vary: "accept-encoding" });
  expect(brotliDecompressSync(br.rawPayload).toString()).toBe(STYLE);
  const gz = await ask("form-1A.css", { "accept-encoding": "GZIP, br;q=0" });
  expect(gunzipSync(gz.rawPayload).toString()).toBe(STYLE);
  const plain = await ask("form-1A.css", { "accept-encoding": "br;q=0.000, gzip; q=0" });
  expect([plain.headers["content-encoding"], plain.payload]).toEqual([undefined, STYLE]);
});

test("a browser keeps them, and nothing else of the folder is there", async () => {
  const { headers } = await ask("font-2B.woff2");
  expect(headers["cache-control"]).toBe("public, max-age=31536000, immutable");
  expect((await ask("font-2B.woff2", { "if-none-match": String(headers.etag) })).statusCode).toBe(304);
  for (const name of ["form-1A.css.br", "..%2fform-1A.css", "", "toString"]) {
    expect((await ask(name)).statusCode).toBe(404);
  }
});
