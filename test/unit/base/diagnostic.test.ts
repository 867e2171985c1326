import { expect, test } from "vitest";
import { AnphamError, diagnose, diagnosticsOf } from "../../../src/base/diagnostic.ts";

const wrong = diagnose("request.unknown-id", { kind: "format", kindVi: "khổ", id: "A5", nearest: "a5" });

test("anything thrown becomes diagnostics", () => {
  expect(diagnosticsOf(new AnphamError([wrong]))).toEqual([wrong]);
  expect(diagnosticsOf(new TypeError("hỏng")).map((d) => [d.code, d.message.vi])).toEqual([
    ["internal.unexpected", "Lỗi ngoài dự kiến: hỏng."],
  ]);
});

test("a reason that is a sentence brings no second full stop", () => {
  const { message } = diagnose("internal.unexpected", { reason: "No fonts are loaded." });
  expect(message.vi).toBe("Lỗi ngoài dự kiến: No fonts are loaded.");
  expect(message.en).toMatch(/: No fonts are loaded\.$/);
});
