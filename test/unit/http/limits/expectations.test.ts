import { once } from "node:events";
import { type AddressInfo, connect } from "node:net";
import { text } from "node:stream/consumers";
import type { FastifyInstance } from "fastify";
import { afterEach, expect, test } from "vitest";
import { openServer } from "../../../../src/http/server.ts";
import { readSettings } from "../../../../src/http/settings.ts";

let app: FastifyInstance;
afterEach(() => app.close());

/** The whole answer to a request that expects something. */
async function told(expected: string): Promise<string> {
  app = await openServer(readSettings({}, { LOG: "silent", RATE_ADDRESS: 0 }));
  app.post("/v1/echo", ({ body }) => body);
  await app.listen({ host: "127.0.0.1", port: 0 });
  const socket = connect((app.server.address() as AddressInfo).port, "127.0.0.1");
  await once(socket, "connect");
  const head = ["POST /v1/echo HTTP/1.1", "Host: localhost", "Connection: close", `Expect: ${expected}`];
  socket.write(
    `${[...head, "Content-Type: application/json", "Content-Length: 7"].join("\r\n")}\r\n\r\n{"a":1}`,
  );
  return text(socket);
}

test("what no server can do is answered as every other error, in both languages", async () => {
  const answer = await told("something-odd");
  expect(answer).toMatch(/^HTTP\/1.1 417 /);
  expect(answer).toMatch(/^content-type: application\/problem\+json; charset=utf-8\r$/im);
  const body = JSON.parse(answer.slice(answer.indexOf("\r\n\r\n") + 4));
  expect(body).toMatchObject({
    status: 417,
    code: "service.unmet-expectation",
    title: "Dịch vụ không đáp ứng được “Expect: something-odd”.",
    diagnostics: [{ message: { en: "“Expect: something-odd” cannot be met." } }],
  });
  expect(answer).toContain(`request-id: ${body.requestId}\r\n`);
});

test("the go-ahead for a body is given", async () => {
  const answer = await told("100-Continue");
  expect(answer).toMatch(/^HTTP\/1.1 100 Continue\r\n\r\nHTTP\/1.1 200 OK\r\n/);
  expect(answer).toContain('{"a":1}');
});
