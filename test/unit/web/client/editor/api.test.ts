import { afterEach, expect, test, vi } from "vitest";
import { AwayError, ask, askFile, RefusedError, send } from "../../../../../src/web/client/editor/api.ts";

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

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

test("what somebody else on the way answers is no file, and no refusal of the form's", async () => {
  const query = new URLSearchParams();
  answering("<h1>Đăng nhập Wi-Fi</h1>", { headers: { "content-type": "text/html" } });
  await expect(askFile("/form/file", query)).rejects.toBeInstanceOf(AwayError);
  answering('{"message":"Internal server error"}', {
    status: 500,
    headers: { "content-type": "application/json" },
  });
  await expect(ask("/form/preview", query)).rejects.toBeInstanceOf(AwayError);
});

test("a file that a gateway finds too large is told so: sending it again would be of no use", async () => {
  answering("<h1>413 Request Entity Too Large</h1>", {
    status: 413,
    headers: { "content-type": "text/html" },
  });
  const refused = await send("/form/upload", new Blob(["…"]), "a.jpg").catch((thrown: unknown) => thrown);
  expect(refused).toBeInstanceOf(RefusedError);
  expect((refused as RefusedError).told).toContain("gửi tệp nhỏ hơn");
});

test("a connection that has died without a word is given up after a minute", async () => {
  vi.useFakeTimers();
  vi.stubGlobal(
    "fetch",
    (_: string, { signal }: RequestInit) =>
      new Promise((_resolve, reject) => signal?.addEventListener("abort", () => reject(signal.reason))),
  );
  const asked = ask("/form/preview", new URLSearchParams()).catch((thrown: unknown) => thrown);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(await asked).toBeInstanceOf(AwayError);
});
