import { describe, expect, it } from "vitest";
import { campaign, type Message } from "../../../src/model/campaign.ts";
import { formatFamily } from "../../../src/model/format.ts";
import { chapterKind } from "../../../src/model/handbook.ts";
import { brandFileExists, dataFiles, phrases, strings } from "./brand-files.ts";

const files = dataFiles("brand/campaigns");
const gdnn = campaign.parse(files.find(({ name }) => name === "gdnn-2026")?.json);

/** The words alone: line breaks stand for the dashes and commas between the parts of a slogan. */
const words = (text: string) =>
  text
    .normalize("NFC")
    .split(/[\s–,:]+/u)
    .filter(Boolean);

const spoken = (message: Message, headline: readonly string[], tail: readonly string[]) =>
  words([message.overline ?? "", ...headline, ...tail].join(" "));

describe("campaign files", () => {
  it.each(files)("$name is a campaign whose id is its file name and whose kit ships", ({ name, json }) => {
    const parsed = campaign.parse(json);
    expect(parsed.id).toBe(name);
    expect(brandFileExists(`kits/${parsed.kit}.json`)).toBe(true);
  });

  it.each(["messages", "audiences", "events", "awards", "channels"] as const)(
    "has no two %s with one id",
    (list) => {
      const ids = gdnn[list].map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
    },
  );
});

describe("the plan's content (Kế hoạch 1549/KH-UBND)", () => {
  it("quotes the three messages of part III word for word", () => {
    expect(gdnn.messages.map(({ text }) => text)).toEqual([
      "Đồng hành nâng tầm kỹ năng lao động – Vì một Việt Nam thịnh vượng",
      "Giáo dục nghề nghiệp: Thực học – Thực hành – Vững khởi nghiệp, sáng tương lai",
      "Tương lai tươi sáng cùng giáo dục nghề nghiệp",
    ]);
  });

  it("lists every family of product once, and both kinds of channel", () => {
    const families = gdnn.products.map(({ family }) => family);
    expect(families).toHaveLength(formatFamily.options.length);
    expect(new Set(families)).toEqual(new Set(formatFamily.options));
    expect(new Set(gdnn.channels.map(({ kind }) => kind))).toEqual(new Set(["direct", "indirect"]));
    expect(gdnn.channels.filter(({ families }) => families.length === 0)).toEqual([]);
  });

  it("shows every product in some channel", () => {
    const shown = new Set(gdnn.channels.flatMap(({ families }) => families));
    expect(formatFamily.options.filter((family) => !shown.has(family))).toEqual([]);
  });

  it("puts Ngày kỹ năng lao động Việt Nam on 4 October, and fixes no day that the plan leaves open", () => {
    const fixed = gdnn.events.filter(({ day }) => day !== null).map(({ id, day }) => [id, day]);
    expect(fixed).toEqual([["labour-skills-day", "10-04"]]);
  });

  it("names an existing message for every event", () => {
    const known = new Set(gdnn.messages.map(({ id }) => id));
    expect(gdnn.events.filter(({ message }) => message !== null && !known.has(message))).toEqual([]);
  });

  it("speaks to every group of part II", () => {
    expect(gdnn.audiences.map(({ id }) => id)).toEqual(
      expect.arrayContaining([
        "pupils-lower-secondary",
        "pupils-upper-secondary",
        "parents",
        "rural-workers",
        "workers",
        "discharged-soldiers",
        "students",
        "university-students",
        "enterprises",
        "managers",
        "public",
      ]),
    );
  });

  it.each([
    ["Ngày kỹ năng lao động"],
    ["Tuần lễ kỹ năng nghề"],
    ["Ngày hội tư vấn tuyển sinh"],
    ["Ngày hội việc làm"],
    ["Kỳ thi kỹ năng nghề"],
    ["Hội giảng nhà giáo"],
    ["Lễ tuyên dương"],
    ["Lễ tôn vinh"],
    ["Hội nghị"],
    ["tọa đàm"],
    ["ký kết"],
    ["trải nghiệm"],
    ["giao lưu"],
    ["viết bài, thiết kế biểu trưng, khẩu hiệu"],
    ["Tập huấn cộng tác viên"],
    ["báo chí"],
  ])("has ready texts for the occasion “%s” of parts IV, V and VII", (occasion) => {
    const found = gdnn.events.filter(({ name }) => name.text.includes(occasion));
    expect(found).toHaveLength(1);
    expect(found[0]!.invitation?.purpose.text).toMatch(/^(cùng gia đình )?tới /);
  });

  it("names an existing award for every event, and starts from one that fits any piece", () => {
    const known = gdnn.awards.map(({ id }) => id);
    expect(gdnn.events.filter(({ award }) => award === null || !known.includes(award))).toEqual([]);
    expect(gdnn.awards[0]).toMatchObject({ id: "course-completion", date: null, signer: null });
  });
});

describe.each(gdnn.messages)("message $id", (message) => {
  const headlines = message.headline.settings;
  const tails = message.tail?.settings ?? [[]];

  it("says the same words in every setting", () => {
    for (const headline of headlines)
      for (const tail of tails) expect(spoken(message, headline, tail)).toEqual(words(message.text));
  });

  it.each([
    ["headline", headlines],
    ["tail", message.tail?.settings ?? []],
  ])(
    "sets its %s from many short lines to one long line, up to four lines none of one syllable",
    (_, settings) => {
      const lineCounts = settings.map((lines) => lines.length);
      expect(lineCounts).toEqual([...new Set(lineCounts)].sort((a, b) => b - a));
      if (settings.length > 0) expect(lineCounts.at(-1)).toBe(1);
      const widths = settings.map((lines) => Math.max(...lines.map((line) => line.length)));
      expect(widths).toEqual([...widths].sort((a, b) => a - b));
      const usual = settings.filter(({ length }) => length <= 4);
      expect(usual.flat().filter((line) => words(line).length < 2)).toEqual([]);
    },
  );

  it("breaks into lines of like length: none under two fifths of the longest, a third on narrow signs", () => {
    for (const lines of headlines) {
      const lengths = lines.map((line) => line.length);
      const least = lines.length > 4 ? 0.33 : 0.4;
      expect(Math.min(...lengths) / Math.max(...lengths), lines.join(" / ")).toBeGreaterThanOrEqual(least);
    }
  });

  it("emphasises whole lines, and whole words where the headline is one line", () => {
    const { emphasis } = message.headline;
    expect(emphasis).not.toBeNull();
    for (const lines of headlines) {
      const joined = lines.join(" ");
      const start = joined.indexOf(emphasis!);
      expect(start, joined).toBeGreaterThanOrEqual(0);
      const end = start + emphasis!.length;
      const ends = lines.map((_, i) => lines.slice(0, i + 1).join(" ").length);
      const starts = [0, ...ends.map((position) => position + 1)];
      if (lines.length > 1) {
        expect(starts, joined).toContain(start);
        expect(ends, joined).toContain(end);
      } else {
        expect(` ${joined} `).toContain(` ${emphasis} `);
      }
    }
  });
});

describe("ready text", () => {
  it("has short forms that are shorter", () => {
    expect(phrases(gdnn).filter(({ text, short }) => short !== null && short.length >= text.length)).toEqual(
      [],
    );
  });

  it("fits small pieces: short leads ≤ 60 characters, calls ≤ 24, benefits ≤ 32, badges ≤ 24, names, awards and purposes ≤ 40", () => {
    const shortest = ({ text, short }: { text: string; short: string | null }) => short ?? text;
    const over = (limit: number, list: { text: string; short: string | null }[]) =>
      list.map(shortest).filter((text) => text.length > limit);
    expect(
      over(
        60,
        [...gdnn.audiences, ...gdnn.events].map(({ lead }) => lead),
      ),
    ).toEqual([]);
    expect(
      over(
        24,
        gdnn.audiences.map(({ callToAction }) => callToAction),
      ),
    ).toEqual([]);
    expect(
      over(
        32,
        gdnn.audiences.flatMap(({ benefits }) => benefits),
      ),
    ).toEqual([]);
    expect(
      over(40, [
        ...gdnn.events.map(({ name }) => name),
        ...gdnn.audiences.map(({ name, shownAs }) => shownAs ?? { text: name.vi, short: null }),
        ...gdnn.awards.flatMap(({ title, citation }) => [title, citation]),
        ...gdnn.events.flatMap(({ invitation }) => invitation?.purpose ?? []),
      ]),
    ).toEqual([]);
    expect(over(24, [gdnn.badge, ...gdnn.events.map(({ badge }) => badge)])).toEqual([]);
  });

  it("ties free tuition to the rules wherever it is told at length", () => {
    const free = phrases(gdnn)
      .map(({ text }) => text)
      .filter((text) => /miễn học phí/iu.test(text));
    expect(free.length).toBeGreaterThan(0);
    expect(free.filter((text) => !text.includes("theo quy định"))).toEqual([]);
  });
});

describe("the handbook", () => {
  const { chapters } = gdnn.handbook!;
  const said = strings(gdnn.handbook);

  it("covers what the plan lists (IV.2.a): learning a trade, jobs in demand, choosing a job and a school, the schools", () => {
    expect(chapters.map(({ id }) => id)).toEqual([
      "why",
      "work-and-start",
      "know-yourself",
      "choose-a-job",
      "in-demand",
      "levels",
      "policies",
      "choose-a-school",
      "parents",
      "questions-and-answers",
      "directory",
      "contact",
    ]);
    expect(new Set(chapters.map(({ kind }) => kind))).toEqual(new Set(chapterKind.options));
  });

  it("has text for each chapter that does not list programmes or institutions", () => {
    const own = chapters.filter(({ kind }) => kind !== "programmes" && kind !== "directory");
    expect(own.filter(({ items }) => items.length < 3).map(({ id }) => id)).toEqual([]);
    const prose = chapters.filter(({ kind }) => kind === "prose").flatMap(({ items }) => items);
    expect(prose.filter(({ text }) => (text ?? "").length < 120)).toEqual([]);
  });

  it("promises no money: what the State pays is tied to its rules, and no sum is named", () => {
    expect(said.filter(([, text]) => /miễn học phí/iu.test(text) && !text.includes("theo quy định"))).toEqual(
      [],
    );
    expect(said.filter(([, text]) => /\d ?(đồng|triệu|nghìn|%)/iu.test(text))).toEqual([]);
    const state = chapters.find(({ id }) => id === "policies")!.items;
    expect(state.filter(({ text }) => !/theo (quy định của Nhà nước|quy chế)/u.test(text ?? ""))).toEqual([]);
  });
});
