import { describe, expect, it } from "vitest";
import { rect } from "../../../../src/base/geometry.ts";
import { covers } from "../../../../src/export/display-list/covers.ts";
import { clipOf, group, rectOutline, solid, solidRect } from "../../../support/scene.ts";

const PAGE = rect(0, 0, 100, 60);
const SLACK = 0.01;

describe("grounds cover a page", () => {
  it("that one of them holds, or that several share", () => {
    expect(covers([[solidRect(-3, -3, 106, 66, "#ffffff")]], PAGE, SLACK)).toBe(true);
    const upper = solidRect(-3, -3, 106, 33, "#004455");
    expect(covers([[upper, solidRect(0, 30, 100, 30, "#ffffff")]], PAGE, SLACK)).toBe(true);
    expect(
      covers(
        [[upper], [solidRect(0, 30.015, 60, 40, "#ffffff"), solidRect(60, 30, 50, 40, "#000000")]],
        PAGE,
        SLACK,
      ),
    ).toBe(true);
  });

  it("in whatever group they stand, but no farther than it shows", () => {
    const ground = solidRect(0, 0, 10, 6, "#ffffff");
    expect(covers([[group([ground], { transform: [10, 0, 0, 10, 0, 0] })]], PAGE, SLACK)).toBe(true);
    const clip = clipOf([rectOutline(rect(0, 0, 9, 6))]);
    expect(covers([[group([ground], { transform: [10, 0, 0, 10, 0, 0], clip })]], PAGE, SLACK)).toBe(false);
  });

  it("only where they are opaque and leave no gap", () => {
    expect(covers([[]], PAGE, SLACK)).toBe(false);
    expect(covers([[solidRect(0, 0, 100, 60, solid("#ffffff", 0.9))]], PAGE, SLACK)).toBe(false);
    expect(covers([[group([solidRect(0, 0, 100, 60, "#ffffff")], { opacity: 0.5 })]], PAGE, SLACK)).toBe(
      false,
    );
    expect(
      covers([[solidRect(0, 0, 100, 30, "#ffffff"), solidRect(0, 30.1, 100, 30, "#ffffff")]], PAGE, SLACK),
    ).toBe(false);
  });
});
