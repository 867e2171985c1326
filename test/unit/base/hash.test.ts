import { expect, test } from "vitest";
import { canonicalJson, contentHash, sha256 } from "../../../src/base/hash.ts";
import fc from "../../support/property.ts";

test("canonical JSON says what JSON says, whatever the order in which keys were written", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      expect(canonicalJson(turned(value))).toBe(canonicalJson(value));
    }),
  );
});

/** With the keys of every object in the opposite order. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, member]) => [key, turned(member)])
      .reverse(),
  );
}

test("members without a value are left out, dates are texts, and what is no number is null", () => {
  const value = {
    b: [undefined, 1, Number.NaN, -0],
    a: undefined,
    d: new Date(Date.UTC(2026, 0, 1)),
    c: { y: "“é\u2028”\n", x: null },
  };
  expect(canonicalJson(value)).toBe(
    `{"b":[null,1,null,0],"c":{"x":null,"y":${JSON.stringify("“é\u2028”\n")}},"d":"2026-01-01T00:00:00.000Z"}`,
  );
  expect(canonicalJson([])).toBe("[]");
  expect(canonicalJson({ a: undefined })).toBe("{}");
});

test("a hash is SHA-256 of the UTF-8 bytes", () => {
  const abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
  expect(sha256("abc")).toBe(abc);
  expect(sha256(new TextEncoder().encode("abc"))).toBe(abc);
  expect(sha256(new Uint8Array(new TextEncoder().encode("xabcx").buffer, 1, 3))).toBe(abc);
  expect(contentHash({ b: 1, a: "ă" })).toBe(sha256('{"a":"ă","b":1}'));
});
