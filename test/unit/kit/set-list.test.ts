import { describe, expect, it } from "vitest";
import { setList } from "../../../src/kit/set-list.ts";
import { keepsWords } from "../../../src/kit/splits-of.ts";
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

  it("leaves out a name more rather than tear many in narrow columns", () => {
    const names = [
      "Kỹ thuật máy lạnh và điều hòa không khí",
      "Vận hành, sửa chữa thiết bị điện công nghiệp",
      "Bảo trì, sửa chữa ô tô và xe máy chuyên dùng",
      "Kỹ thuật chế biến món ăn và dinh dưỡng cộng đồng",
      "Nghiệp vụ nhà hàng, khách sạn và khu nghỉ dưỡng",
      "Trồng và chăm sóc thanh long theo tiêu chuẩn VietGAP",
      "Vận hành máy nông nghiệp và hệ thống tưới tự động",
      "Lắp đặt, bảo dưỡng hệ thống điện mặt trời mái nhà",
      "Kỹ thuật may và thiết kế thời trang công nghiệp",
      "Chăm sóc sắc đẹp, trang điểm và tạo mẫu tóc",
      "Xây dựng dân dụng và hoàn thiện nội thất công trình",
      "Chăn nuôi, thú y và phòng bệnh cho gia súc, gia cầm",
    ].map((text) => ({ icon: "wrench" as const, name: { text, short: null }, detail: null }));
    for (const height of [36, 40, 44, 48, 52]) {
      const options = { width: 89, height, size: 2.65, columns: [2, 3] };
      const { items, dropped } = setList(page, names, options, others)!;
      const torn = items.filter(({ name }) => !keepsWords(name.lines));
      expect(torn.length, `${height} mm`).toBeLessThanOrEqual(1);
      for (const { name } of items) expect(name.lines.length).toBeLessThanOrEqual(3);
      expect(items.length).toBeGreaterThan(5);
      expect(items.length + dropped).toBe(names.length + 1);
    }
  });
});
