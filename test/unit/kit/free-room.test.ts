import { expect, it } from "vitest";
import { intersection, rect } from "../../../src/base/geometry.ts";
import { freeAbove, freeAcross } from "../../../src/kit/free-room.ts";
import { formatById } from "../../../src/model/formats/index.ts";
import { samplePage } from "./sample-job.ts";

const page = samplePage({ format: "facebook-cover" });
const { safe } = page.geometry;
const avatar = formatById("facebook-cover")!.covered[0]!;

it("the strip beside an avatar is as wide as what it leaves, and whole where nothing lies", () => {
  const floor = safe.y + safe.height;
  const beside = freeAcross(page, rect(safe.x, floor - 10, safe.width, 10));
  expect(beside.x).toBeCloseTo(avatar.x + avatar.width, 6);
  expect(beside.x + beside.width).toBeCloseTo(safe.x + safe.width, 6);
  const over = rect(safe.x, safe.y, safe.width, avatar.y - safe.y);
  expect(freeAcross(page, over)).toEqual(over);
});

it("the widest of several free parts is taken", () => {
  const zone = (x: number, width: number) => ({ name: { vi: "", en: "" }, x, y: 0, width, height: 10 });
  const covered = { ...page, format: { ...page.format, covered: [zone(70, 10), zone(20, 10)] } };
  expect(freeAcross(covered, rect(0, 5, 100, 5))).toEqual(rect(30, 5, 40, 5));
});

it("above a corner that is covered, the whole width is free", () => {
  const above = freeAbove(page, safe);
  expect(above.width).toBe(safe.width);
  expect(above.y + above.height).toBeCloseTo(avatar.y, 6);
  expect(intersection(above, avatar)?.height ?? 0).toBeCloseTo(0, 6);
});
