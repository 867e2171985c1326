import { describe, expect, test } from "vitest";
import { z } from "zod";
import { brief } from "../../../src/model/brief.ts";
import { phrase } from "../../../src/model/ids.ts";
import { renderRequest } from "../../../src/model/request.ts";
import { readerOf } from "../../../src/resolve/read-again.ts";

const school = z.object({
  name: phrase,
  level: z.enum(["a", "b"]).default("a"),
  address: z.object({ lines: z.array(phrase).max(2), code: z.string().nullable().default(null) }),
});

/** The value as the schema alone reads it, `null` where it refuses. */
const plain = (schema: z.ZodType, given: unknown) => schema.safeParse(given).data ?? null;

describe("reads as the schema alone does, whatever was read before", () => {
  const sound = { name: "Trường 1", address: { lines: ["Số 1", { text: "Số 2", short: "2" }] } };
  const rows: [string, unknown][] = [
    ["sound", sound],
    ["again", structuredClone(sound)],
    ["one text changes", { ...sound, name: "Trường 2" }],
    ["a text that is made tidy", { ...sound, name: ` Trường  -  "2"`.normalize("NFD") }],
    [
      "an item changes deep inside",
      { ...sound, address: { lines: ["Số 1", { text: "Số 2", short: null }] } },
    ],
    ["an item goes", { ...sound, address: { lines: ["Số 1"] } }],
    ["a default is given", { ...sound, level: "a" }],
    ["null instead of nothing", { ...sound, address: { ...sound.address, code: null } }],
    ["null where none may be", { ...sound, level: null }],
    ["a wrong type", { ...sound, name: 5 }],
    ["too many items", { ...sound, address: { lines: ["1", "2", "3"] } }],
    ["an empty text", { ...sound, name: " " }],
    ["a list for an object", { ...sound, address: [] }],
    ["an object for a list", { ...sound, address: { lines: { 0: "Số 1" } } }],
    ["nothing", {}],
    ["no object", null],
    ["sound once more", sound],
  ];
  test.each(rows)("%s", (_, given) => {
    const read = readerOf(school)(given)?.value ?? null;
    expect(read).toEqual(plain(school, given));
    if (read) expect(JSON.stringify(read)).toBe(JSON.stringify(plain(school, given)));
  });
});

test("fields that the schema does not know are refused at every depth", () => {
  const read = readerOf(school);
  const sound = { name: "Trường 1", address: { lines: [{ text: "Số 1" }] } };
  expect(read(sound)).not.toBeNull();
  expect(read({ ...sound, nmae: "x" })).toBeNull();
  expect(read({ ...sound, address: { ...sound.address, cdoe: "x" } })).toBeNull();
  expect(read({ ...sound, address: { lines: [{ text: "Số 1", shrot: "x" }] } })).toBeNull();
});

test("equal contents give the same value, also in turns, and only what changed is another", () => {
  const read = (name: string) =>
    readerOf(school)({ name, address: { lines: ["Số 1"] } })?.value as z.output<typeof school>;
  const [one, other] = [read("Một"), read("Hai")];
  expect(read("Một")).toBe(one);
  expect(read("Hai")).toBe(other);
  expect(other).not.toBe(one);
  expect(other.address).toBe(one.address);
});

test("what its owner changes after it was read is read anew", () => {
  const schema = z.object({ tags: z.array(z.object({ word: z.string() })) });
  const given = { tags: [{ word: "a" }] };
  readerOf(schema)(given);
  given.tags[0]!.word = "b";
  given.tags.push({ word: "c" });
  expect(readerOf(schema)(given)?.value).toEqual({ tags: [{ word: "b" }, { word: "c" }] });
});

test("a rule over several fields, and fields of any name, are left to the schema", () => {
  const pair = z.object({ from: z.number(), to: z.number() }).refine(({ from, to }) => from <= to);
  expect(readerOf(pair)({ from: 1, to: 2 })).not.toBeNull();
  expect(readerOf(pair)({ from: 3, to: 2 })).toBeNull();
  const open = z.looseObject({ a: z.number() });
  expect(readerOf(open)({ a: 1, b: 2 })?.value).toEqual({ a: 1, b: 2 });
});

test("a request's own data is neither kept nor frozen", () => {
  const data = { institution: { name: "Trường 1" } };
  const request = { template: "a", format: "a5", institution: "x", data };
  const read = readerOf(renderRequest)(request)?.value;
  expect(read).toEqual(renderRequest.parse(request));
  data.institution.name = "Trường 2";
  expect(readerOf(renderRequest)(request)?.value).toMatchObject({
    data: { institution: { name: "Trường 2" } },
  });
  expect(Object.isFrozen(data.institution)).toBe(false);
});

test("no field of a brief may be left out without a default: such objects would not be read field by field", () => {
  const mayMiss = Object.entries(brief.shape).filter(([, field]) => {
    const { success, data } = field.safeParse(undefined);
    return success && data === undefined;
  });
  expect(mayMiss).toEqual([]);
});
