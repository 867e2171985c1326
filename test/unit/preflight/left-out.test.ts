import { expect, test } from "vitest";
import { packageFolders } from "../../../src/package-folders.ts";
import { createEngine } from "../../../src/render.ts";

const engine = await createEngine(packageFolders());
const PERSON = {
  name: "Nguyễn Văn An",
  title: "Em",
  detail: { text: "Lớp Điện công nghiệp K12" },
  number: "0127",
};
const LONG = {
  name: "Công Tằng Tôn Nữ Hoàng Thị Phương Nguyên Anh Thư Ngọc Khánh",
  detail: { text: "Lớp Kỹ thuật chế biến món ăn và dịch vụ nhà hàng khóa 12 cơ sở 2" },
};

async function told(person: object, template = "name-card", format = "name-card-86x54") {
  const request = { template, format, institution: "cd-y-te", data: { person: { ...PERSON, ...person } } };
  const { diagnostics } = await engine.compose(request);
  return diagnostics.filter(({ code }) => code === "preflight.left-out").map(({ message }) => message.en);
}

test("a card that says all that it was given is told nothing about", async () => {
  expect(await told({})).toEqual([]);
  expect(await told({ title: null, detail: null, number: null })).toEqual([]);
});

test("what has no room on a card is told by name", async () => {
  expect(await told(LONG)).toEqual([
    `“Em” has no room on the card of “${LONG.name}”.`,
    `“${LONG.detail.text}” has no room on the card of “${LONG.name}”.`,
  ]);
});

test("a short form is enough", async () => {
  const text = LONG.detail.text;
  const person = { name: "Tôn Nữ Hoàng Thị Phương Anh", title: null };
  expect(await told({ ...person, detail: { text } })).toHaveLength(1);
  expect(await told({ ...person, detail: { text, short: "Lớp K12" } })).toEqual([]);
});

test("pieces that are no cards say what their words ask for", async () => {
  expect(await told({}, "certificate", "certificate-a4")).toEqual([]);
});
