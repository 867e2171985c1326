import { expect, test } from "vitest";
import { type Diagnostic, diagnose } from "../../../src/base/diagnostic.ts";
import { exitCodeFor, firstOfEach, runExitCode, describe as tell } from "../../../src/cli/report.ts";

const wrong = diagnose("request.unknown-id", { kind: "format", kindVi: "khổ", id: "A5", nearest: "a5" });
const faulty = diagnose("preflight.overflow", { frame: "tên trường", excess: 3 });
const ours = diagnose("internal.unexpected", { reason: "x" });
const warning: Diagnostic = { ...faulty, severity: "warning" };

test("a diagnostic in both languages, Vietnamese first, each with its hint", () => {
  expect(tell(wrong, null)).toBe(
    "lỗi: Không có khổ “A5”. Gần đúng nhất: a5.\nerror: There is no format “A5”. Nearest valid names: a5.",
  );
  expect(tell(warning, "vi")).toMatch(/^cảnh báo: Khung tên trường tràn 3 mm\. [^\n]+$/);
  expect(tell(wrong, "en")).toMatch(/^error: [^\n]+$/);
});

test("the file is named once", () => {
  expect(tell({ ...wrong, where: { file: "brand/x.json" } }, "en")).toMatch(/^error: brand\/x\.json: There/);
  const broken = diagnose(
    "request.broken-json",
    { file: "x.json", line: 1, column: 2, reason: "r", reasonVi: "r" },
    { file: "x.json", line: 1, column: 2 },
  );
  expect(tell(broken, "en").match(/x\.json/g)).toHaveLength(1);
});

test("of thousands of one code the first are told and the others counted, so that the rest is seen", () => {
  const many = Array.from({ length: 5000 }, () => ({ diagnostic: warning }));
  const { shown, more } = firstOfEach([...many, { diagnostic: wrong }], "en");
  expect(shown.map(({ diagnostic: { code } }) => code)).toEqual([
    ...Array.from({ length: 20 }, () => "preflight.overflow"),
    "request.unknown-id",
  ]);
  expect(more).toEqual(["… and 4980 more of preflight.overflow: --json tells all"]);
  expect(firstOfEach(many.slice(0, 20), null).more).toEqual([]);
});

test("a place is told so that editors and terminals open it", () => {
  const where = { file: "mau/x/template.tsx", line: 7, column: 3 };
  expect(tell({ ...ours, where }, "en")).toMatch(/^error: mau\/x\/template\.tsx:7:3: /);
});

test.each([
  ["nothing", [], 0],
  ["a warning", [warning], 0],
  ["a wrong request", [faulty, wrong], 2],
  ["a faulty piece", [faulty, warning], 3],
  ["a failure", [ours], 1],
  ["a failure beside a faulty piece", [faulty, ours], 1],
])("exit code of %s", (_, diagnostics, code) => {
  expect(exitCodeFor(diagnostics)).toBe(code);
});

test.each([
  ["nothing", [], 0, 0],
  ["a warning", [warning], 0, 0],
  ["a row that could not be used", [wrong], 3, 2],
  ["a faulty piece", [faulty], 3, 2],
  ["a failure beside a row that could not be used", [wrong, ours], 1, 1],
])("exit code of a run with %s, where something and where nothing was made", (_, found, made, unmade) => {
  expect(runExitCode(found, { stopped: false, made: true })).toBe(made);
  expect(runExitCode(found, { stopped: false, made: false })).toBe(unmade);
  expect(runExitCode(found, { stopped: true, made: true })).toBe(1);
});
