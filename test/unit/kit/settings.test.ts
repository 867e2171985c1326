import { describe, expect, it } from "vitest";
import { contrastRatio, parseHex, type Rgb } from "../../../src/base/color.ts";
import { rect } from "../../../src/base/geometry.ts";
import { highlightOn, labelColors, textOn } from "../../../src/kit/contrast.ts";
import { grid, typeScale } from "../../../src/kit/grid.ts";
import { plateFor, setLogo } from "../../../src/kit/logo.tsx";
import { risingColumnsBeside } from "../../../src/kit/motif/rising-columns.ts";
import { setContact } from "../../../src/kit/set-contact.ts";
import { setMessage, setSupport } from "../../../src/kit/set-message.ts";
import { levelsOf, setProgrammes } from "../../../src/kit/set-programmes.ts";
import { setStage } from "../../../src/kit/stage.tsx";
import { COLOR_TOKENS } from "../../../src/model/color-token.ts";
import type { Picture } from "../../../src/model/template.ts";
import fc from "../../support/property.ts";
import { FAMILIES, samplePage } from "./sample-job.ts";

const contrast = (one: string, other: string) => contrastRatio(parseHex(one)!, parseHex(other)!);

describe("grid and type", () => {
  it("stand within the safe area and above the smallest readable size", () => {
    for (const format of ["a5", "a4", "dl", "a3", "a0", "standee-600x1600", "facebook-cover"]) {
      const page = samplePage({ format });
      const { box } = grid(page);
      const { safe } = page.geometry;
      expect(box.x).toBeGreaterThanOrEqual(safe.x);
      expect(box.y + box.height).toBeLessThanOrEqual(safe.y + safe.height + 1e-9);
    }
  });

  it("are read from the format's distance in whatever faces the kit has", () => {
    for (const display of FAMILIES) {
      for (const text of FAMILIES) {
        const page = samplePage({ format: "standee-600x1600", faces: { display, text } });
        const distance = page.format.viewingDistance * 1000;
        const { minimum, message, size } = typeScale(page);
        expect(size(-5)).toBe(minimum);
        const small = [display, text].map(
          (family) => page.metrics({ family, weight: 400 }).xHeight * minimum,
        );
        expect(Math.min(...small)).toBeCloseTo(distance / 300);
        expect(page.metrics({ family: display, weight: 800 }).capHeight * message).toBeCloseTo(
          distance / 100,
        );
      }
    }
  });
});

describe("contrast", () => {
  it.each([
    ["a5", 4.5],
    ["standee-800x1800", 7],
  ])("on %s is at least %d:1, whatever is asked for", (format, needed) => {
    const page = samplePage({ format });
    for (const ground of ["primary", "paper", "tint"] as const) {
      for (const wanted of COLOR_TOKENS) {
        expect(contrast(textOn(page, ground, wanted), page.color(ground))).toBeGreaterThanOrEqual(needed);
      }
      expect(contrast(highlightOn(page, ground), page.color(ground))).toBeGreaterThanOrEqual(needed);
    }
    const label = labelColors(page, "accent");
    expect(contrast(label.ground, label.text)).toBeGreaterThanOrEqual(needed);
  });
});

describe("setProgrammes", () => {
  const options = { width: 120, height: 60, size: 3.2, columns: [2, 3], titleSize: 5, gap: 2, levels: true };
  const named = (names: readonly string[]) =>
    samplePage({ brief: { programmes: names.map((name) => ({ name, levels: ["so-cap"] })) } });

  it("shows all that fit and says how many do not", () => {
    const names = Array.from(
      { length: 14 },
      (_, i) => `Nghề số ${i + 1} có tên dài để xuống dòng cho đủ hai dòng`,
    );
    const set = setProgrammes(named(names), { ...options, height: 45 })!;
    expect(set.list.dropped).toBeGreaterThan(0);
    expect(set.list.items.at(-1)!.name.lines.join(" ").replaceAll("\u00a0", " ")).toBe(
      `và ${set.list.dropped} nghề khác`,
    );
    expect(set.list.items.length - 1 + set.list.dropped).toBe(14);
  });

  it("leaves no gap in the last row where columns can be chosen", () => {
    expect(setProgrammes(named(["Hàn", "Tiện", "Dược"]), options)!.list.columns).toBe(3);
    expect(setProgrammes(named(["Hàn", "Tiện", "Dược", "May"]), options)!.list.columns).toBe(2);
  });

  it("shows benefits without programmes, and nothing without both", () => {
    const set = setProgrammes(samplePage({ brief: { programmes: [] } }), options)!;
    expect(set.title).toBeNull();
    expect(set.list.items.map(({ icon }) => icon)).toEqual(["circle-check"]);
    expect(setProgrammes(samplePage({ brief: { programmes: [], benefits: [] } }), options)).toBeNull();
  });

  it("never exceeds its height", () => {
    const name = fc.array(fc.constantFrom("Kỹ", "thuật", "máy", "lạnh", "ô", "tô"), {
      minLength: 1,
      maxLength: 14,
    });
    const names = fc.array(
      name.map((words) => words.join(" ")),
      { minLength: 1, maxLength: 20 },
    );
    fc.assert(
      fc.property(names, fc.integer({ min: 1, max: 120 }), (list, height) => {
        const set = setProgrammes(named(list), { ...options, height });
        if (set) expect(set.height).toBeLessThanOrEqual(height + 1e-9);
      }),
      { numRuns: 40 },
    );
  });
});

describe("setMessage", () => {
  const page = samplePage();
  const support = setSupport(page, { width: 100, badge: 4, tail: 6, lead: 4, event: 3.5, leadWidth: 80 });
  const message = (height: number) =>
    setMessage(page, support, { box: { x: 9, y: 30, width: 100, height }, gap: 3 });

  it("keeps the event longest, and everything inside the box", () => {
    expect(message(150)).toMatchObject({ tail: {}, lead: {}, event: {} });
    const tight = message(45);
    expect([tight.tail, tight.lead]).toContain(null);
    expect(tight.event).not.toBeNull();
    for (const height of [40, 60, 90, 150]) {
      const blocks = Object.values(message(height)).filter(
        (block) => block !== null && typeof block === "object",
      );
      const ends = blocks.map(({ at }) => at.y + at.height);
      expect(Math.max(...ends)).toBeLessThanOrEqual(30 + height + 1e-6);
    }
  });
});

describe("setStage", () => {
  const stage = (badge: string | null) => {
    const page = samplePage({ brief: { badge } });
    const { trim } = page.geometry;
    const sizes = { badge: 4, tail: 6, lead: 4, event: 3.5 };
    return setStage(page, { ...sizes, area: trim, box: { x: 9, y: 9, width: 130, height: 120 }, gap: 3 })
      .message;
  };

  it("sets the words again only for a badge of another height", () => {
    const [one, other, none] = [stage("Tuyển sinh đợt 1"), stage("Tuyển sinh đợt 24"), stage(null)];
    expect(other.badge!.set.text.lines).not.toEqual(one.badge!.set.text.lines);
    expect(other.badge!.at).toEqual(one.badge!.at);
    expect(other.headline).toBe(one.headline);
    expect(none.badge).toBeNull();
    expect(none.headline.at.y).toBeLessThan(one.headline.at.y);
  });
});

describe("setContact", () => {
  const options = { width: 80, height: 40, size: 3, callSize: 3.2, phoneSize: 7, gap: 2, period: true };

  it("groups the telephone and drops lines that have no room", () => {
    const page = samplePage();
    expect(setContact(page, options).phone.lines.join("").replaceAll("\u00a0", " ")).toBe("0252 3000 111");
    expect(setContact(page, options).lines).toHaveLength(2);
    expect(setContact(page, { ...options, height: 5 }).lines).toEqual([]);
  });

  it("names another campus only under the ones before it", () => {
    const addresses = [`Số 15 đường Trường Chinh, ${"khu phố Mẫu, ".repeat(12)}tỉnh Mẫu`, "Cơ sở 2: Ấp Mẫu"];
    const page = samplePage({
      brief: { contact: { phones: ["02523000111"], addresses, website: "mau.vn" } },
    });
    const sizes = { width: 60, height: 90, size: 3, callSize: 3.4, phoneSize: 9, gap: 3 };
    const said = (maxLines: number) =>
      setContact(page, { ...sizes, maxLines }).lines.map(({ text }) =>
        text.lines.join(" ").replaceAll("\u00a0", " "),
      );
    expect(said(3)).toEqual(["mau.vn"]);
    expect(said(9)).toEqual(["mau.vn", ...addresses]);
  });
});

describe("setLogo", () => {
  it("draws a roundel that grows for letters that would be too small to read", () => {
    const page = samplePage({
      format: "a3",
      brief: { institution: { name: "Mẫu", monogram: "HTTL", governingBody: null, logo: null } },
    });
    const wide = setLogo(page, "logo", { height: 20 })!;
    expect(wide.width).toBeGreaterThan(wide.height);
    expect(wide.letters!.size).toBeGreaterThanOrEqual(typeScale(page).minimum);
    const round = setLogo(samplePage(), "logo", { height: 20 })!;
    expect(round.width).toBe(20);
    expect(setLogo(samplePage(), "campaign-mark", { height: 20 })).toBeNull();
  });
});

describe("plateFor", () => {
  const [white, navy, red] = ["#ffffff", "#0b2a6b", "#d02020"].map((hex) => parseHex(hex)!) as [
    Rgb,
    Rgb,
    Rgb,
  ];
  const mark = (colors: readonly (readonly [Rgb, number, reach?: number])[], opaque = false): Picture => ({
    src: "asset:x",
    pixelWidth: 100,
    pixelHeight: 100,
    focus: { x: 0.5, y: 0.5 },
    look: {
      colors: colors.map(([rgb, share, reach = 0.5]) => ({ rgb, share, spread: rect(0, 0, reach, reach) })),
      opaque,
      aspect: 1,
    },
  });
  const page = samplePage();

  it.each([
    ["a white mark on paper", [[white, 1]], "paper", "primary"],
    ["a white mark on the tint", [[white, 1]], "tint", "primary"],
    ["a white mark on the primary", [[white, 1]], "primary", null],
    ["a dark mark on the primary", [[navy, 1]], "primary", "paper"],
    ["a dark mark on paper", [[navy, 1]], "paper", null],
    [
      "white details in a coloured mark",
      [
        [red, 0.8],
        [white, 0.2],
      ],
      "paper",
      null,
    ],
    [
      "a mark half white, half dark, on the primary",
      [
        [white, 0.6],
        [navy, 0.4],
      ],
      "primary",
      null,
    ],
  ] as const)("%s", (_name, colors, ground, plate) => {
    expect(plateFor(page, mark(colors), [ground])).toBe(plate);
  });

  it("asks for the worst of several grounds, and for nothing where the picture has its own", () => {
    expect(plateFor(page, mark([[white, 1]]), ["primary", "paper"])).toBe("primary");
    const onWhite = mark(
      [
        [white, 0.9],
        [navy, 0.1],
      ],
      true,
    );
    expect(plateFor(page, onWhite, ["paper"])).toBeNull();
    expect(plateFor(page, onWhite, ["primary"])).toBeNull();
    expect(plateFor(page, mark([[navy, 1]], true), ["primary"])).toBe("paper");
  });

  it("leaves a mark alone whose outline shows", () => {
    expect(
      plateFor(
        page,
        mark([
          [white, 0.7, 1],
          [red, 0.3, 0.9],
        ]),
        ["paper"],
      ),
    ).toBeNull();
    expect(
      plateFor(
        page,
        mark([
          [white, 0.7, 1],
          [red, 0.3, 0.5],
        ]),
        ["paper"],
      ),
    ).toBe("primary");
    expect(
      plateFor(
        page,
        mark([
          [white, 0.95, 1],
          [red, 0.05, 0.9],
        ]),
        ["paper"],
      ),
    ).toBe("primary");
  });

  it("is one on which the outline shows", () => {
    expect(
      plateFor(
        page,
        mark([
          [white, 0.53, 1],
          [navy, 0.47, 0.7],
        ]),
        ["paper"],
      ),
    ).toBe("primary");
  });

  it("is no plate that loses nearly as much of the mark", () => {
    const ring = mark([
      [white, 0.53],
      [navy, 0.47],
    ]);
    expect(plateFor(page, ring, ["paper"])).toBeNull();
    expect(plateFor(page, ring, ["primary"])).toBeNull();
  });
});

describe("rising columns", () => {
  it("climb to the top right corner and keep clear of words", () => {
    const area = { width: 100, height: 140 };
    const free = risingColumnsBeside(area, 4, 0, []);
    expect(free.at(-1)!.top - free.at(-1)!.width).toBeCloseTo(0);
    expect(free.at(-1)!.x + free.at(-1)!.width).toBeCloseTo(100);
    const box = { x: 0, y: 0, width: 80, height: 60 };
    for (const { x, top, width } of risingColumnsBeside(area, 4, 0, [box])) {
      if (x < 80) expect(top - Math.min(width, 80 - x)).toBeGreaterThan(60);
    }
  });
});

it("levels are told in words, lowest first, each once", () => {
  const levels = levelsOf([{ levels: ["cao-dang"] }, { levels: ["trung-cap", "cao-dang"] }]);
  expect(levels).toBe("Trung cấp · Cao đẳng");
  expect(levelsOf([])).toBe("");
});
