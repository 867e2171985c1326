/** Pieces for screens: what must be read stands where every device shows it. */

import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { intersection } from "../../../src/base/geometry.ts";
import { compose } from "../../../src/compose/compose.ts";
import { formatById } from "../../../src/model/formats/index.ts";
import type { PageTree } from "../../../src/model/page-tree.ts";
import type { TemplateDefinition } from "../../../src/model/template.ts";
import avatar from "../../../templates/avatar/template.tsx";
import screen from "../../../templates/screen/template.tsx";
import cover from "../../../templates/social-cover/template.tsx";
import post from "../../../templates/social-post/template.tsx";
import webBanner from "../../../templates/web-banner/template.tsx";
import { SAMPLE_BRIEF, sampleJob } from "../kit/sample-job.ts";
import { expectFramesApart, frameNamed, textOf } from "./frames.ts";

type Data = Readonly<Record<string, unknown>>;

/** Texts that are the subject of other pieces. */
const OTHER_PIECES: readonly string[] = ["person", "award", "invitation", "handbook", "directory"];

/** A data set over the sample brief: records are merged, as they are over a campaign's. */
function dataSet(name: string): Data {
  const data = JSON.parse(readFileSync(`brand/samples/briefs/${name}.json`, "utf8")) as Data;
  const base: Data = SAMPLE_BRIEF;
  const merged = ["institution", "message"].map((key) => [
    key,
    { ...(base[key] as Data), ...(data[key] as Data) },
  ]);
  const told = Object.entries(data).filter(([key]) => !OTHER_PIECES.includes(key));
  return { ...Object.fromEntries(told), ...Object.fromEntries(merged) };
}
const DATA = ["typical", "short", "long", "bare"].map((name) => [name, dataSet(name)] as const);

function pagesOf(template: TemplateDefinition, formats = template.formats): (readonly [string, PageTree])[] {
  return formats.flatMap((format) =>
    template.themes.flatMap((theme) =>
      DATA.map(([name, brief]) => {
        const [page] = compose(sampleJob({ format, theme, template, brief })).value;
        return [`${format} ${theme} ${name}`, page!] as const;
      }),
    ),
  );
}

describe.each([cover, post, avatar, webBanner, screen].map((template) => [template.id, template] as const))(
  "%s",
  (_id, template) => {
    it("keeps words in the safe window, apart, and off what platforms cover, in every theme and data set", () => {
      for (const [where, page] of pagesOf(template)) {
        expectFramesApart(page, where);
        const { covered } = formatById(where.split(" ")[0]!)!;
        for (const frame of page.frames.filter(({ role }) => role === "content")) {
          for (const zone of covered) {
            const common = intersection(frame, zone);
            const depth = common ? Math.min(common.width, common.height) : 0;
            expect(depth, `${frame.name} under ${zone.name.en} on ${where}`).toBeLessThan(0.01);
          }
        }
      }
    });
  },
);

describe("social-cover", () => {
  it("puts call and telephone beside the avatar, so that the foot is not left to it", () => {
    const avatarZone = formatById("facebook-cover")!.covered[0]!;
    for (const [where, page] of pagesOf(cover, ["facebook-cover"])) {
      const contact = frameNamed(page, "contact")!;
      expect(contact.y + contact.height, where).toBeGreaterThan(avatarZone.y + avatarZone.height / 3);
      expect(contact.x, where).toBeGreaterThan(avatarZone.x + avatarZone.width);
    }
  });

  it("says when and where only on the cover of an event", () => {
    const shown = (format: string) =>
      pagesOf(cover, [format]).flatMap(([where, page]) => (frameNamed(page, "event") ? [where] : []));
    expect(shown("facebook-cover")).toEqual([]);
    expect(shown("youtube-channel-art")).toEqual([]);
    expect(shown("facebook-event-cover").filter((where) => where.endsWith("typical"))).toHaveLength(3);
  });
});

describe("social-post", () => {
  it("sets the message of a thumbnail so that it reads 168 px wide", () => {
    for (const [where, page] of pagesOf(post, ["youtube-thumbnail"])) {
      const lines = textOf(frameNamed(page, "headline")).length > 0 ? frameNamed(page, "headline")! : null;
      // Two lines or more, each 12 px of 94: letters of 8 px.
      expect(lines!.height / page.geometry.trim.height, where).toBeGreaterThan((2 * 12) / 94.5);
      expect(frameNamed(page, "contact"), where).toBeUndefined();
    }
  });
});

describe("social-post on a square", () => {
  it("leaves a badge unsaid before an event, and its place before its day", () => {
    for (const [where, page] of pagesOf(post, ["facebook-post"])) {
      if (!/typical|long/u.test(where)) continue;
      const said = textOf(frameNamed(page, "event"));
      expect(said, where).toMatch(/Ngày hội (?:tư vấn )?tuyển sinh|Ngày hội tư vấn/u);
      expect(said, where).toMatch(/(?:16\/05|04\/10)\/2026/u);
      expect(frameNamed(page, "badge") === undefined, where).toBe(where.endsWith("long"));
    }
  });
});

describe("avatar", () => {
  it("shows a mark that is at least a quarter of the circle, with and without a tag", () => {
    for (const [where, page] of pagesOf(avatar)) {
      const mark = frameNamed(page, "logo")!;
      const side = page.geometry.trim.width;
      expect(Math.max(mark.width, mark.height) / side, where).toBeGreaterThan(0.25);
    }
  });

  it("leaves a tag away that could not be read, rather than shrink it", () => {
    const badge = "Ngày hội tư vấn tuyển sinh, hướng nghiệp và trải nghiệm nghề nghiệp cho học sinh lớp 9";
    const job = sampleJob({ format: "avatar-zalo", template: avatar, brief: { badge } });
    expect(frameNamed(compose(job).value[0]!, "badge")).toBeUndefined();
  });
});

describe("web-banner", () => {
  it("always shows the button, and the institution by its name or its mark", () => {
    const nameless = pagesOf(webBanner).filter(
      ([, page]) => !frameNamed(page, "institution") && !frameNamed(page, "logo"),
    );
    expect(nameless.map(([where]) => where).filter((where) => !where.endsWith("long"))).toEqual([]);
    for (const [where, page] of pagesOf(webBanner)) {
      const button = textOf(frameNamed(page, "call") ?? frameNamed(page, "contact"));
      expect(button.length, where).toBeGreaterThan(5);
    }
  });

  it("says no more than five words beside the mark on a phone's strip, where the badge has them", () => {
    for (const theme of webBanner.themes) {
      const job = sampleJob({ format: "web-320x50", theme, template: webBanner });
      expect(textOf(frameNamed(compose(job).value[0]!, "headline")).toLowerCase()).toBe("tuyển sinh 2026");
    }
  });
});

describe("screen", () => {
  it("draws no hairlines on an LED wall", () => {
    for (const [where, page] of pagesOf(screen, ["screen-led-1536x512", "screen-led-1024x512"]))
      expect(frameNamed(page, "motif-grid"), where).toBeUndefined();
  });

  it("says on an LED wall which event it is, and on what day", () => {
    for (const [where, page] of pagesOf(screen, ["screen-led-1536x512", "screen-led-1024x512"])) {
      if (!/typical|long/u.test(where)) continue;
      const said = page.frames.map(textOf).join("\n");
      expect(said, where).toMatch(/Ngày hội (?:tư vấn )?tuyển sinh/u);
      expect(said, where).toMatch(/(?:16\/05|04\/10)\/2026/u);
    }
  });

  it("says on a wide LED wall when and where, under a headline of one line", () => {
    const headline = { settings: [["Đồng hành nâng tầm kỹ năng lao động"]], emphasis: null };
    const message = { ...SAMPLE_BRIEF.message, headline };
    for (const theme of screen.themes) {
      const brief = { ...dataSet("typical"), message };
      const job = sampleJob({ format: "screen-led-1536x512", theme, template: screen, brief });
      const said = textOf(frameNamed(compose(job).value[0]!, "event"));
      for (const words of ["7 giờ 30", "16/05/2026", "Nhà văn hóa Thanh niên"])
        expect(said, theme).toContain(words);
    }
  });

  it("says when and where on a narrow LED wall too, with the host's short name on one line", () => {
    const name = {
      text: "Trung tâm Giáo dục nghề nghiệp – Giáo dục thường xuyên liên huyện Đức Linh – Tánh Linh",
      short: "GDNN – GDTX Đức Linh – Tánh Linh",
    };
    const headline = {
      settings: [
        ["Tương lai tươi sáng", "cùng giáo dục nghề nghiệp"],
        ["Tương lai tươi sáng cùng giáo dục nghề nghiệp"],
      ],
      emphasis: null,
    };
    for (const theme of screen.themes) {
      const message = { ...SAMPLE_BRIEF.message, headline };
      const institution = { ...SAMPLE_BRIEF.institution, name };
      const brief = { ...dataSet("typical"), message, institution };
      const job = sampleJob({ format: "screen-led-1024x512", theme, template: screen, brief });
      const [page] = compose(job).value;
      const said = textOf(frameNamed(page!, "event"));
      for (const words of ["7 giờ 30", "16/05/2026", "Nhà văn hóa Thanh niên"])
        expect(said, theme).toContain(words);
      expect(textOf(frameNamed(page!, "institution")), theme).toContain("Đức Linh – Tánh Linh");
    }
  });

  it("says on an LED wall when and in which hall, however long texts are", () => {
    const settings = [["Đồng hành nâng tầm", "kỹ năng lao động"], ["Đồng hành nâng tầm kỹ năng lao động"]];
    const message = { ...SAMPLE_BRIEF.message, headline: { settings, emphasis: null } };
    for (const format of ["screen-led-1536x512", "screen-led-1024x512"]) {
      for (const theme of screen.themes) {
        const job = sampleJob({ format, theme, template: screen, brief: { ...dataSet("long"), message } });
        const said = textOf(frameNamed(compose(job).value[0]!, "event"));
        for (const words of ["7 giờ 30", "04/10/2026", "Trường Trung học phổ thông Hàm Thuận Bắc"])
          expect(said, `${format} ${theme}`).toContain(words);
      }
    }
  });

  it("shows the list as far as the brief has one", () => {
    for (const [where, page] of pagesOf(screen, ["screen-1920x1080", "screen-1080x1920"]))
      expect(frameNamed(page, "programmes") !== undefined, where).toBe(!where.endsWith("bare"));
  });
});
