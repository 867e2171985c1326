/** Names of schools that were torn once: what a reader sees at the ends of lines. */

import { describe, expect, it } from "vitest";
import { compose } from "../../../src/compose/compose.ts";
import type { ChildNode, Frame } from "../../../src/model/page-tree.ts";
import type { TemplateDefinition } from "../../../src/model/template.ts";
import { ALL_THEMES } from "../../../src/model/theme.ts";
import banner from "../../../templates/banner/template.tsx";
import brochure from "../../../templates/brochure/template.tsx";
import invitation from "../../../templates/invitation/template.tsx";
import mug from "../../../templates/mug/template.tsx";
import pennant from "../../../templates/pennant/template.tsx";
import flyer from "../../../templates/recruitment-flyer/template.tsx";
import signboard from "../../../templates/signboard/template.tsx";
import socialCover from "../../../templates/social-cover/template.tsx";
import socialPost from "../../../templates/social-post/template.tsx";
import sticker from "../../../templates/sticker/template.tsx";
import { SAMPLE_BRIEF, sampleJob } from "../kit/sample-job.ts";

/** The texts of a page, each line of a setting one. */
function linesOf(frames: readonly Frame[]): readonly string[] {
  const lines: string[] = [];
  const visit = (node: ChildNode): void => {
    if (typeof node !== "object") lines.push(String(node).replaceAll("\u00a0", " ").trim());
    else for (const child of [node.props.children ?? []].flat()) visit(child);
  };
  for (const frame of frames) visit(frame.variants[0]!);
  return lines.filter((line) => line !== "");
}

interface Case {
  readonly template: TemplateDefinition;
  readonly format: string;
  readonly theme: string;
  readonly name?: string | { readonly text: string; readonly short: string };
  readonly address?: string;
  readonly badge?: string;
  readonly place?: string;
  readonly event?: string;
}

function shown({ template, format, theme, name, address, badge, place, event }: Case): string {
  const told = { ...SAMPLE_BRIEF.event, ...(place && { place }), ...(event && { name: event }) };
  const brief = {
    event: told,
    ...(name && {
      institution: { ...SAMPLE_BRIEF.institution, name, governingBody: "Ủy ban nhân dân tỉnh Bình Thuận" },
    }),
    ...(address && { contact: { ...SAMPLE_BRIEF.contact, addresses: [address] } }),
    ...(badge && { badge, event: null }),
  };
  const pages = compose(sampleJob({ template, format, theme, brief })).value;
  const lines = pages.flatMap(({ frames }) => linesOf(frames));
  return lines.join(" / ").toLocaleLowerCase("vi");
}

const NAMES = [
  ["Trường Trung cấp Nông nghiệp Công nghệ cao Hàm Thuận", ["công / nghệ", "nghệ / cao", "hàm / thuận"]],
  ["Trung tâm Giáo dục nghề nghiệp – Giáo dục thường xuyên Vĩnh Hảo", ["nghề / nghiệp", "thường / xuyên"]],
  ["GDNN – GDTX Đức Linh – Tánh Linh", ["đức / linh", "tánh / linh", "/ –"]],
] as const;

const LONG = "Trung tâm Giáo dục nghề nghiệp – Giáo dục thường xuyên liên huyện Đức Linh – Tánh Linh";

describe.each(ALL_THEMES)("in theme %s", (theme) => {
  it.each(NAMES)("a signboard and a pennant keep the words of “%s”", (name, torn) => {
    const signs = [
      shown({ template: signboard, format: "signboard-0.8x2.4m", theme, name }),
      shown({ template: pennant, format: "pennant-0.6x2m", theme, name, address: "88 Nguyễn Đình Chiểu" }),
    ];
    for (const sign of signs) for (const words of torn) expect(sign).not.toContain(words);
    expect(signs[0]).toContain("ủy ban nhân dân / tỉnh bình thuận");
  });

  it("a flyer and a pennant part a name by sense", () => {
    expect(shown({ template: flyer, format: "a5", theme, name: LONG })).toContain(
      "nghề nghiệp – / giáo dục thường xuyên",
    );
    const pair = "Trường Cao đẳng Kinh tế – Du lịch Hàm Tiến";
    const address = "88 Nguyễn Đình Chiểu";
    expect(shown({ template: pennant, format: "pennant-0.6x2m", theme, name: pair, address })).not.toContain(
      "– / du lịch",
    );
  });

  it("a banner, a cover and a thumbnail give a name smaller or in short rather than part a term", () => {
    const name = { text: LONG, short: "GDNN – GDTX Đức Linh – Tánh Linh" };
    for (const [template, format] of [
      [banner, "banner-2x1m"],
      [banner, "panel-6x4m"],
      [socialCover, "facebook-cover"],
      [socialPost, "youtube-thumbnail"],
    ] as const)
      expect(shown({ template, format, theme, name }), format).not.toContain("giáo dục / thường xuyên");
  });

  it("a brochure's back gives the short name rather than a column of words", () => {
    const name = { text: LONG, short: "GDNN – GDTX Đức Linh – Tánh Linh" };
    const said = shown({ template: brochure, format: "brochure-trifold-a4", theme, name });
    expect(said).toContain("giáo dục thường xuyên");
    expect(said).not.toContain("trung tâm / giáo dục nghề nghiệp");
  });

  it("a brochure's flap keeps the words and the pair of an event's name", () => {
    const pair = "tuyển sinh – hướng nghiệp";
    for (const event of [
      "Ngày hội tư vấn tuyển sinh – hướng nghiệp",
      "Ngày hội tư vấn tuyển sinh – hướng nghiệp và trải nghiệm nghề nghiệp dành cho học sinh lớp 9, lớp 12",
    ]) {
      const said = shown({ template: brochure, format: "brochure-trifold-a4", theme, event });
      expect(said).toContain(`ngày hội tư vấn / ${pair}`);
      expect(said).not.toMatch(/nghề \/ nghiệp|trải \/ nghiệm/u);
    }
  });

  it("a mug gives a long name one line more rather than part a word", () => {
    const name =
      "Trung tâm Giáo dục nghề nghiệp – Giáo dục thường xuyên và Hướng nghiệp liên huyện Hàm Thuận Bắc – Tánh Linh";
    const said = shown({ template: mug, format: "mug-wrap-200x90", theme, name });
    expect(said).toContain("hàm thuận bắc");
    expect(said).not.toMatch(/nghề \/ nghiệp|thường \/ xuyên|giáo \/ dục|hướng \/ nghiệp/u);
  });

  it("an event's name is set smaller rather than part a word", () => {
    const event =
      "Ngày hội tư vấn tuyển sinh – hướng nghiệp và trải nghiệm nghề nghiệp dành cho học sinh lớp 9, lớp 12";
    for (const [template, format] of [
      [socialPost, "facebook-post-portrait"],
      [flyer, "dl"],
    ] as const) {
      const said = shown({ template, format, theme, event });
      expect(said, format).toContain("ngày hội tư vấn");
      expect(said, format).not.toMatch(/hướng \/ nghiệp|trải \/ nghiệm|nghề \/ nghiệp/u);
    }
  });

  it("a signboard's address keeps a street with its number", () => {
    const address = "Số 88 đường Nguyễn Đình Chiểu, phường Hàm Tiến, TP. Phan Thiết, tỉnh Bình Thuận";
    const sign = shown({
      template: signboard,
      format: "signboard-0.8x2.4m",
      theme,
      name: NAMES[0][0],
      address,
    });
    expect(sign).toContain("số 88 đường nguyễn đình chiểu,");
  });

  it("an invitation sets a street smaller rather than part its name", () => {
    const place = "Nhà văn hóa Thanh niên, đường Nguyễn Tất Thành, TP. Phan Thiết";
    for (const format of invitation.formats)
      expect(shown({ template: invitation, format, theme, place })).toContain("đường nguyễn tất thành,");
  });

  it("a channel's cover keeps a short badge on one line", () => {
    const badge = "Ngày kỹ năng lao động";
    expect(shown({ template: socialCover, format: "youtube-channel-art", theme, badge })).toContain(
      "ngày kỹ năng lao động",
    );
  });

  it("a round decal keeps the year with its word", () => {
    const badge = "Tuyển sinh trung cấp, sơ cấp năm 2026";
    expect(shown({ template: sticker, format: "decal-round-100", theme, badge })).toContain("/ năm 2026");
  });
});
