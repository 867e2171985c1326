import { expect, test } from "vitest";
import { AnphamError } from "../../../../src/base/diagnostic.ts";
import { parseNamePattern } from "../../../../src/run/batch/name-pattern.ts";

const values = {
  slug: "an",
  row: "7",
  format: "a5",
  template: "name-card",
  theme: "vuon-len",
  institution: null,
  request: {
    institution: { name: { text: "Trường A", short: "A" } },
    data: { person: { name: "Lê An" }, contact: { phones: ["0252 3822 999"] }, quota: 40 },
  },
};

test.each([
  ["{slug}-{format}", "an-a5"],
  ["{row}_{template} {theme}", "7_name-card vuon-len"],
  ["{person.name}", "Lê An"],
  ["{institution.name}", "Trường A"],
  ["{contact.phones.0}", "0252 3822 999"],
])("%s", (pattern, text) => {
  expect(parseNamePattern(pattern, "--name")(values)).toEqual({ text, empty: [] });
});

const contact = { phones: ["0252 1"], email: "a@x.vn" };
const school = { id: "truong-b", name: { text: "Trường B", short: null }, contact };

test.each([
  ["described by the row", { institution: school }, null],
  ["named by its id", { institution: "truong-b" }, school],
])("an institution that is %s has its fields, and its contact", (_, request, institution) => {
  const name = parseNamePattern(
    "{institution}_{institution.name}_{contact.email}_{contact.phones.0}",
    "--name",
  );
  const own = { ...values, request, institution };
  expect(name(own)).toEqual({ text: "truong-b_Trường B_a@x.vn_0252 1", empty: [] });
  const laidOver = { ...own, request: { ...request, data: { contact: { email: "b@x.vn" } } } };
  expect(name(laidOver).text).toBe("truong-b_Trường B_b@x.vn_0252 1");
  expect(parseNamePattern("{contact.zalo}", "--name")(own).empty).toEqual(["contact.zalo"]);
});

test("a field that a row does not have is told", () => {
  expect(parseNamePattern("{person.title}-{slug}", "--name")(values)).toEqual({
    text: "-an",
    empty: ["person.title"],
  });
  expect(parseNamePattern("{data.constructor.name}x", "--name")(values).text).toBe("x");
});

test.each([
  ["a misspelt field", "{slgu}", "slug"],
  ["a lone brace", "{slug}-{format", "{ }"],
  ["a folder", "{format}/{slug}", "/"],
  ["the same name for all rows", "the", "{"],
])("%s is refused", (_, pattern, word) => {
  const parse = () => parseNamePattern(pattern, "--name");
  expect(parse).toThrow(AnphamError);
  expect(parse).toThrow(word);
});

test("the complaint calls it what its caller does", () => {
  const complaint = (place: string) => {
    try {
      parseNamePattern("x", place);
    } catch (thrown) {
      return (thrown as AnphamError).diagnostics[0]!;
    }
    throw new Error("it is taken");
  };
  expect(complaint("--name").hint.en).toContain("--name “{slug}");
  expect(complaint("name").hint.en).toContain(" name “{slug}");
  expect(complaint("name").where).toEqual({ path: "name" });
});
