import { expect, test } from "vitest";
import { AnphamError } from "../../../src/base/diagnostic.ts";
import { parseAssignment } from "../../../src/cli/assignments.ts";

test.each([
  ["lead=Học nghề", ["lead"], "Học nghề"],
  ["contact.phones.0=0252 3822 999", ["contact", "phones", "0"], "0252 3822 999"],
  ["qr=https://x.vn/?a=b", ["qr"], "https://x.vn/?a=b"],
  ["lead=", ["lead"], ""],
])("%s", (given, path, text) => {
  expect(parseAssignment(given)).toEqual({ path, text });
});

test.each(["lead", "=x", "a..b=1", ".a=1", "", "__proto__.x=1", "a.constructor.b=1"])(
  "refuses %s",
  (text) => {
    expect(() => parseAssignment(text)).toThrow(AnphamError);
  },
);
