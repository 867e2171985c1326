import { describe, expect, it } from "vitest";
import { slug, unmarked } from "../../../../src/base/vietnamese/slug.ts";
import fc from "../../../support/property.ts";

it("text is compared without marks, a letter for a letter", () => {
  expect(unmarked("TỜ RƠI · Đồng Nai (A5)")).toBe("to roi · dong nai (a5)");
});

describe("slug", () => {
  it("spells đ and marks in ASCII", () => {
    expect(slug("Trường CĐ Y tế Đồng Nai")).toBe("truong-cd-y-te-dong-nai");
    expect(slug("  TRƯỜNG ĐẶNG ẨM THỰC ỄNH ƯỜNG Ỹ ")).toBe("truong-dang-am-thuc-enh-uong-y");
  });
  it("is safe as a file name for any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(slug(text)).toMatch(/^(?:[a-z0-9]+(?:-[a-z0-9]+)*)?$/);
      }),
    );
  });
});
