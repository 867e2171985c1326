import { describe, expect, test } from "vitest";
import { Operations } from "../../../src/inspect/content/operations.ts";
import { ByteString, Name, Ref, Stream, type Value } from "../../../src/inspect/file/object.ts";
import { parseObject } from "../../../src/inspect/file/parse-object.ts";
import fc from "../../support/property.ts";

/** Operators with operands in a form that is easy to compare. */
function read(text: string): unknown[] {
  const operations = new Operations(Buffer.from(text, "latin1"));
  const plain = (value: unknown): unknown => {
    if (value instanceof Name) return `/${value.text}`;
    if (value instanceof ByteString) return `(${Buffer.from(value.bytes).toString("latin1")})`;
    if (Array.isArray(value)) return value.map(plain);
    return value instanceof Map ? Object.fromEntries([...value].map(([k, v]) => [k, plain(v)])) : value;
  };
  const found: unknown[] = [];
  for (let next = operations.next(); next; next = operations.next())
    found.push([next.operator, ...next.operands.map(plain)]);
  return found;
}

describe("operands", () => {
  test.each([
    ["1 -2.5 +.5 4. 0007 w", ["w", 1, -2.5, 0.5, 4, 7]],
    ["--3 2-1 . w", ["w", -3, 21, 0]],
    ["/A#20b /C#c3#a0 gs", ["gs", "/A b", "/Cà"]],
    ["(a\\)\\(\\053\\n(in)\\\r\nb) Tj", ["Tj", "(a)(+\n(in)b)"]],
    ["<48 656C6c6F 2> Tj", ["Tj", "(Hello )"]],
    ["[(a) -20 <62>] TJ", ["TJ", ["(a)", -20, "(b)"]]],
    ["/OC <</M 1/N[/x]>> BDC", ["BDC", "/OC", { M: 1, N: ["/x"] }]],
    ["true false null d0", ["d0", true, false, null]],
    ["% nothing here\n1 w%", ["w", 1]],
  ])("%s", (text, expected) => {
    expect(read(text)).toEqual([expected]);
  });
});

test("operators without space between them", () => {
  expect(read("q/G gs[1]0 d(x)Tj Q")).toEqual([["q"], ["gs", "/G"], ["d", [1], 0], ["Tj", "(x)"], ["Q"]]);
});

test("an inline picture ends where its EI stands free, not inside its data", () => {
  const operations = new Operations(Buffer.from("BI /W 2/H 1 /CS/G ID x EI\x01\xff y\nEI Q", "latin1"));
  const image = operations.next()?.inlineImage;
  expect(image?.dict.get("W")).toBe(2);
  expect(Buffer.from(image?.data ?? []).toString("latin1")).toBe("x EI\x01\xff y\n");
  expect(operations.next()?.operator).toBe("Q");
});

describe("objects of a file", () => {
  test.each([
    ["12 0 R", new Ref(12)],
    ["12 0 obj", 12],
    ["[1 2 0 R 3 4 5 0 R]", [1, new Ref(2), 3, 4, new Ref(5)]],
    [
      "<</A 1/B 2 0 R/C/D/E[3 0 R]/F<</G 4 0 R>>>>",
      { A: 1, B: new Ref(2), C: Name.of("D"), E: [new Ref(3)], F: { G: new Ref(4) } },
    ],
    ["<</#4c#c3#a0 true>>", { Là: true }],
  ])("%s", (text, expected) => {
    const plain = (value: Value): unknown =>
      value instanceof Map ? Object.fromEntries([...value].map(([key, each]) => [key, plain(each)])) : value;
    const found = parseObject(Buffer.from(text, "latin1"));
    expect(found && plain(found.value)).toEqual(expected);
  });

  test.each(["", "endobj", "[1 2", "<</A 1", "<</A 1 endobj", "[<<]", "<<>> stream\nx"])(
    "no object: %s",
    (text) => {
      expect(parseObject(Buffer.from(text))).toBeNull();
    },
  );

  test.each([
    ["a length that is right", "<</Length 9>>stream\nendstream\nendstream", "endstream"],
    ["one that is wrong", "<</Length 2>>stream\r\nabcd\r\nendstream", "abcd"],
    ["one that is elsewhere", "<</Length 7 0 R>>stream\nabcd\nendstream", "abcd"],
  ])("streams: %s", (_, text, expected) => {
    const { value, end } = parseObject(Buffer.from(text))!;
    expect(value instanceof Stream && Buffer.from(value.data).toString()).toBe(expected);
    expect(end).toBe(text.length);
  });
});

test("any bytes end", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      const operations = new Operations(bytes);
      let count = 0;
      while (operations.next() && count < 1000) count++;
      expect(count).toBeLessThan(400);
    }),
  );
});
