import { describe, expect, it } from "vitest";
import { createMemory } from "../../../src/compose/memory.ts";
import type { PageContext } from "../../../src/model/template.ts";
import { samplePage } from "../kit/sample-job.ts";

/** Pages of one memory, and a maker that counts how often it makes. */
function setUp(make: (page: PageContext) => unknown) {
  const once = createMemory();
  const maker = {};
  let made = 0;
  return {
    page: (brief: Record<string, unknown> = {}): PageContext => ({ ...samplePage({ brief }), once }),
    ask: (page: PageContext, ...inputs: unknown[]) =>
      page.once(maker, inputs, (on) => {
        made++;
        return make(on);
      }),
    made: () => made,
  };
}

describe("a memory", () => {
  it("gives the same object while nothing has changed that was read", () => {
    const { page, ask, made } = setUp(({ brief }) => ({ lead: brief.lead?.text }));
    const first = ask(page());
    expect(ask(page({ badge: "Khác", qr: null }))).toBe(first);
    expect(made()).toBe(1);
  });

  it("makes again when what was read has changed, and knows the earlier result still", () => {
    const { page, ask, made } = setUp(({ brief }) => ({ lead: brief.lead?.text }));
    const first = ask(page());
    expect(ask(page({ lead: "Khác" }))).toEqual({ lead: "Khác" });
    expect(ask(page())).toBe(first);
    expect(made()).toBe(2);
  });

  it("compares inputs by content", () => {
    const { page, ask, made } = setUp(() => ({}));
    const first = ask(page(), { box: { x: 1 } });
    expect(ask(page(), { box: { x: 1 } })).toBe(first);
    expect(ask(page(), { box: { x: 2 } })).not.toBe(first);
    expect(made()).toBe(2);
  });

  it("tells formats, themes and derived pages apart", () => {
    const { page, ask, made } = setUp(({ brief, format }) => `${format.id} ${brief.badge?.text}`);
    const a5 = page();
    const derived: PageContext = { ...a5, brief: { ...a5.brief, badge: null } };
    const dark: PageContext = { ...a5, theme: { ...a5.theme, align: "center" } };
    const a4: PageContext = { ...a5, format: samplePage({ format: "a4" }).format };
    expect([a5, derived, dark, a4].map((each) => ask(each))).toEqual([
      "a5 Tuyển sinh 2026",
      "a5 undefined",
      "a5 Tuyển sinh 2026",
      "a4 Tuyển sinh 2026",
    ]);
    expect(made()).toBe(4);
  });

  it("counts what is spread as read", () => {
    const { page, ask, made } = setUp(({ brief }) => Object.values({ ...brief }).length);
    ask(page());
    ask(page({ qr: null }));
    expect(made()).toBe(2);
  });

  it("registers the tints of what it keeps", () => {
    const { page, ask } = setUp((on) => on.tint("primary", 15));
    ask(page());
    const asked: unknown[] = [];
    const next = page();
    ask({
      ...next,
      tint: (...tint) => {
        asked.push(tint);
        return next.tint(...tint);
      },
    });
    expect(asked).toEqual([["primary", 15]]);
  });

  it("knows through an outer result what an inner one read", () => {
    const once = createMemory();
    const [outer, inner] = [{}, {}];
    const ask = (page: PageContext) =>
      page.once(outer, [], (on) => on.once(inner, [], ({ brief }) => brief.badge?.text));
    const page = (badge: string): PageContext => ({ ...samplePage({ brief: { badge } }), once });
    const alone = (on: PageContext) => on.once(inner, [], ({ brief }) => brief.badge?.text);
    // The inner result is known before the outer one is made from it.
    expect(alone(page("Một"))).toBe("Một");
    expect(ask(page("Một"))).toBe("Một");
    expect(ask(page("Hai"))).toBe("Hai");
  });
});
