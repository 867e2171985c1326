import { expect, test } from "vitest";
import type { AnphamError } from "../../../../src/base/diagnostic.ts";
import { connect } from "../../../../src/run/queue/connection.ts";

const failure = (address: string) =>
  connect(address).then(
    () => "connected",
    (thrown: unknown) => (thrown as AnphamError).diagnostics[0]!,
  );

test.each([
  "redis://:hush@hush#hush/1@127.0.0.1:6379",
  "redis://:hush/hush@127.0.0.1",
  "http://:hush@127.0.0.1",
  "127.0.0.1:6379",
])("%s is no address, and no part of its password is told", async (address) => {
  const found = await failure(address);
  expect(found).toMatchObject({ code: "queue.bad-address" });
  expect(JSON.stringify(found)).not.toContain("hush");
});
