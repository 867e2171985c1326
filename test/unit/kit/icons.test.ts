import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { programmeIcon } from "../../../src/kit/icon.tsx";
import { iconFor } from "../../../src/kit/icons/icon-for.ts";
import { ICON_SHAPES } from "../../../src/kit/icons/icons.generated.ts";
import { ICON_NAMES } from "../../../src/kit/icons/names.ts";

describe("icons", () => {
  it("are all generated, with their licence beside them", () => {
    expect(new Set(Object.keys(ICON_SHAPES))).toEqual(new Set(ICON_NAMES));
    for (const name of ICON_NAMES) expect(ICON_SHAPES[name].length, name).toBeGreaterThan(0);
    expect(readFileSync("src/kit/icons/LICENSE-lucide.txt", "utf8")).toContain("ISC License");
  });

  it.each([
    ["Công nghệ ô tô", "car"],
    ["Kỹ thuật máy lạnh và điều hòa không khí", "snowflake"],
    ["Điện công nghiệp", "plug-zap"],
    ["Điện tử công nghiệp", "cpu"],
    ["Hàn", "flame"],
    ["Hướng dẫn du lịch", "compass"],
    ["Kỹ thuật chế biến món ăn", "chef-hat"],
    ["Quản trị khách sạn", "concierge-bell"],
    ["Nuôi trồng thủy sản", "fish"],
    ["Chăm sóc sắc đẹp", "sparkles"],
    ["Chăm sóc người cao tuổi", "hand-helping"],
    ["Lập trình máy tính", "code"],
    ["Kế toán doanh nghiệp", "calculator"],
    ["Tiếng Hàn Quốc", "languages"],
    ["Nghề chưa ai biết", "wrench"],
    ["", "wrench"],
  ])("%s → %s", (name, icon) => expect(iconFor(name)).toBe(icon));

  it("stand for NFD names, and names without accents", () => {
    expect(iconFor("Quản trị khách sạn".normalize("NFD"))).toBe("concierge-bell");
    expect(iconFor("Quan tri khach san")).toBe("concierge-bell");
  });

  it("follow the data where it names one of the family", () => {
    expect(programmeIcon({ icon: "wind", name: { text: "Hàn" } })).toBe("wind");
    expect(programmeIcon({ icon: "no-such-icon", name: { text: "Hàn" } })).toBe("flame");
  });
});
