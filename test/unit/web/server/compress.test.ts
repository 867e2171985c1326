import { gunzipSync } from "node:zlib";
import Fastify from "fastify";
import { expect, test } from "vitest";
import { compressAnswers } from "../../../../src/web/server/compress.ts";

const PAGE = "<p>Ấn phẩm</p>".repeat(1000);

async function ask(
  remoteAddress: string,
  headers: Record<string, string> = { "accept-encoding": "gzip, br" },
) {
  const app = Fastify();
  compressAnswers(app);
  app.get("/", (_, reply) => reply.type("text/html; charset=utf-8").send(PAGE));
  return app.inject({ url: "/", remoteAddress, headers });
}

test("a page goes over the network packed, and is the same page", async () => {
  const { headers, rawPayload } = await ask("203.0.113.7");
  expect(headers["content-encoding"]).toBe("gzip");
  expect(headers.vary).toBe("accept-encoding");
  expect(rawPayload.length).toBeLessThan(PAGE.length / 10);
  expect(gunzipSync(rawPayload).toString()).toBe(PAGE);
});

test("not to whoever cannot read it, and not on the machine itself", async () => {
  expect((await ask("203.0.113.7", {})).payload).toBe(PAGE);
  expect((await ask("127.0.0.1")).payload).toBe(PAGE);
});
