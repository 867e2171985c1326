import { expect, test } from "vitest";
import { type Diagnostic, diagnose } from "../../../../src/base/diagnostic.ts";
import { jobBody } from "../../../../src/http/jobs/job-body.ts";
import type { JobRecord } from "../../../../src/http/jobs/job-record.ts";

const told = (...diagnostics: Diagnostic[]) =>
  jobBody({
    ...{ id: "0123456789abcdef01234567", kind: "batch", state: "queued", counts: {}, diagnostics },
    ...{ created: 0, started: null, finished: null, webhook: { state: "none", attempts: 0 } },
  } as unknown as JobRecord).diagnostics;
const reason = { reasonVi: "cần mật khẩu", reason: "a password is needed" };

test.each([
  [diagnose("queue.unreachable", { address: "redis://inner.example:6379", ...reason }), "service.queue-away"],
  [
    diagnose("store.cannot-write", { name: "a/1", store: "s3://inner.example/", ...reason }),
    "service.queue-away",
  ],
  [diagnose("output.cannot-write", { file: "/var/inner.example", ...reason }), "service.cannot-keep"],
])("callers hear that a job waits, nothing of the operator's machines", (found, code) => {
  const body = told(found);
  expect(body).toMatchObject([{ code }]);
  expect(JSON.stringify(body)).not.toContain("inner.example");
});

test("what is wrong with the rows is told as it is", () => {
  expect(told(diagnose("rows.empty", { file: "rows.csv" }))).toMatchObject([{ code: "rows.empty" }]);
});
