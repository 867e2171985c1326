import { expect, test } from "vitest";
import { flatInks } from "../../../../src/export/ink/flat-inks.ts";
import { fogra39Converter } from "../../../support/fogra39.ts";
import { color } from "../../../support/scene.ts";

const converter = await fogra39Converter(
  new Map([
    ["rich", { kind: "process", cmyk: { c: 60, m: 40, y: 40, k: 100 } }],
    ["plain", { kind: "process", cmyk: { c: 0, m: 0, y: 0, k: 100 } }],
  ]),
);
const [rich, plain] = [color("#000000", "rich"), color("#000000", "plain")];
const inksOfBlack = (drawn: Parameters<typeof flatInks>[0]) =>
  [...flatInks(drawn, converter)(Uint8Array.from([0, 0, 0, 255]))].map((ink) => Math.round(ink / 2.55));

test.each([
  ["first", [plain, rich]],
  ["last", [rich, plain]],
])("of two blacks that look alike the lighter one counts, drawn %s: small text has no rims", (_, artwork) => {
  expect(inksOfBlack({ artwork, marks: [] })).toEqual([0, 0, 0, 100]);
});

test("the artwork's black counts beside that of marks", () => {
  expect(inksOfBlack({ artwork: [rich], marks: [plain] })).toEqual([60, 40, 40, 100]);
});
