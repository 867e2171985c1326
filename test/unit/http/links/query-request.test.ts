import { expect, test } from "vitest";
import { readFileName, readQuery, writeQuery } from "../../../../src/http/links/query-request.ts";

const read = (query: string) => readQuery("recruitment-flyer.png", new URLSearchParams(query));

test("a request survives being an address", () => {
  const request = {
    ...{
      template: "recruitment-flyer",
      as: "png",
      format: "a5",
      institution: { id: "x", name: "Trường & Co" },
    },
    ...{ ppi: 96, marks: ["crop", "bleed"], outline: true, event: null },
    data: { event: { name: "Ngày hội #1", place: "A=B&c" } },
  };
  const { event: _, ...said } = request;
  expect(readQuery("recruitment-flyer.png", writeQuery(request))).toEqual(said);
});

test("fields of the data by their paths, over data as JSON", () => {
  expect(
    read(`format=a5&data=${encodeURIComponent('{"lead":"a","badge":"b"}')}&data.lead=c&data.event.name=d`),
  ).toMatchObject({
    data: { lead: "c", badge: "b", event: { name: "d" } },
  });
});

test("pixels across become a resolution", () => {
  // 148 mm are 5.827 inches.
  expect(read("format=a5&width=1080")!.ppi).toBeCloseTo(1080 / (148 / 25.4), 2);
});

test.each([
  "format=a5&data.lead=Tr%FD%F2ng",
  "ppi=1&width=2&format=a5",
  "width=a&format=a5",
  "as=pdf",
  "template=x",
  "what=1",
  "theme=a&theme=b",
  "data.a.b.c.d.e.f.g.h.i.j.k.l.m=1",
  "data={",
  "data=1",
  "data=[]",
  "data=null",
])("%s is refused", (query) => {
  expect(() => read(query)).toThrow(/request\.(invalid-field|broken-json)/);
});

test.each([
  ["recruitment-flyer.png", { template: "recruitment-flyer", as: "png" }],
  ["a.b.jpg", { template: "a.b", as: "jpeg" }],
  ["a.JPEG", { template: "a", as: "jpeg" }],
  ["a.tif", { template: "a", as: "tiff" }],
  ["a.exe", null],
  ["a", null],
  [".png", null],
])("%s", (name, expected) => {
  expect(readFileName(name)).toEqual(expected);
});
