import { afterEach, expect, test, vi } from "vitest";
import { AwayError, ask, askFile, RefusedError } from "../../../../../src/web/client/editor/api.ts";

afterEach(() => vi.unstubAllGlobals());

const answering = (body: string | ReadableStream, init: ResponseInit = {}) =>
  vi.stubGlobal("fetch", () => Promise.resolve(new Response(body, init)));

/** An answer that begins well and then is no more. */
const broken = () =>
  new ReadableStream({
    start(controller) {
      controller.enqueue(new Uint8Array([1]));
      controller.error(new TypeError("network error"));
    },
  });

test("an answer that breaks off is a server that is away, be it a file or data", async () => {
  answering(broken());
  await expect(askFile("/form/set", new URLSearchParams())).rejects.toBeInstanceOf(AwayError);
  answering(broken());
  await expect(ask("/form/preview", new URLSearchParams())).rejects.toBeInstanceOf(AwayError);
  answering(broken(), { status: 422, headers: { "content-type": "application/json" } });
  await expect(ask("/form/preview", new URLSearchParams())).rejects.toBeInstanceOf(AwayError);
});

test("a refusal says why; a file comes under its name", async () => {
  answering('{"title":"Không có khổ “x”.","diagnostics":[]}', {
    status: 404,
    headers: { "content-type": "application/json" },
  });
  await expect(askFile("/form/set", new URLSearchParams())).rejects.toBeInstanceOf(RefusedError);
  answering("…", { headers: { "content-disposition": 'attachment; filename="bo.zip"' } });
  expect((await askFile("/form/set", new URLSearchParams())).name).toBe("bo.zip");
});
