import { EventEmitter, once } from "node:events";
import { get, type IncomingMessage, request } from "node:http";
import { type AddressInfo, createServer } from "node:net";
import { networkInterfaces } from "node:os";
import { text } from "node:stream/consumers";
import type { FastifyInstance } from "fastify";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { AnphamError } from "../../../src/base/diagnostic.ts";
import { listen } from "../../../src/http/listen.ts";
import { openServer } from "../../../src/http/server.ts";
import { readSettings } from "../../../src/http/settings.ts";

const hasSecond = Object.values(networkInterfaces()).some((all) =>
  all?.some(({ address }) => address === "::1"),
);
let app: FastifyInstance;
beforeEach(async () => {
  app = await openServer(readSettings({}, { LOG: "silent", RATE_ADDRESS: 0 }));
});
afterEach(() => app.close());

/** What most machines say of it, whatever this one does. */
const both = async () => ["127.0.0.1", "::1"];

describe.skipIf(!hasSecond)("a name of two addresses", () => {
  const second = async (path: string, headers: Record<string, string> = {}) => {
    const { port } = app.server.address() as AddressInfo;
    const sent = request({
      host: "::1",
      port,
      path,
      headers: { host: "localhost", ...headers },
      agent: false,
    });
    sent.end();
    const [answer] = (await once(sent, "response")) as [IncomingMessage];
    return { status: answer.statusCode, body: await text(answer) };
  };

  test("is answered at both, by one set of limits", async () => {
    app.get("/v1/any", () => "any");
    expect(await listen(app, { HOST: "localhost", PORT: 0 }, both)).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(await second("/v1/any")).toEqual({ status: 200, body: "any" });
    const long = await second("/v1/any", { "x-long": "a".repeat(20_000) });
    expect([long.status, JSON.parse(long.body).code]).toEqual([431, "service.head-too-large"]);
    const odd = await second("/v1/any", { expect: "something-odd" });
    expect([odd.status, JSON.parse(odd.body).code]).toEqual([417, "service.unmet-expectation"]);
  });

  test("is closed at both, and what was asked at either is answered before anything else is closed", async () => {
    const signs = new EventEmitter();
    const order: string[] = [];
    app.get("/v1/slow", async () => {
      signs.emit("begun");
      await once(signs, "finish");
      order.push("answered");
      return "slow";
    });
    app.addHook("onClose", async () => {
      order.push("closed");
    });
    await listen(app, { HOST: "localhost", PORT: 0 }, both);
    const { port } = app.server.address() as AddressInfo;
    const begun = once(signs, "begun");
    const answer = second("/v1/slow");
    await begun;
    const closed = app.close();
    const refused = async () =>
      (await once(get({ host: "::1", port, agent: false }), "error").catch(([error]) => [error]))[0].code;
    await expect.poll(refused).toBe("ECONNREFUSED");
    signs.emit("finish");
    expect(await answer).toMatchObject({ status: 200, body: "slow" });
    await closed;
    expect(order).toEqual(["answered", "closed"]);
  });
});

const complaint = async (settings: { HOST: string; PORT: number }) => {
  const thrown = (await listen(app, settings).then(
    () => null,
    (error: unknown) => error,
  )) as AnphamError;
  const [{ code, message }] = thrown.diagnostics as [AnphamError["diagnostics"][number]];
  return [code, message.vi, message.en];
};

test("a port that is taken is told in both languages, each by itself", async () => {
  const other = createServer().listen(0, "127.0.0.1");
  await once(other, "listening");
  const { port } = other.address() as AddressInfo;
  expect(await complaint({ HOST: "127.0.0.1", PORT: port })).toEqual([
    "service.no-port",
    `Không mở được cổng ${port}: chương trình khác đang dùng cổng đó.`,
    `Cannot listen on port ${port}: another program uses it.`,
  ]);
  other.close();
});

test("an address of another machine is a wrong setting, not a taken port", async () => {
  expect(await complaint({ HOST: "192.0.2.7", PORT: 0 })).toEqual([
    "service.bad-setting",
    "Cấu hình ANPHAM_HOST không hợp lệ: máy này không có địa chỉ đó.",
    "The setting ANPHAM_HOST is not valid: this machine does not have that address.",
  ]);
});
