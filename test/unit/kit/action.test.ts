import { expect, it } from "vitest";
import { setAction } from "../../../src/kit/action.tsx";
import { setBadge } from "../../../src/kit/badge.tsx";
import { typeScale } from "../../../src/kit/grid.ts";
import { samplePage } from "./sample-job.ts";

const CALLS = ["Gọi ngay", "Đăng ký ngay", "Đăng ký tư vấn, xét tuyển trực tuyến hoặc nộp hồ sơ trực tiếp"];

it("call and telephone never leave their width, and both can be read", () => {
  for (const callToAction of CALLS) {
    const page = samplePage({ format: "facebook-post", brief: { callToAction } });
    const { minimum } = typeScale(page);
    for (const width of [90, 120, 180, 250]) {
      const set = setAction(page, { width, callSize: 1.2 * minimum, phoneSize: 2 * minimum, gap: 4 });
      const taken = set.beside ? set.call.width + set.gap + set.phone.width : set.call.width;
      expect(taken, `${callToAction} in ${width}`).toBeLessThanOrEqual(width + 0.01);
      expect(set.phone.lines).toHaveLength(1);
      expect(set.call.text.lines.join(" ").replace(/\u00a0/g, " ")).toBe(callToAction);
      expect(Math.min(set.phone.size, set.call.text.size)).toBeGreaterThanOrEqual(minimum * 0.9999);
    }
  }
});

it("the telephone stands beside a short call, and under one that takes the row", () => {
  const options = { width: 200, callSize: 9, phoneSize: 16, gap: 4 };
  const short = samplePage({ format: "facebook-post", brief: { callToAction: "Gọi ngay" } });
  expect(setAction(short, options).beside).toBe(true);
  const long = samplePage({ format: "facebook-post", brief: { callToAction: CALLS[2] } });
  expect(setAction(long, { ...options, width: 110 }).beside).toBe(false);
});

it("a label takes a third line rather than tear a word", () => {
  const page = samplePage({ format: "banner-2x1m" });
  for (let width = 300; width < 1600; width += 50) {
    const { text } = setBadge(page, CALLS[2]!, { size: 50, maxWidth: width });
    const lines = text.lines.join(" / ").replaceAll("\u00a0", " ");
    if (text.lines.length <= 3)
      expect(lines).not.toMatch(/(trực|tư|xét|tuyển|hồ|đăng) \/ (tuyến|vấn|sơ|ký)/iu);
    expect(text.width).toBeLessThanOrEqual(width);
  }
});
