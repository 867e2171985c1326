import { type FastifyInstance, fastify } from "fastify";
import { afterEach, beforeEach, expect, test } from "vitest";
import { readJsonBodies } from "../../../../src/http/limits/json-body.ts";
import { handleErrors } from "../../../../src/http/problem/error-handler.ts";

let app: FastifyInstance;
beforeEach(() => {
  app = fastify();
  handleErrors(app, "1 MB");
  readJsonBodies(app);
  app.post("/", (request) => request.body);
});
afterEach(() => app.close());

const send = (payload: string | Buffer, headers: Record<string, string> = {}) =>
  app.inject({
    method: "POST",
    url: "/",
    payload,
    headers: { "content-type": "application/json", ...headers },
  });

test("JSON in UTF-8 is read, also behind a byte order mark", async () => {
  expect((await send('{"lead":"Trường nghề"}')).json()).toEqual({ lead: "Trường nghề" });
  expect((await send('\ufeff{"lead":"Ấn"}', { "content-encoding": "identity" })).json()).toEqual({
    lead: "Ấn",
  });
});

test("text of another encoding is refused: printed, its letters would be question marks", async () => {
  const answer = await send(Buffer.from('{"lead":"Tr\xfd\xf2ng"}', "latin1"));
  expect([answer.statusCode, answer.json().code]).toEqual([400, "service.not-utf8"]);
});

test("a packed body is refused as such, with what is taken", async () => {
  const answer = await send(Buffer.from([0x1f, 0x8b]), { "content-encoding": "gzip" });
  expect([answer.statusCode, answer.json().code, answer.headers["accept-encoding"]]).toEqual([
    415,
    "service.packed-body",
    "identity",
  ]);
});
