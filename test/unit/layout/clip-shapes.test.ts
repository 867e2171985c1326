import { describe, expect, test } from "vitest";
import { clipShape } from "../../../src/layout/clip-shapes.ts";

describe("shapes are spelt as they are read", () => {
  test.each([
    ["circle(40%)", "circle(40% at 50% 50%)"],
    ["circle( 4px  at left top )", "circle(4px at 0% 0%)"],
    ["circle(4px at top)", "circle(4px at 50% 0%)"],
    ["circle(4px at left center)", "circle(4px at 0% 50%)"],
    ["circle(4px at bottom right)", "circle(4px at 100% 100%)"],
    ["circle(4px at 3px)", "circle(4px at 3px 50%)"],
    ["ellipse()", "ellipse(50% 50% at 50% 50%)"],
    ["ellipse(farthest-side closest-side at center)", "ellipse(50% 50% at 50% 50%)"],
    ["ellipse(3px 4px at 10% 20%)", "ellipse(3px 4px at 10% 20%)"],
    ["polygon( evenodd , 0 0,  100% 0 , 50%  100%)", "polygon(evenodd,0 0,100% 0,50% 100%)"],
    ["inset(1px 2% round 3px)", "inset(1px 2% round 3px)"],
    ['path("M0 0 L5 5 Z")', 'path("M0 0 L5 5 Z")'],
    ["shape(from 0 0, line to 5px 5px)", "shape(from 0 0, line to 5px 5px)"],
    ["none", "none"],
    ["var(--shape)", "var(--shape)"],
  ])("%s", (written, value) => {
    expect(clipShape(written)).toEqual({ value, fault: null });
  });
});

describe("what cannot be drawn is left out, and told in both languages", () => {
  test.each([
    ["circle()", "radius"],
    ["circle(closest-side at 20% 20%)", "radius"],
    ["circle(at 20% 20%)", "radius"],
    ["ellipse(closest-side closest-side at 20% 20%)", "radius"],
    ["circle(4px at right 3px top 3px)", "centre"],
    ["polygon(0 0, calc(100% - 2px) 0, 0 100%)", "calculates"],
    ["inset(calc(1px + 2%))", "calculates"],
    ["polygon(0 0 0, 100% 0)", "lengths"],
    ["inset(wide)", "lengths"],
    ["rect(0 10px 10px 0)", "no shape"],
    ["xywh(0 0 5px 5px)", "no shape"],
    ["url(#shape)", "no shape"],
  ])("%s", (written, reason) => {
    const { value, fault } = clipShape(written);
    expect(value).toBeUndefined();
    expect(fault!.en).toContain(reason);
    expect(fault!.vi).not.toBe(fault!.en);
  });
});
