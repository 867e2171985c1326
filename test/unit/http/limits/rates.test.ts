import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { openServer } from "../../../../src/http/server.ts";
import { readSettings } from "../../../../src/http/settings.ts";

let time = 0;
const settings = readSettings({}, { LOG: "silent", RATE_ADDRESS: 2, TRUST_PROXY: "127.0.0.1" });
let app: Awaited<ReturnType<typeof openServer>>;
beforeEach(async () => {
  time = 0;
  app = await openServer(settings, () => time);
  app.get("/v1/any", () => "any");
});
afterEach(async () => {
  vi.useRealTimers();
  await app.close();
});
const ask = async (address = "192.0.2.1") => {
  const headers = { host: "localhost", "x-forwarded-for": address };
  const { statusCode, headers: head } = await app.inject({ url: "/v1/any", headers });
  return [statusCode, head["retry-after"]];
};

test("who asks too often waits for the rest of the minute, and no longer", async () => {
  expect([await ask(), await ask()]).toEqual([
    [200, undefined],
    [200, undefined],
  ]);
  time = 20_000;
  expect(await ask()).toEqual([429, "40"]);
  expect(await ask("192.0.2.2")).toEqual([200, undefined]);
  time = 60_000;
  expect(await ask()).toEqual([200, undefined]);
});

test("nobody is refused for an hour because the date was set back by one", async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: 1_800_000_000_000 });
  for (let i = 0; i < 3; i++) await ask();
  vi.setSystemTime(1_800_000_000_000 - 3_600_000);
  expect(await ask()).toEqual([429, "60"]);
  time = 60_000;
  expect(await ask()).toEqual([200, undefined]);
});

test("a caller with a whole IPv6 network is one caller", async () => {
  await ask("2001:db8:1:2::1");
  await ask("2001:db8:1:2:a::2");
  expect((await ask("2001:db8:1:2:ffff::3"))[0]).toBe(429);
  expect((await ask("2001:db8:1:3::1"))[0]).toBe(200);
});
