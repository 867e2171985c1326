import { expect, it } from "vitest";
import { rect } from "../../../src/base/geometry.ts";
import { meanStop, soleStop, wholePeriod } from "../../../src/model/gradient.ts";
import fc from "../../support/property.ts";
import { color, linear, radial, stopsOf } from "../../support/scene.ts";

const RED_BLUE = stopsOf("#ff0000", "#0000ff");
const AREA = rect(0, 0, 100, 50);
const late = RED_BLUE.map((stop, i) => ({ ...stop, offset: i === 0 ? 0.2 : 0.8 }));

it("draws what can be seen", () => {
  expect(soleStop(linear([0, 0, 10, 0], RED_BLUE), AREA)).toBeNull();
  expect(soleStop(linear([0, 0, 0.1, 0], RED_BLUE, { spread: "repeat" }), AREA)).toBeNull();
  expect(soleStop(radial([0, 0, 10], RED_BLUE, { spread: "reflect" }), AREA)).toBeNull();
});

it("shows the last stop of a gradient without extent, and the only one", () => {
  expect(soleStop(linear([5, 5, 5, 5], RED_BLUE), AREA)).toEqual(RED_BLUE[1]);
  expect(soleStop(radial([5, 5, 0], RED_BLUE), AREA)).toEqual(RED_BLUE[1]);
  expect(soleStop(linear([0, 0, 10, 0], [RED_BLUE[0]!]), AREA)).toEqual(RED_BLUE[0]);
  expect(soleStop(linear([0, 0, 10, 0], []), AREA)).toBeNull();
});

it("shows the mean of what repeats too finely, or too far away to count", () => {
  const mean = { color: color("#800080"), alpha: 1 };
  for (const x2 of [1e-3, 1e-18, 1e-300]) {
    expect(soleStop(linear([0, 0, x2, 0], RED_BLUE, { spread: "repeat" }), AREA)).toMatchObject(mean);
  }
  expect(soleStop(linear([1e17, 0, 1e17 + 64, 0], late, { spread: "reflect" }), AREA)).toMatchObject(mean);
});

it("counts colours by length and by how much of them is seen", () => {
  const fading = [RED_BLUE[0]!, { ...RED_BLUE[1]!, alpha: 0 }];
  expect(meanStop(fading)).toMatchObject({ color: color("#ff0000"), alpha: 0.5 });
  const mostlyBlue = [RED_BLUE[0]!, { ...RED_BLUE[1]!, offset: 0.5 }];
  expect(meanStop(mostlyBlue).color.rgb).toEqual({ r: 64, g: 0, b: 191 });
});

it("keeps the ink that all stops have in common", () => {
  const [first, last] = RED_BLUE.map((stop) => ({ ...stop, color: color("#ff0000", "brand") }));
  expect(meanStop([first!, last!]).color).toEqual(color("#ff0000", "brand"));
});

it("holds the outer colours up to the ends of a period", () => {
  expect(wholePeriod(late).map(({ offset }) => offset)).toEqual([0, 0.2, 0.8, 1]);
  expect(wholePeriod(RED_BLUE)).toEqual(RED_BLUE);
});

it("leaves a number of periods that can be counted, whatever the gradient", () => {
  const any = fc.double({ min: -1e300, max: 1e300 });
  fc.assert(
    fc.property(fc.tuple(any, any, any, any), fc.constantFrom("repeat", "reflect"), (axis, spread) => {
      const sole = soleStop(linear(axis, RED_BLUE, { spread }), AREA);
      if (sole) return;
      const length = Math.hypot(axis[2] - axis[0], axis[3] - axis[1]);
      expect(length * 5000).toBeGreaterThan(1);
    }),
  );
});
