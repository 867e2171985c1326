import { describe, expect, it } from "vitest";
import { compose } from "../../../src/compose/compose.ts";
import { typeScale } from "../../../src/kit/grid.ts";
import { setQr } from "../../../src/kit/qr.tsx";
import { setReply } from "../../../src/kit/set-reply.ts";
import { setSender } from "../../../src/kit/set-sender.ts";
import { setSignStrip } from "../../../src/kit/sign-strip.tsx";
import type { ColorToken } from "../../../src/model/color-token.ts";
import { ALL_THEMES } from "../../../src/model/theme.ts";
import banner from "../../../templates/banner/template.tsx";
import { sampleJob, samplePage } from "./sample-job.ts";

const FORMAT = "bandroll-3x1m";
const ADDRESS = {
  text: "Số 15 đường Trường Chinh, phường Xuân An, TP. Phan Thiết, tỉnh Bình Thuận",
  short: "15 Trường Chinh, TP. Phan Thiết",
};
const contact = (address: unknown) => ({
  phones: ["02523000111"],
  addresses: [address],
  website: "mau.example.vn",
});
const pageWith = (address: unknown, more: object = {}) =>
  samplePage({ format: FORMAT, brief: { contact: contact(address), ...more } });
const plain = (text: string) => text.replaceAll("\u00a0", " ");

describe("the sender of a sign", () => {
  const options = { logoHeight: 160, nameSize: 70, size: 65 };

  it("breaks the address after its parts", () => {
    const { lines } = setSender(pageWith(ADDRESS), { ...options, width: 1900 });
    expect(lines[0]!.lines.map(plain)).toEqual([
      "Số 15 đường Trường Chinh, phường Xuân An,",
      "TP. Phan Thiết, tỉnh Bình Thuận",
    ]);
  });

  it("takes the short form where the full one needs too many lines, and says when neither fits", () => {
    const narrow = setSender(pageWith(ADDRESS), { ...options, width: 1000 });
    expect(plain(narrow.lines[0]!.lines.join(" "))).toBe(ADDRESS.short);
    expect(narrow.complete).toBe(true);
    const none = setSender(pageWith({ ...ADDRESS, short: null }), { ...options, width: 700 });
    expect(none.complete).toBe(false);
  });

  it("never lets another campus stand for the main one", () => {
    const campus = "Cơ sở 2: Ấp Mẫu";
    const two = { ...contact(ADDRESS), addresses: [{ ...ADDRESS, short: null }, campus] };
    const page = samplePage({ format: FORMAT, brief: { contact: two } });
    const { lines, complete } = setSender(page, { ...options, width: 700 });
    expect(lines).toEqual([]);
    expect(complete).toBe(false);
    const wide = setSender(page, { ...options, width: 1900 });
    expect(plain(wide.lines[0]!.lines.join(" "))).toBe(ADDRESS.text);
  });

  it("stays within its width", () => {
    for (const width of [900, 1300, 2000, 2800]) {
      expect(setSender(pageWith(ADDRESS), { ...options, width }).width).toBeLessThanOrEqual(width);
    }
  });
});

describe("the reply of a sign", () => {
  const options = { width: 1400, callSize: 65, phoneSize: 120, gap: 30 };

  it("sets one number, grouped, as large as asked or as wide as there is room", () => {
    const page = pageWith(ADDRESS);
    const column = setReply(page, { ...options, flow: "column" });
    expect(plain(column.phone.lines[0]!)).toBe("0252 3000 111");
    const row = setReply(page, { ...options, flow: "row" });
    expect(row.width).toBeLessThanOrEqual(options.width + 1e-6);
    expect(row.height).toBeLessThan(column.height);
    expect(row.phone.size).toBeLessThanOrEqual(column.phone.size);
  });
});

describe("the strip of a sign", () => {
  const options = {
    width: 2800,
    size: 65,
    nameSize: 70,
    callSize: 65,
    phoneSize: 105,
    gap: 80,
    ground: "tint",
  } as const;

  it("puts the number beside the sender, both within the strip", () => {
    const { sender, reply, stacked, width, height } = setSignStrip(pageWith(ADDRESS), options);
    expect(stacked).toBe(false);
    expect(sender.width + reply.width).toBeLessThanOrEqual(width);
    expect(Math.max(sender.height, reply.height)).toBeLessThanOrEqual(height);
  });

  it("sets call and number apart as far as the sender leaves room, and never wider than the strip", () => {
    const roomy = setSignStrip(pageWith(ADDRESS), { ...options, nameSize: null });
    expect(roomy.reply.flow).toBe("row");
    expect(roomy.reply.gap).toBeGreaterThan(options.gap);
    for (let width = 1200; width < 3000; width += 100) {
      const { sender, reply, stacked, gap } = setSignStrip(pageWith(ADDRESS), { ...options, width });
      expect(stacked ? reply.width : sender.width + gap + reply.width).toBeLessThanOrEqual(width + 1e-6);
    }
  });

  it("never leaves out the address, however long address, name and call are", () => {
    const page = pageWith(
      { text: `${"Khu phố Lâm Hòa, thị trấn Ma Lâm, ".repeat(3)}tỉnh Bình Thuận`, short: null },
      {
        callToAction: "Đăng ký tư vấn, xét tuyển trực tuyến hoặc nộp hồ sơ trực tiếp",
        institution: {
          name: "Trung tâm Giáo dục nghề nghiệp ".repeat(3).trim(),
          monogram: "TT",
          governingBody: null,
          logo: null,
        },
      },
    );
    const { sender, reply } = setSignStrip(page, options);
    expect(sender.complete).toBe(true);
    const { minimum } = typeScale(page);
    for (const { size } of [sender.name!, ...sender.lines, reply.phone, reply.call.text])
      expect(size).toBeGreaterThanOrEqual(minimum - 1e-9);
  });

  it("keeps a code and its quiet zone on the ground that it stands on", () => {
    const qr = setQr("https://mau.example.vn/ts", 300);
    const height = (ground: ColorToken, pad: number) =>
      setSignStrip(pageWith(ADDRESS), { ...options, qr, ground, pad }).height;
    expect(height("primary", 500)).toBeCloseTo(qr.side);
    expect(height("tint", 0)).toBeCloseTo(qr.side);
    // A light ground gives the quiet zone as far as it reaches, and no farther.
    expect(height("tint", qr.quiet / 2)).toBeCloseTo(qr.side - qr.quiet);
    expect(height("tint", 500)).toBeCloseTo(qr.side - 2 * qr.quiet);
  });
});

describe.each(ALL_THEMES)("a banner of theme %s", (theme) => {
  it.each(banner.formats)("keeps its code in the strip at the foot: %s", (format) => {
    const { frames } = compose(sampleJob({ format, theme, template: banner })).value[0]!;
    const [qr, foot] = ["qr", "foot"].map((wanted) => frames.find(({ name }) => name === wanted));
    if (!qr) return;
    expect(qr.y).toBeGreaterThanOrEqual(foot!.y - 1e-6);
    expect(qr.y + qr.height).toBeLessThanOrEqual(foot!.y + foot!.height + 1e-6);
  });
});
