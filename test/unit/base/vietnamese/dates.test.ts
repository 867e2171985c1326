import { describe, expect, it } from "vitest";
import {
  clockTime,
  formalDate,
  longDate,
  monthName,
  shortDate,
  shortWeekday,
  weekday,
} from "../../../../src/base/vietnamese/dates.ts";

describe("dates", () => {
  it("writes dates, weekdays and times", () => {
    expect(shortDate("2026-10-04")).toBe("04/10/2026");
    expect(longDate("2026-10-04")).toBe("ngày 04/10/2026");
    expect(weekday("2026-10-04")).toBe("Chủ nhật");
    expect(clockTime("07:30")).toBe("7 giờ 30");
    expect(shortWeekday("2026-10-05")).toBe("T2");
    expect(monthName(10)).toBe("tháng Mười");
    expect(formalDate("2026-10-04")).toBe("ngày 04 tháng 10 năm 2026");
    expect(formalDate("2026-02-20")).toBe("ngày 20 tháng 02 năm 2026");
    expect(formalDate("2026-03-20")).toBe("ngày 20 tháng 3 năm 2026");
    expect(clockTime("14:00")).toBe("14 giờ");
  });
  it("refuses what is no date or time", () => {
    expect(() => shortDate("4/10/2026")).toThrow(RangeError);
    expect(() => shortDate("2026-02-30")).toThrow(RangeError);
    expect(() => weekday("2026-13-01")).toThrow(RangeError);
    expect(() => monthName(13)).toThrow(RangeError);
    expect(() => clockTime("24:00")).toThrow(RangeError);
    expect(() => clockTime("7h30")).toThrow(RangeError);
  });
});
