import { describe, expect, it } from "vitest";
import {
  groupPhone,
  internationalPhone,
  lostLeadingZero,
  phoneKind,
} from "../../../../src/base/vietnamese/phones.ts";
import fc from "../../../support/property.ts";

describe("groupPhone", () => {
  it.each([
    ["02523822999", "0252 3822 999"],
    ["02438254567", "024 3825 4567"],
    ["0912345678", "0912 345 678"],
    ["+84912345678", "+84 912 345 678"],
    ["19006868", "1900 6868"],
    ["0252.3822.999", "0252 3822 999"],
    ["(0252) 3822 999", "0252 3822 999"],
    ["0252 3822 999", "0252 3822 999"],
    ["1800599928", "1800 599 928"],
    ["+842523822999", "+84 252 3822 999"],
    ["115", "115"],
  ])("%s", (phone, expected) => expect(groupPhone(phone)).toBe(expected));
  it("never changes a digit", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9]{6,14}$/), (digits) => {
        expect(groupPhone(digits).replaceAll(" ", "")).toBe(digits);
      }),
    );
  });
});

describe("phoneKind", () => {
  it.each([
    ["0912 345 678", "mobile"],
    ["+84 912 345 678", "mobile"],
    ["0252.3822.999", "landline"],
    ["1900 6868", "hotline"],
    ["115", "emergency"],
    ["912345678", "unknown"],
  ] as const)("%s: %s", (phone, kind) => expect(phoneKind(phone)).toBe(kind));
});

describe("internationalPhone", () => {
  it("adds the country's code where it can be dialled from abroad", () => {
    expect(internationalPhone("0912345678")).toBe("+84 912 345 678");
    expect(internationalPhone("0252 3822 999")).toBe("+84 252 3822 999");
    expect(internationalPhone("+84 912 345 678")).toBe("+84 912 345 678");
    expect(internationalPhone("19006868")).toBe("1900 6868");
  });
});

describe("lostLeadingZero", () => {
  it("knows a number that a spreadsheet made shorter", () => {
    for (const phone of ["912345678", "912 345 678", "2523822999"]) expect(lostLeadingZero(phone)).toBe(true);
    for (const phone of ["0912345678", "+84912345678", "19006868", "115", "12345"]) {
      expect(lostLeadingZero(phone)).toBe(false);
    }
  });
  it("is right exactly when a zero makes a number of it", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[1-9][0-9]{7,10}$/), (digits) => {
        expect(lostLeadingZero(digits)).toBe(["mobile", "landline"].includes(phoneKind(`0${digits}`)));
      }),
    );
  });
});
