import { expect, test } from "vitest";
import type { NewJob } from "../../../../src/http/jobs/job-record.ts";
import { onceKey } from "../../../../src/http/jobs/once.ts";

const job = { kind: "batch", request: { template: "certificate" } } as unknown as NewJob;
const rows = Buffer.from("Họ và tên\nAn\n");
const keyOf = (header: string) => onceKey(header, job, rows)?.key;

test("a key in quotes, as the draft has it, and without them is one key", () => {
  expect(keyOf('"8e03978e-40d5-43dd-bc93-6894a57f9324"')).toBe("8e03978e-40d5-43dd-bc93-6894a57f9324");
  expect(keyOf("8e03978e-40d5-43dd-bc93-6894a57f9324")).toBe("8e03978e-40d5-43dd-bc93-6894a57f9324");
  expect(keyOf('"a \\"b\\""')).toBe('a "b"');
  expect(onceKey(undefined, job, rows)).toBeNull();
});

test.each(["", '""', "a b", '"a', "khóa", '"khóa"', '"a", "b"', "a".repeat(256)])(
  "%j is no key",
  (header) => {
    expect(() => onceKey(header, job, rows)).toThrow("service.bad-idempotency-key");
  },
);

test("what is asked with it is told apart: kind, request and file", () => {
  const other = { ...job, request: { template: "other" } } as unknown as NewJob;
  const contents = [
    onceKey("k", job, rows),
    onceKey("k", { ...job, kind: "kit" } as NewJob, rows),
    onceKey("k", other, rows),
    onceKey("k", job, Buffer.from("Họ và tên\nBình\n")),
    onceKey("k", job, null),
  ].map((once) => once!.content);
  expect(new Set(contents).size).toBe(5);
  expect(onceKey("k", job, Buffer.from(rows))?.content).toBe(contents[0]);
});
