import { expect, test } from "vitest";
import { diagnose } from "../../../../src/base/diagnostic.ts";
import { redisReason, tellingRefusals } from "../../../../src/run/queue/redis-reason.ts";
import { createTroubles } from "../../../../src/run/queue/troubles.ts";

test("a trouble is told when it begins, and again only after its end", () => {
  const told: string[] = [];
  const troubles = createTroubles(({ code }) => told.push(code));
  const lost = diagnose("queue.lost", { reasonVi: "x", reason: "x" });
  troubles.begin(lost);
  troubles.begin(lost);
  troubles.begin(diagnose("queue.no-worker", {}));
  troubles.end("queue.lost");
  troubles.begin(lost);
  expect(told).toEqual(["queue.lost", "queue.no-worker", "queue.lost"]);
});

const reply = (message: string) => Object.assign(new Error(message), { name: "ReplyError" });

test.each([
  ["OOM command not allowed when used memory > 'maxmemory'. script: 5ab4, on @user_script:589.", "maxmemory"],
  ["READONLY You can't write against a read only replica.", "replica"],
  ["MISCONF Redis is configured to save RDB snapshots", "disk"],
  ["ERR unknown command 'x'. script: 5ab4, on @user_script:1.", "ERR unknown command 'x'"],
])("%s, in a sentence", (message, en) => {
  const [, reason] = redisReason(reply(message));
  expect(reason).toContain(en);
  expect(reason).not.toMatch(/script|\.$/);
});

test("refusals are told as such, other failures as they are", async () => {
  const refused = tellingRefusals(() => Promise.reject(reply("OOM x")));
  await expect(refused()).rejects.toMatchObject({ diagnostics: [{ code: "queue.refused" }] });
  const other = new TypeError("y");
  await expect(tellingRefusals(() => Promise.reject(other))()).rejects.toBe(other);
});
