/** A name as long as names get, over two or three lines beside the mark. */

import { expect, test } from "vitest";
import { ALL_THEMES } from "../../src/model/theme.ts";
import { packageFolders } from "../../src/package-folders.ts";
import { createEngine } from "../../src/render.ts";

const engine = await createEngine(packageFolders());

/** What is said of a piece of the health college with these data. */
async function complaintsOf(
  template: string,
  format: string,
  { theme, data }: { readonly theme: string; readonly data: Record<string, unknown> },
): Promise<readonly string[]> {
  const request = { template, format, theme, institution: "cd-y-te", data, as: "svg" } as const;
  const { diagnostics } = await engine.render(request);
  return diagnostics.map(({ code, message }) => `${format}: ${code} ${message.en}`);
}

test.each(
  ALL_THEMES.flatMap((theme) => ["social-post", "banner"].map((template) => [template, theme] as const)),
)("%s in theme %s keeps the marks over its capitals in the safe area", async (template, theme) => {
  const { formats } = await engine.library.templates.load(template);
  const name =
    "Trường Cao đẳng Kinh tế – Kỹ thuật và Nghiệp vụ Nguyễn Trường Tộ thành phố Phan Rang – Tháp Chàm";
  const complaints: string[] = [];
  for (const format of formats) {
    const data = { institution: { name, monogram: "TĐTG", logo: null } };
    complaints.push(...(await complaintsOf(template, format, { theme, data })));
  }
  expect(complaints).toEqual([]);
});

test.each(ALL_THEMES)(
  "a small banner in theme %s tells an event of 100 letters over a name that ends in a mark",
  async (theme) => {
    const name =
      "Ngày hội tư vấn tuyển sinh – hướng nghiệp và trải nghiệm nghề nghiệp dành cho học sinh lớp 9, 12";
    const event = { name, date: "2026-10-04", time: "07:30", place: "Nhà thi đấu đa năng Hàm Thuận Bắc" };
    const { artifacts, diagnostics } = await engine.render({
      template: "banner",
      format: "banner-2x1m",
      theme,
      institution: "cd-y-te",
      data: { event },
      as: "svg",
    });
    expect(diagnostics.map(({ message }) => message.en)).toEqual([]);
    expect(artifacts).toHaveLength(1);
  },
);

test.each(ALL_THEMES)(
  "on a poster in theme %s a long name has the room of marks that it presses away",
  async (theme) => {
    const institution = {
      name: "Trung tâm Giáo dục nghề nghiệp – Giáo dục thường xuyên và Hướng nghiệp liên huyện Hàm Thuận Bắc – Tánh Linh",
      monogram: "HTTL",
      logo: null,
    };
    const request = { template: "recruitment-poster", format: "poster-600x800", theme } as const;
    const { scenes } = await engine.compose({
      ...request,
      institution: "cd-y-te",
      data: { institution },
      as: "svg",
    });
    const header = scenes[0]!.fragments.find(({ frame }) => frame === "institution")!;
    // Three lines of type that reads from 3 m; five are 118 mm high.
    expect(header.box.height).toBeLessThan(100);
  },
);

test.each(ALL_THEMES)(
  "a sign in theme %s sets an address whose capitals bear marks no smaller than any other",
  async (theme) => {
    const complaints: string[] = [];
    for (const [template, format] of [
      ["banner", "banner-3x1.5m"],
      ["bandroll", "bandroll-3x1m"],
    ] as const) {
      const data = {
        institution: { name: "TRƯỜNG ĐẶNG ẨM THỰC ỄNH ƯỜNG Ỹ", monogram: "ỄỸ", logo: null },
        contact: { phones: ["1800 1567"], addresses: ["Ấp Vĩnh Tế, xã Ỷ Tý"] },
      };
      complaints.push(...(await complaintsOf(template, format, { theme, data })));
    }
    expect(complaints).toEqual([]);
  },
);

test.each(ALL_THEMES)(
  "in theme %s a headline that begins in a leaning letter stays in its frame, a long tail takes a second line",
  async (theme) => {
    const complaints: string[] = [];
    for (const [template, format, first] of [
      ["backdrop", "backdrop-3x2m", "An toàn lao động,"],
      ["banner", "banner-2x1m", "Ý chí vững vàng,"],
      ["social-cover", "facebook-group-cover", "Ý chí vững vàng,"],
      ["recruitment-poster", "a3", "Xây tương lai,"],
    ] as const) {
      const tail = "Yêu nghề từ bàn tay, trái tim người lính thủy thủ";
      const message = {
        text: `${first} nghề y tế – ${tail}`,
        overline: null,
        headline: { settings: [[first, "nghề y tế"]], emphasis: "nghề y tế" },
        tail: { settings: [[tail]] },
      };
      const data = { message };
      const request = { template, format, theme, institution: "cd-y-te", data, as: "svg" } as const;
      const { diagnostics } = await engine.render(request);
      complaints.push(...diagnostics.map((found) => `${format}: ${found.code} ${found.message.en}`));
    }
    expect(complaints).toEqual([]);
  },
);
