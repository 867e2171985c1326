import { expect, test } from "vitest";
import { nested } from "../../../../src/web/model/draft.ts";

test("paths become groups; a text that gets a short form becomes a phrase", () => {
  expect(nested({ "lead.short": "Ngắn", lead: "Dài", "contact.phones": ["1"], "contact.zalo": "2" })).toEqual(
    {
      lead: { text: "Dài", short: "Ngắn" },
      contact: { phones: ["1"], zalo: "2" },
    },
  );
});

test("a field called __proto__ stays a field", () => {
  const made = nested({ "__proto__.polluted": "yes" });
  expect(Object.getPrototypeOf(made)).toBe(Object.prototype);
  expect(({} as { polluted?: string }).polluted).toBeUndefined();
});
