import { expect, test } from "vitest";
import { diagnose } from "../../../../src/base/diagnostic.ts";
import { failureText, jobIdentity, readFailure } from "../../../../src/run/queue/message.ts";

const engine = { program: "1", machine: "2", brand: "3", fonts: "4", templates: "5" };
const work = { engine, requests: [{ template: "plain", format: "a5" }], pictures: [] };

test("the same work of the same run has the same name, whatever the order of its keys", () => {
  const turned = { ...work, requests: [{ format: "a5", template: "plain" }] };
  expect(jobIdentity("a1", turned)).toEqual(jobIdentity("a1", work));
});

test.each([
  ["another run", "b2", work],
  ["another request", "a1", { ...work, requests: [{ template: "plain", format: "a4" }] }],
  ["other fonts", "a1", { ...work, engine: { ...engine, fonts: "6" } }],
  ["another picture under the same name", "a1", { ...work, pictures: [{ file: "x.jpg", sha256: "7" }] }],
])("%s is another job", (_, run, other) => {
  expect(jobIdentity(run, other).id).not.toBe(jobIdentity("a1", work).id);
});

test("a failure comes back as the diagnostics that it was", () => {
  const found = [diagnose("queue.poison-job", { deaths: 2 })];
  expect(readFailure(failureText(found))).toEqual(found);
});

test.each(["job stalled more than allowable limit", "[]", '[{"code":"no.such-code"}]', "null"])(
  "any other reason (%s) is told as it is",
  (text) => {
    expect(readFailure(text)).toMatchObject([{ code: "queue.job-failed" }]);
    expect(readFailure(text)[0]!.message.en).toContain(text);
  },
);
