import { expect, it } from "vitest";
import { cropPosition } from "../../../src/kit/photo.tsx";

const photo = (x: number, y: number) => ({
  src: "asset:x",
  pixelWidth: 3000,
  pixelHeight: 2000,
  focus: { x, y },
  look: null,
});

it.each([
  ["the middle of the picture", 0.5, 0.5, "50% 50%"],
  ["a subject on the right", 0.75, 0.5, "80% 50%"],
  ["a subject at the very edge, as far as the picture goes", 0.99, 0.5, "100% 50%"],
])("a tall strip shows %s", (_name, x, y, position) => {
  expect(cropPosition(photo(x, y), { width: 50, height: 200 })).toBe(position);
});

it("a wide strip moves up and down", () => {
  expect(cropPosition(photo(0.5, 0.25), { width: 300, height: 50 })).toBe("50% 16.67%");
});

it("behind a cut the subject stands in the middle of what shows", () => {
  const strip = { width: 50, height: 200 };
  expect(cropPosition(photo(0.5, 0.5), strip, { x: 40, y: 100 })).toBe("44% 50%");
});
