import { describe, expect, it } from "vitest";
import { addressParts, tearsAddress } from "../../../src/kit/address-parts.ts";

describe("an address on the web", () => {
  it("goes on in the next line before a dot, after a slash or an at-sign", () => {
    expect(addressParts("https://truong.edu.vn/tuyen-sinh")).toEqual([
      "https://",
      "truong",
      ".edu",
      ".vn/",
      "tuyen-sinh",
    ]);
    expect(addressParts("phong@truong.edu.vn")).toEqual(["phong@", "truong", ".edu", ".vn"]);
    expect(addressParts("nghề…")).toEqual(["nghề…"]);
  });

  it("is torn where it breaks between letters", () => {
    expect(tearsAddress("truong.edu.vn", ["truong", ".edu.vn"])).toBe(false);
    expect(tearsAddress("truong.edu.vn", ["truong.edu.vn"])).toBe(false);
    expect(tearsAddress("truong.edu.vn", ["truong.ed", "u.vn"])).toBe(true);
  });
});
