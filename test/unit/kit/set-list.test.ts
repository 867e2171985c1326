import { describe, expect, it } from "vitest";
import { setList } from "../../../src/kit/set-list.ts";
import { ALL_THEMES } from "../../../src/model/theme.ts";
import { samplePage } from "./sample-job.ts";

const NAMES = [
  ["Điện dân dụng", null],
  ["Sửa chữa xe gắn máy", "Sửa xe gắn máy"],
  ["May công nghiệp", null],
  ["Nấu ăn", null],
  ["Chăm sóc sắc đẹp", null],
  ["Kỹ thuật trồng và cạo mủ cao su", "Trồng, cạo mủ cao su"],
  ["Kỹ thuật chăn nuôi bò thịt", "Chăn nuôi bò thịt"],
  ["Tin học văn phòng", null],
  ["Chương trình văn hóa THPT kết hợp trung cấp", "Văn hóa THPT và trung cấp"],
] as const;

const entries = NAMES.map(([text, short]) => ({
  icon: "wrench" as const,
  name: { text, short },
  detail: null,
}));
const others = (count: number) => `và ${count} nghề khác`;

describe.each(ALL_THEMES)("a list in theme %s", (theme) => {
  const page = samplePage({ theme });

  it.each([70, 90, 110, 130])("takes short names rather than a third line, %s mm wide", (width) => {
    const list = setList(page, entries, { width, height: 60, size: 3.2, columns: [2, 3] }, others)!;
    expect(list.dropped).toBe(0);
    expect(list.even).toBe(true);
    for (const { name } of list.items) expect(name.lines.length).toBeLessThanOrEqual(2);
  });

  it("sets all its names in one size, also where they must be smaller", () => {
    const long = entries.map((entry) => ({ ...entry, name: { ...entry.name, short: null } }));
    for (const height of [30, 40, 50]) {
      const list = setList(page, long, { width: 100, height, size: 3.6, columns: [2, 3] }, others);
      expect(new Set(list?.items.map(({ name }) => name.size)).size).toBe(1);
    }
  });

  it("keeps its size where names part between whole words", () => {
    const names = ["Công nghệ thông tin", "Kế toán doanh nghiệp", "Hàn", "May thời trang"];
    const some = names.map((text) => ({
      icon: "wrench" as const,
      name: { text, short: null },
      detail: null,
    }));
    const list = setList(page, some, { width: 92, height: 40, size: 3.6, columns: [2] }, others)!;
    expect(Math.max(...list.items.map(({ name }) => name.lines.length))).toBe(2);
    expect(new Set(list.items.map(({ name }) => name.size))).toEqual(new Set([3.6]));
  });
});
