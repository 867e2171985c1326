import { afterAll, expect, test } from "vitest";
import { fail } from "../../../../src/base/diagnostic.ts";
import { failOnWrite } from "../../../../src/base/system-reason.ts";
import { openServer } from "../../../../src/http/server.ts";
import { readSettings } from "../../../../src/http/settings.ts";

const app = await openServer(readSettings({}, { LOG: "silent", RATE_ADDRESS: 0 }));
afterAll(() => app.close());

const config = { scope: "read" } as const;
app.get("/full", { config }, () =>
  failOnWrite(
    "/var/lib/anpham/uploads/0a1b",
    Object.assign(new Error("ENOSPC"), { code: "ENOSPC", syscall: "write" }),
  ),
);
app.get("/bug", { config }, () => {
  throw new Error("cannot read /srv/anpham/secret");
});
app.get("/thread", { config }, () => fail("internal.unexpected", { reason: "/srv/anpham/x.ts is missing" }));

test.each([
  ["a full disk", "/full", 503, "service.cannot-keep"],
  ["an unexpected failure", "/bug", 500, "service.unexpected"],
  ["one in a thread", "/thread", 500, "service.unexpected"],
])("%s is told without places of the machine, each language by itself", async (_, url, status, code) => {
  const answer = await app.inject({ url, headers: { host: "localhost" } });
  const body = answer.json();
  expect(body).toMatchObject({ status, code, requestId: answer.headers["request-id"] });
  expect(answer.payload).not.toMatch(/\/srv|\/var|\|/);
  expect(answer.headers["retry-after"]).toBe(status === 503 ? "2" : undefined);
});
