import { expect, test } from "vitest";
import { count, oneOf, positive } from "../../../src/base/argument.ts";
import { AnphamError, type Diagnostic } from "../../../src/base/diagnostic.ts";

function told(look: () => void): Diagnostic | null {
  try {
    look();
    return null;
  } catch (thrown) {
    if (thrown instanceof AnphamError) return thrown.diagnostics[0]!;
    throw thrown;
  }
}

test.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY, "300" as unknown as number])(
  "%s is no size and no count",
  (value) => {
    for (const look of [positive, count]) {
      expect(told(() => look("widthPx", value))).toMatchObject({
        code: "request.invalid-field",
        where: { path: "widthPx" },
      });
    }
  },
);

test("a count is whole", () => {
  expect(told(() => positive("scale", 1.5))).toBeNull();
  expect(told(() => count("workers", 3))).toBeNull();
  expect(told(() => count("workers", 1.5))?.hint).toEqual({
    vi: "Cần: số nguyên từ 1.",
    en: "Expected: a whole number from 1.",
  });
});

test("a name that there is none of is told with those that there are", () => {
  expect(told(() => oneOf("as", "pdf", ["pdf", "png"]))).toBeNull();
  expect(told(() => oneOf("as", "gif", ["pdf", "png"]))).toMatchObject({
    message: { en: "Field “as” is not valid: gif." },
    hint: { vi: "Cần: một trong: pdf, png.", en: "Expected: one of: pdf, png." },
  });
});
