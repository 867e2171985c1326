import { expect, test } from "vitest";
import { partOf, verdictOn } from "../../../../src/http/files/conditions.ts";

const etag = '"5-abc"';
const modified = Date.UTC(2026, 10, 5, 8, 30, 15, 250);
const verdict = (headers: Record<string, string>) => verdictOn(headers, { etag, modified });
const [before, then, after] = [
  "Thu, 05 Nov 2026 08:30:14 GMT",
  "Thu, 05 Nov 2026 08:30:15 GMT",
  "Thu, 05 Nov 2026 08:30:16 GMT",
];

test.each([
  [{}, "send"],
  [{ "if-none-match": etag }, "unchanged"],
  [{ "if-none-match": `"x", W/${etag}` }, "unchanged"],
  [{ "if-none-match": "*" }, "unchanged"],
  [{ "if-none-match": '"x"' }, "send"],
  [{ "if-modified-since": before }, "send"],
  [{ "if-modified-since": then }, "unchanged"],
  [{ "if-modified-since": after }, "unchanged"],
  [{ "if-modified-since": "hôm qua" }, "send"],
  // A tag counts for more than a date.
  [{ "if-none-match": '"x"', "if-modified-since": after }, "send"],
  [{ "if-match": etag }, "send"],
  [{ "if-match": "*" }, "send"],
  [{ "if-match": `W/${etag}` }, "failed"],
  [{ "if-match": '"x"' }, "failed"],
  [{ "if-unmodified-since": before }, "failed"],
  [{ "if-unmodified-since": then }, "send"],
  [{ "if-match": etag, "if-unmodified-since": before }, "send"],
  [{ "if-match": '"x"', "if-none-match": etag }, "failed"],
])("with %j: %s", (headers, expected) => {
  expect(verdict(headers)).toBe(expected);
});

const SIZE = 1000;
test.each([
  ["bytes=0-9", { start: 0, end: 9 }],
  ["bytes = 10 - 19", { start: 10, end: 19 }],
  ["BYTES=990-", { start: 990, end: 999 }],
  ["bytes=990-5000", { start: 990, end: 999 }],
  ["bytes=-10", { start: 990, end: 999 }],
  ["bytes=-5000", { start: 0, end: 999 }],
  ["bytes=1000-", "none"],
  ["bytes=-0", "none"],
  // No ranges, or several: the whole file is an answer to them.
  ["bytes=20-10", null],
  ["bytes=0-9,20-29", null],
  ["bytes=-", null],
  ["bytes=a-b", null],
  ["rows=1-2", null],
])("%s of 1,000 bytes", (range, expected) => {
  expect(partOf({ range }, etag, SIZE)).toEqual(expected);
});

test("an empty file has no part", () => {
  expect([partOf({ range: "bytes=0-" }, etag, 0), partOf({ range: "bytes=-5" }, etag, 0)]).toEqual([
    "none",
    "none",
  ]);
});

test.each([
  [etag, { start: 10, end: 999 }],
  ['"other"', null],
  [`W/${etag}`, null],
  // It says to the second what may have changed within one.
  [then, null],
])("a download goes on only with the file that was begun: If-Range %s", (condition, expected) => {
  expect(partOf({ range: "bytes=10-", "if-range": condition }, etag, SIZE)).toEqual(expected);
});
