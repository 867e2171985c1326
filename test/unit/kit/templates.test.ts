import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { compose } from "../../../src/compose/compose.ts";
import { formatById } from "../../../src/model/formats/index.ts";
import type { TemplateDefinition } from "../../../src/model/template.ts";
import fc from "../../support/property.ts";
import { expectFramesApart } from "../templates/frames.ts";
import { sampleJob } from "./sample-job.ts";

const ids = readdirSync("templates", { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);
const templates = await Promise.all(
  ids.map(async (id) => {
    const module = (await import(`../../../templates/${id}/template.tsx`)) as { default: TemplateDefinition };
    return module.default;
  }),
);
const cases = templates.flatMap((template) =>
  template.formats.flatMap((format) =>
    template.themes.map((theme) => [template.id, format, theme, template] as const),
  ),
);

/** Contents from one extreme to the other. */
const words = (least: number, most: number) =>
  fc
    .array(fc.constantFrom("Trường", "nghề", "kỹ", "thuật", "Ễnh", "ương", "ĐẶNG", "15", "–"), {
      minLength: least,
      maxLength: most,
    })
    .map((list) => list.join(" "));
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const anyBrief = fc.record({
  badge: maybe(words(1, 8)),
  lead: maybe(words(1, 60)),
  event: maybe(
    fc.record({ name: words(1, 20), date: maybe(fc.constant("2026-10-04")), place: maybe(words(1, 25)) }),
  ),
  programmesTitle: maybe(words(1, 12)),
  programmes: fc.array(fc.record({ name: words(1, 12), levels: fc.constant(["cao-dang"]) }), {
    maxLength: 20,
  }),
  benefits: fc.array(words(1, 15), { maxLength: 6 }),
  callToAction: words(1, 12),
  enrolmentPeriod: maybe(words(1, 15)),
  institution: fc.record({
    name: words(1, 22),
    monogram: fc.constantFrom("A", "HTTL"),
    governingBody: maybe(words(1, 15)),
    logo: fc.constant(null),
  }),
  person: maybe(
    fc.record({
      name: words(1, 11),
      title: maybe(words(1, 5)),
      detail: maybe(words(1, 20)),
      number: maybe(words(1, 3)),
    }),
  ),
  qr: maybe(fc.constant("https://mau.example.vn/tuyen-sinh-2026/dang-ky")),
});

describe("templates", () => {
  it("import nothing but the kit, and fit on two screens", () => {
    for (const id of ids) {
      const files = readdirSync(`templates/${id}`).filter((file) => /\.tsx?$/u.test(file));
      const source = readFileSync(`templates/${id}/template.tsx`, "utf8");
      const all = files.map((file) => readFileSync(`templates/${id}/${file}`, "utf8")).join("\n");
      const imports = [...all.matchAll(/from "([^"]+)"|import\("([^"]+)"\)/gu)].map(
        (match) => match[1] ?? match[2],
      );
      // Files of the template's own folder are its own; everything else comes from the kit.
      const foreign = imports.filter((path) => !/^\.\/[\w-]+\.tsx?$/u.test(path ?? ""));
      expect(new Set(foreign), id).toEqual(new Set(["anpham/kit"]));
      expect(source.split("\n").length, id).toBeLessThanOrEqual(150);
    }
  });

  it("carry the name of their folder and formats of the catalogue", () => {
    expect(new Set(templates.map(({ id }) => id))).toEqual(new Set(ids));
    for (const { formats } of templates)
      for (const format of formats) expect(formatById(format), format).toBeDefined();
  });

  it.each(cases)(
    "%s in %s, theme %s, holds its frames on its pages whatever the brief says",
    (_id, format, theme, template) => {
      fc.assert(
        fc.property(anyBrief, (brief) => {
          const pages = compose(sampleJob({ format, theme, template, brief })).value;
          for (const [index, page] of pages.entries()) expectFramesApart(page, `page ${index + 1}`);
        }),
        { numRuns: 15 },
      );
    },
  );

  it("sets the message of a backdrop in capitals that read from the back of the hall, however long the invitation", () => {
    const template = templates.find(({ id }) => id === "backdrop")!;
    const { event } = JSON.parse(readFileSync("brand/samples/briefs/long.json", "utf8"));
    for (const format of template.formats) {
      const { frames } = compose(sampleJob({ format, template, brief: { event } })).value[0]!;
      const headline = frames.find(({ name }) => name === "headline")!;
      // Two lines whose capitals, 0.7 em, are a hundredth of the distance.
      const least = (2 * formatById(format)!.viewingDistance * 10) / 0.7;
      expect(headline.height, format).toBeGreaterThan(least);
      expect(
        frames.some(({ name }) => name === "event"),
        format,
      ).toBe(true);
    }
  });

  it("gives a name card its wearer's name above all, or lines to write on", () => {
    const template = templates.find(({ id }) => id === "name-card")!;
    const { person } = JSON.parse(readFileSync("brand/samples/briefs/long.json", "utf8"));
    for (const format of template.formats) {
      const shown = (brief: Record<string, unknown>) =>
        compose(sampleJob({ format, template, brief })).value[0]!.frames.map(({ name }) => name);
      expect(shown({ person }), format).toContain("person-name");
      expect(shown({ person }), format).not.toContain("rule-1");
      expect(shown({}), format).toEqual(expect.arrayContaining(["blank-1", "rule-1", "blank-2", "rule-2"]));
    }
  });

  it("keeps the words of a badge, and a mark or a name, however long the name of the institution", () => {
    const template = templates.find(({ id }) => id === "sticker")!;
    const names = ["CĐ Y tế", "Trường Cao đẳng Nghề Mẫu", "Trung tâm Giáo dục nghề nghiệp ".repeat(4).trim()];
    const round = template.formats.filter((format) => formatById(format)!.shape === "circle");
    for (const format of round) {
      for (const name of names) {
        const institution = { name, monogram: "HTTL", governingBody: null, logo: null };
        const { frames } = compose(sampleJob({ format, template, brief: { institution } })).value[0]!;
        const shown = frames.map((frame) => frame.name);
        expect(shown, name).toContain("message");
        expect(shown.includes("logo") || shown.includes("institution"), name).toBe(true);
      }
    }
  });
});
