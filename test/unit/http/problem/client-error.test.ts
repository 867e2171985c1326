import { once } from "node:events";
import { type AddressInfo, connect } from "node:net";
import { text } from "node:stream/consumers";
import { type FastifyInstance, fastify } from "fastify";
import { afterEach, expect, test } from "vitest";
import { answerBroken } from "../../../../src/http/problem/client-error.ts";
import { openServer } from "../../../../src/http/server.ts";
import { readSettings } from "../../../../src/http/settings.ts";

let app: FastifyInstance;
afterEach(() => app.close());

async function open(): Promise<number> {
  app = await openServer(readSettings({}, { LOG: "silent", RATE_ADDRESS: 0 }));
  app.get("/v1/stream", { config: { scope: "read" } }, (_, reply) => {
    reply.raw.writeHead(200, { "content-type": "text/event-stream" });
    reply.raw.write("data: 1\n\n");
    reply.hijack();
  });
  await app.listen({ host: "127.0.0.1", port: 0 });
  return (app.server.address() as AddressInfo).port;
}

/** What comes back until the connection is closed. */
async function told(port: number, sent: string): Promise<string> {
  const socket = connect(port, "127.0.0.1");
  await once(socket, "connect");
  socket.write(sent);
  return text(socket);
}

const bodyOf = (answer: string) => JSON.parse(answer.slice(answer.indexOf("\r\n\r\n") + 4));

test.each([
  ["no HTTP at all", "hello\r\n\r\n", 400, "service.not-http"],
  ["a TLS handshake", "\x16\x03\x01\x02\x00\x01\x00", 400, "service.not-http"],
  [
    "two lengths",
    "POST /v1/x HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
    400,
    "service.not-http",
  ],
  [
    "an address of 20 KB",
    `GET /v1/x?${"a".repeat(20_000)} HTTP/1.1\r\nHost: localhost\r\n\r\n`,
    431,
    "service.head-too-large",
  ],
])("%s is answered as every other error, in both languages", async (_, sent, status, code) => {
  const answer = await told(await open(), sent);
  expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  expect(answer).toContain("content-type: application/problem+json; charset=utf-8\r\n");
  const body = bodyOf(answer);
  expect(body).toMatchObject({ status, code, diagnostics: [{ code, severity: "error" }] });
  expect(body.diagnostics[0].message).toMatchObject({ vi: expect.any(String), en: expect.any(String) });
  expect(answer).toContain(`request-id: ${body.requestId}\r\n`);
});

test("two headers Host are one too many, whatever they say", async () => {
  const port = await open();
  const head = "GET /v1/stream HTTP/1.1\r\nConnection: close\r\nHost: localhost\r\n";
  for (const second of ["localhost", "evil.example"]) {
    const answer = await told(port, `${head}Host: ${second}\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1.1 400 /);
    expect(bodyOf(answer)).toMatchObject({ status: 400, code: "service.two-hosts" });
  }
});

test("no Host is refused in a sentence too", async () => {
  const port = await open();
  const answer = await told(port, "GET /v1/stream HTTP/1.1\r\nConnection: close\r\n\r\n");
  expect(bodyOf(answer)).toMatchObject({ status: 421, code: "service.wrong-host" });
});

test("an answer under way is not interrupted by another", async () => {
  const socket = connect(await open(), "127.0.0.1");
  socket.write("GET /v1/stream HTTP/1.1\r\nHost: localhost\r\n\r\n");
  const [begun] = await once(socket, "data");
  socket.write("hello\r\n\r\n");
  const answer = `${begun}${await text(socket)}`;
  expect(answer).toMatch(/^HTTP\/1.1 200 OK/);
  expect(answer).not.toContain("HTTP/1.1 4");
});

test("the head has a minute, a file of the largest size as long as a slow line takes", async () => {
  await open();
  const { headersTimeout, requestTimeout } = app.server;
  expect(headersTimeout).toBe(60_000);
  // 20 MB at 32 KB a second.
  expect(requestTimeout).toBeGreaterThanOrEqual((20 * 1024 * 1000) / 32);
});

test.each([
  ["a head", "GET /v1/stream HTTP/1.1\r\nHost: localhost\r\n", "service.head-too-slow", "within 1 seconds"],
  [
    "a body",
    "POST /v1/slow HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{",
    "service.too-slow",
    "within 2 seconds",
  ],
])("%s that never ends is told by its own limit", async (_, sent, code, limit) => {
  const limits = { seconds: 2, headSeconds: 1, headKilobytes: 16 };
  app = fastify({
    clientErrorHandler: answerBroken(limits),
    requestTimeout: 100,
    http: { headersTimeout: 50, connectionsCheckingInterval: 20 },
  });
  app.post("/v1/slow", () => "never");
  await app.listen({ host: "127.0.0.1", port: 0 });
  const answer = await told((app.server.address() as AddressInfo).port, sent);
  expect(answer).toMatch(/^HTTP\/1.1 408 /);
  expect(bodyOf(answer)).toMatchObject({ code, detail: expect.stringContaining(limit) });
});
