import { describe, expect, test } from "vitest";
import { AnphamError } from "../../../src/base/diagnostic.ts";
import { applyAssignments, parseAssignment } from "../../../src/cli/assignments.ts";
import { deepMerge } from "../../../src/resolve/deep-merge.ts";
import fc from "../../support/property.ts";

describe("parseAssignment", () => {
  test.each([
    ["lead=Học nghề", ["lead"], "Học nghề"],
    ["contact.phones.0=0252 3822 999", ["contact", "phones", "0"], "0252 3822 999"],
    ["qr=https://x.vn/?a=b", ["qr"], "https://x.vn/?a=b"],
    ["programmes.0.quota=40", ["programmes", "0", "quota"], 40],
    ["photo=null", ["photo"], null],
    ['benefits=["Học bổng"]', ["benefits"], ["Học bổng"]],
    ['contact.zalo="0909"', ["contact", "zalo"], "0909"],
    ["contact.zalo=0909", ["contact", "zalo"], "0909"],
    ["lead=", ["lead"], ""],
  ])("%s", (text, path, value) => {
    expect(parseAssignment(text)).toEqual({ path, value });
  });

  test.each(["lead", "=x", "a..b=1", ".a=1", "", "__proto__.x=1", "a.constructor.b=1"])(
    "refuses %s",
    (text) => {
      expect(() => parseAssignment(text)).toThrow(AnphamError);
    },
  );

  test("any JSON value comes back as it is, any other text as text", () => {
    const path = fc.array(fc.stringMatching(/^[a-z]{1,8}$/), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(path, fc.jsonValue(), (steps, value) => {
        fc.pre(!steps.some((step) => step === "constructor" || step === "prototype"));
        expect(parseAssignment(`${steps.join(".")}=${JSON.stringify(value)}`)).toEqual({
          path: steps,
          value: JSON.parse(JSON.stringify(value)),
        });
      }),
    );
    fc.assert(
      fc.property(fc.stringMatching(/^[a-zđ ]*[g-z][a-zđ ]* [a-z]+$/), (text) => {
        expect(parseAssignment(`lead=${text}`).value).toBe(text);
      }),
    );
  });
});

describe("applyAssignments", () => {
  const apply = (data: unknown, ...texts: string[]) => applyAssignments(data, texts.map(parseAssignment));

  test("builds objects, and later ones win", () => {
    expect(apply({}, "a.b=1", "a.c=2", "a.b=3")).toEqual({ a: { b: 3, c: 2 } });
    expect(apply({ a: "x" }, "a.b=1")).toEqual({ a: { b: 1 } });
  });

  test("reaches into lists that are there, and appends at their end", () => {
    expect(apply({ a: [{ b: 1 }, 2] }, "a.0.b=5", "a.2=3")).toEqual({ a: [{ b: 5 }, 2, 3] });
  });

  test("positions in a list of the brief reach it through the merge", () => {
    const laid = apply({}, "contact.phones.1=0252 1");
    expect(deepMerge({ contact: { phones: ["a", "b"] } }, laid)).toEqual({
      contact: { phones: ["a", "0252 1"] },
    });
  });

  test("changes nothing of what it is given", () => {
    const data = { a: { b: [1] } };
    apply(data, "a.b.0=2", "a.c=3");
    expect(data).toEqual({ a: { b: [1] } });
  });
});
