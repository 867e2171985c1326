import { fastify } from "fastify";
import { expect, test } from "vitest";
import { readParts, takeMultipart } from "../../../../src/http/limits/multipart.ts";
import { handleErrors } from "../../../../src/http/problem/error-handler.ts";
import { readSettings } from "../../../../src/http/settings.ts";

test.each([
  ["utf8", 200, null],
  ["latin1", 400, "service.not-utf8"],
] as const)("a request beside a file is read as UTF-8 or not at all: %s", async (encoding, status, code) => {
  const app = fastify();
  const settings = readSettings({});
  handleErrors(app, "1 MB");
  takeMultipart(app, settings);
  app.post("/", async (request) => ({ text: (await readParts(request, settings, 1)).texts.get("request") }));
  const text = '{"lead":"Tr\u00fd\u00f2ng"}';
  const part = `--x\r\ncontent-disposition: form-data; name="request"\r\n\r\n${text}\r\n--x--\r\n`;
  const answer = await app.inject({
    ...{ method: "POST", url: "/", payload: Buffer.from(part, encoding) },
    headers: { "content-type": "multipart/form-data; boundary=x" },
  });
  expect([answer.statusCode, answer.json().code ?? null]).toEqual([status, code]);
  if (status === 200) expect(answer.json().text).toBe(text);
  await app.close();
});
