import { describe, expect, it } from "vitest";
import { announcing, atAGlance, occasions, telling } from "../../../src/kit/telling.ts";
import { SAMPLE_BRIEF, samplePage } from "./sample-job.ts";

const EVENT = {
  name: { text: "Ngày hội tư vấn tuyển sinh", short: "Ngày hội" },
  date: "2026-10-04",
  time: "07:30",
  place: "TP. Phan Thiết",
};

describe("what a sign tells", () => {
  it("is another brief on the same page", () => {
    const page = samplePage();
    const told = telling(page, { lead: null });
    expect(told.brief).toEqual({ ...page.brief, lead: null });
    expect(told.geometry).toBe(page.geometry);
  });

  it("is a message of twelve words at most: the tail goes, then the overline", () => {
    const { message } = SAMPLE_BRIEF;
    const long = atAGlance(samplePage());
    expect(long.brief.message.tail).toBeNull();
    const short = { ...message, tail: { settings: [["Vì Việt Nam"]] } };
    expect(atAGlance(samplePage({ brief: { message: short } })).brief.message.tail).toEqual(short.tail);
    const over = { ...message, overline: "Giáo dục nghề nghiệp Việt Nam" };
    expect(atAGlance(samplePage({ brief: { message: over } })).brief.message.overline).toBeNull();
  });

  it("announces an event by its name, the slogan under it, and no badge that says the same", () => {
    const page = samplePage({ brief: { event: EVENT, badge: EVENT.name } });
    const { message, badge } = announcing(page).brief;
    expect(message.headline.settings[0]!.join(" ").replaceAll("\u00a0", " ")).toBe(EVENT.name.text);
    expect(message.tail!.settings).toEqual(page.brief.message.headline.settings);
    expect(badge).toBeNull();
    expect(announcing(page, "short").brief.message.headline.emphasis).toBe("Ngày hội");
    expect(announcing(samplePage({ brief: { event: EVENT } })).brief.badge).not.toBeNull();
  });

  it("stays as it is without an event", () => {
    const page = samplePage({ brief: { event: null } });
    expect(announcing(page)).toBe(page);
  });

  it("fits a label: the event with its day, shorter and shorter, else the badge", () => {
    expect(occasions(samplePage({ brief: { event: EVENT } }))).toEqual([
      "Ngày hội tư vấn tuyển sinh – 04/10/2026",
      "Ngày hội – 04/10/2026",
      "Ngày hội tư vấn tuyển sinh",
      "Ngày hội",
      "Tuyển sinh 2026",
    ]);
    expect(occasions(samplePage({ brief: { event: null } }))).toEqual(["Tuyển sinh 2026"]);
    expect(occasions(samplePage({ brief: { event: null, badge: null } }))).toEqual([]);
  });
});
