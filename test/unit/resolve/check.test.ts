import { describe, expect, test } from "vitest";
import { z } from "zod";
import { AnphamError } from "../../../src/base/diagnostic.ts";
import { institution } from "../../../src/model/institution.ts";
import { renderRequest } from "../../../src/model/request.ts";
import { checked, checkedByField } from "../../../src/resolve/check.ts";

/** `path: reason / expected` of every complaint. */
function complaints(run: () => unknown): string[] {
  try {
    run();
  } catch (thrown) {
    if (!(thrown instanceof AnphamError)) throw thrown;
    return thrown.diagnostics.map(({ code, where, message, hint }) => {
      expect(code).toBe("request.invalid-field");
      return `${where.path}: ${message.en.replace(/^.*is not valid: /, "")} ${hint.en}`;
    });
  }
  return [];
}

const school = {
  id: "x",
  name: "Trường X",
  monogram: "X",
  governingBody: "UBND",
  province: "Bình Thuận",
  programmes: [{ name: "Hàn", levels: ["trung-cap"] }],
  contact: { phones: ["0252 3822 999"], addresses: ["Số 1"] },
};

test("sound data comes back as the schema reads it, NFD as NFC", () => {
  const read = checked(institution, { ...school, name: "Trường  X".normalize("NFD") });
  expect(read.name.text).toBe("Trường X".normalize("NFC"));
});

test.each(["(0252) 3822 999", "0252.3822.999", "+84 252 3822 999"])("%s is a telephone number", (number) => {
  const { contact } = checked(institution, { ...school, contact: { ...school.contact, phones: [number] } });
  expect(contact.phones).toEqual([number]);
});

describe("says path, finding and expectation", () => {
  const { province: _, ...nameless } = school;
  test.each([
    ["a missing field", nameless, ["province: it is missing. Expected: text."]],
    ["a wrong type", { ...school, province: 5 }, ["province: it is 5. Expected: text."]],
    ["empty text", { ...school, province: " " }, ["province: it is empty. Expected: some text."]],
    [
      "long text",
      { ...school, monogram: "ABCDEF" },
      ["monogram: it is “ABCDEF”. Expected: at most 4 characters."],
    ],
    [
      "text too long to be quoted whole",
      { ...school, monogram: "Trường Cao đẳng Kỹ thuật và Công nghệ Thanh Hóa" },
      [
        "monogram: it is “Trường Cao đẳng Kỹ thuật và Công nghệ Th…”, 47 characters long. Expected: at most 4 characters.",
      ],
    ],
    [
      "a pattern",
      { ...school, contact: { ...school.contact, phones: ["x"] } },
      ["contact.phones.0: it is “x”. Expected: digits, grouped with spaces, such as 0252 3822 999."],
    ],
    [
      "no items",
      { ...school, contact: { ...school.contact, phones: [] } },
      ["contact.phones: it has 0 items. Expected: at least 1 items."],
    ],
    [
      "a value that is none of the known",
      { ...school, programmes: [{ name: "Hàn", levels: ["dai-hoc"] }] },
      ["programmes.0.levels.0: it is “dai-hoc”. Expected: one of: so-cap, trung-cap, cao-dang."],
    ],
    [
      "a bad address",
      { ...school, enrolmentUrl: "ftp://x" },
      ["enrolmentUrl: it is “ftp://x”. Expected: a web address that starts with http:// or https://."],
    ],
    [
      "control characters",
      { ...school, province: "a\u0007" },
      ["province: it is “a\u0007”. Expected: no control characters."],
    ],
    [
      "marks piled on a letter",
      { ...school, province: `a${"\u0334\u0323\u0310".repeat(9)}` },
      ["Expected: at most two marks on a letter."],
    ],
    [
      "everything at once",
      { id: "x" },
      ["name", "monogram", "governingBody", "province", "programmes", "contact"],
    ],
  ])("%s", (_name, data, found) => {
    const all = complaints(() => checked(institution, data));
    expect(all).toHaveLength(found.length);
    for (const [i, each] of found.entries()) expect(all[i]).toContain(each);
  });

  test("fields that nobody reads, with the nearest that somebody does", () => {
    expect(
      complaints(() =>
        checked(
          institution,
          { ...school, provnce: 1, programmes: [{ ...school.programmes[0], quoat: 1 }] },
          { prefix: "institution", refuseUnknown: true },
        ),
      ),
    ).toEqual([
      expect.stringContaining("institution.programmes.0.quoat: there is no such field. Expected: quota"),
      expect.stringContaining("institution.provnce: there is no such field. Expected: province"),
    ]);
    expect(
      complaints(() => checked(institution, { ...school, $schema: "x" }, { refuseUnknown: true })),
    ).toEqual([]);
  });

  test("a strict schema's unknown fields and a union's branches", () => {
    const ask = (changes: object) =>
      complaints(() => checked(renderRequest, { template: "a", format: "b", institution: "c", ...changes }));
    expect(ask({ pip: 1 })).toEqual([expect.stringContaining("pip: there is no such field")]);
    expect(ask({ institution: 5 })).toEqual(["institution: it is 5. Expected: text or an object {…}."]);
    expect(ask({ institution: undefined })).toEqual([
      "institution: it is missing. Expected: text or an object {…}.",
    ]);
    expect(ask({ institution: "Trường X" })).toEqual([expect.stringContaining("Expected: lower-case a-z")]);
    expect(ask({ ppi: 0 })).toEqual(["ppi: it is 0. Expected: at least 0.1."]);
  });
});

test("a schema's own words may be in both languages", () => {
  const schema = z.string().regex(/^a$/, "chữ a | the letter a");
  expect(complaints(() => checked(z.object({ x: schema }), { x: "b" }))).toEqual([
    "x: it is “b”. Expected: the letter a.",
  ]);
});

test("names the file, and cuts a long finding", () => {
  const thrown = (() => {
    try {
      checked(z.object({ a: z.number() }), { a: "x".repeat(100) }, { file: "brand/x.json" });
    } catch (error) {
      return error as AnphamError;
    }
    return null;
  })();
  expect(thrown?.diagnostics[0]?.where).toEqual({ path: "a", file: "brand/x.json" });
  expect(thrown?.diagnostics[0]?.message.vi.length).toBeLessThan(100);
});

describe("fields that come again", () => {
  const schema = z.object({
    name: z.string().min(2),
    tags: z.array(z.object({ word: z.string() })).default([]),
  });
  const read = (data: Record<string, unknown>) =>
    checkedByField(schema, data, { prefix: "data", refuseUnknown: true });

  test("are read once, and cannot be changed by one of the pieces that share them", () => {
    const one = read({ name: "Một", tags: [{ word: "a" }] });
    const other = read({ name: "Hai", tags: [{ word: "a" }] });
    expect(other.tags).toBe(one.tags);
    expect(other).toEqual({ name: "Hai", tags: [{ word: "a" }] });
    expect(() => one.tags.push({ word: "b" })).toThrow(TypeError);
    expect(read({ name: "Một" }).tags).toEqual([]);
  });

  test("what is wrong is told as ever, all of it, also after sound rows", () => {
    expect(complaints(() => read({ name: "M", tags: [{ word: 3 }] }))).toHaveLength(2);
    expect(complaints(() => read({ name: "Một", tags: [{ word: "a", wrod: "b" }] }))).toEqual([
      expect.stringContaining("data.tags.0.wrod"),
    ]);
    expect(complaints(() => read({ name: "Một", tgas: [] }))).toEqual([expect.stringContaining("data.tgas")]);
  });
});

test("what a pattern wants is said in Vietnamese to those who read it", () => {
  const wrong = [
    { province: "a\u0007" },
    { contact: { ...school.contact, phones: ["gọi"] } },
    { id: "Trường X" },
  ];
  for (const each of wrong) {
    expect(() => checked(institution, { ...school, ...each })).toThrow(
      expect.objectContaining({
        diagnostics: [
          expect.objectContaining({
            hint: expect.objectContaining({ vi: expect.stringMatching(/^Cần: .*(chữ|ký tự)/u) }),
          }),
        ],
      }),
    );
  }
});

test.each([undefined, null, 5, "x"])(
  "%s instead of a request is told in the language of each reader",
  (data) => {
    try {
      checked(renderRequest, data);
      expect.unreachable();
    } catch (thrown) {
      if (!(thrown instanceof AnphamError)) throw thrown;
      const [found] = thrown.diagnostics;
      expect(found).toMatchObject({ code: "request.invalid-data", where: {} });
      expect(found?.message.vi).toMatch(/^Dữ liệu không hợp lệ: /);
      expect(found?.message.en).toMatch(/^The data is not valid: it is /);
    }
  },
);
