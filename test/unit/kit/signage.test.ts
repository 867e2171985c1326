import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { compose } from "../../../src/compose/compose.ts";
import type { Brief } from "../../../src/model/brief.ts";
import { formatById } from "../../../src/model/formats/index.ts";
import type { ChildNode, Frame } from "../../../src/model/page-tree.ts";
import type { TemplateDefinition } from "../../../src/model/template.ts";
import { deepMerge, type JsonObject } from "../../../src/resolve/deep-merge.ts";
import { SAMPLE_BRIEF, sampleBrief, sampleJob, samplePage } from "./sample-job.ts";

const OUTDOOR = ["banner", "bandroll", "pennant"];
const SIGNS = [...OUTDOOR, "signboard", "backdrop", "standee", "recruitment-poster"];
/** What carries the longest texts. */
const HUGE: ReadonlySet<string> = new Set(["panel-12x6m", "bandroll-10x2m"]);
const DATA = ["typical", "short", "long", "bare"] as const;

const templates = await Promise.all(
  SIGNS.map(async (id) => {
    const module = (await import(`../../../templates/${id}/template.tsx`)) as { default: TemplateDefinition };
    return module.default;
  }),
);
const cases = templates.flatMap((template) =>
  template.formats.flatMap((format) =>
    template.themes.map((theme) => [template.id, format, theme, template] as const),
  ),
);
const of = (...wanted: string[]) => cases.filter(([id]) => wanted.includes(id));

const campaign = JSON.parse(readFileSync("brand/campaigns/gdnn-2026.json", "utf8"));
const { id: _id, ...message } = campaign.messages[0];

const briefs = new Map(
  DATA.map((name) => {
    const data = JSON.parse(readFileSync(`brand/samples/briefs/${name}.json`, "utf8")) as JsonObject;
    // Texts of certificates and invitations stand on no sign.
    const { award: _award, invitation: _invitation, handbook: _handbook, ...said } = data;
    return [name, deepMerge({ ...SAMPLE_BRIEF, message }, said) as Record<string, unknown>];
  }),
);

interface Said {
  readonly text: string;
  readonly size: number;
}

/** Every text of a frame with its em, in reading order. */
function saidIn({ variants }: Frame): readonly Said[] {
  const said: Said[] = [];
  const walk = (node: ChildNode, size: number): void => {
    if (typeof node !== "object") {
      said.push({ text: String(node).replaceAll("\u00a0", " "), size });
      return;
    }
    const { style, children = [] } = node.props;
    const own = typeof style?.fontSize === "number" ? style.fontSize : size;
    for (const child of [children].flat()) walk(child as ChildNode, own);
  };
  walk(variants[0]!, 0);
  return said;
}

interface Piece {
  readonly frames: readonly Frame[];
  readonly brief: Brief;
  /** All words of the piece, in capitals: themes change the case. */
  readonly all: string;
}

/** Several tests look at the same piece. */
const composed = new Map<string, Piece>();

function piece(
  template: TemplateDefinition,
  format: string,
  theme: string,
  data: (typeof DATA)[number],
): Piece {
  const key = [template.id, format, theme, data].join();
  let made = composed.get(key);
  if (!made) {
    const brief = briefs.get(data)!;
    const { frames } = compose(sampleJob({ format, template, theme, brief })).value[0]!;
    const all = frames.flatMap((frame) => saidIn(frame).map(({ text }) => text)).join(" ");
    made = { frames, brief: sampleBrief(brief), all: all.toLocaleUpperCase("vi") };
    composed.set(key, made);
  }
  return made;
}

const frameOf = ({ frames }: Piece, name: string) => frames.find((frame) => frame.name === name);
const says = ({ all }: Piece, text: string) => all.includes(text.toLocaleUpperCase("vi"));
const saysEither = (sign: Piece, { text, short }: { text: string; short: string | null }) =>
  says(sign, text) || (short !== null && says(sign, short));
/** What a piece says largest, in capitals, lines as one. */
const headlineOf = (frames: readonly Frame[]) =>
  saidIn(frames.find(({ name }) => name === "headline")!)
    .map(({ text }) => text)
    .join(" ")
    .toLocaleUpperCase("vi");
/** An event's name and its short form, in capitals. */
const eitherName = ({ name }: NonNullable<Brief["event"]>) =>
  [name.text, name.short].map((form) => form?.toLocaleUpperCase("vi"));

describe("signs", () => {
  it.each(cases)("%s in %s, theme %s, calls from its distance", (_id, format, theme, template) => {
    const { faces, metrics } = samplePage({ format, theme });
    const { capHeight } = metrics({ family: faces.display, weight: 700 });
    const least = formatById(format)!.viewingDistance * 10;
    for (const data of DATA) {
      const headline = frameOf(piece(template, format, theme, data), "headline")!;
      const size = Math.max(...saidIn(headline).map((said) => said.size));
      expect(size * capHeight, data).toBeGreaterThanOrEqual(least * 0.995);
    }
  });

  it.each(of("pennant"))(
    "%s in %s, theme %s, calls from its distance with every message of the campaign",
    (_id, format, theme, template) => {
      const { faces, metrics } = samplePage({ format, theme });
      const { capHeight } = metrics({ family: faces.display, weight: 700 });
      const least = formatById(format)!.viewingDistance * 10;
      for (const { id, ...message } of campaign.messages) {
        const brief = { ...briefs.get("typical"), message };
        const { frames } = compose(sampleJob({ format, template, theme, brief })).value[0]!;
        const said = saidIn(frames.find(({ name }) => name === "headline")!);
        const size = Math.max(...said.map((one) => one.size));
        expect(size * capHeight, id).toBeGreaterThanOrEqual(least * 0.995);
      }
    },
  );

  it.each(of(...OUTDOOR))(
    "%s in %s, theme %s, names who puts it up and one number",
    (_id, format, theme, template) => {
      for (const data of DATA) {
        const sign = piece(template, format, theme, data);
        const { institution, contact } = sign.brief;
        expect(saysEither(sign, institution.name), data).toBe(true);
        // Another campus must not stand for the main one.
        expect(saysEither(sign, contact.addresses[0]!), data).toBe(true);
        const reply = saidIn(frameOf(sign, "contact")!);
        expect(
          reply.filter(({ text }) => text.includes("0252")),
          data,
        ).toHaveLength(1);
      }
    },
  );

  it.each(of("banner", "bandroll"))(
    "%s in %s, theme %s, has at most two lines of contact side by side",
    (_id, format, theme, template) => {
      for (const data of ["typical", "short", "bare"] as const) {
        const sign = piece(template, format, theme, data);
        const { name } = sign.brief.institution;
        const sender = frameOf(sign, "address") ?? frameOf(sign, "institution")!;
        const lines = saidIn(sender).filter(
          ({ text }) => !name.text.includes(text) && text !== "NM" && text !== "YT",
        );
        expect(lines.length, `${data}: ${lines.map(({ text }) => text).join(" | ")}`).toBeLessThanOrEqual(2);
        // The call on its label, and the number.
        expect(saidIn(frameOf(sign, "contact")!).length, data).toBeLessThanOrEqual(2);
      }
    },
  );

  it.each(of(...OUTDOOR))(
    "%s in %s, theme %s, is read at a glance: twelve words at most",
    (_id, format, theme, template) => {
      for (const data of DATA) {
        const sign = piece(template, format, theme, data);
        const message = ["overline", "headline", "tail"].flatMap((name) => {
          const frame = frameOf(sign, name);
          return frame ? saidIn(frame).map(({ text }) => text) : [];
        });
        const words = message
          .join(" ")
          .split(/\s+/u)
          .filter((word) => /\p{L}/u.test(word));
        expect(words.length, data).toBeLessThanOrEqual(12);
      }
    },
  );

  it.each(of("banner", "bandroll"))(
    "%s in %s, theme %s, names its event and its day",
    (_id, format, theme, template) => {
      const sign = piece(template, format, theme, "typical");
      expect(saysEither(sign, sign.brief.event!.name)).toBe(true);
      expect(sign.all).toContain("16/05/2026");
    },
  );

  it.each(of("banner", "bandroll").filter(([, format]) => HUGE.has(format)))(
    "%s in %s, theme %s, has room for the longest name of an event",
    (_id, format, theme, template) => {
      const sign = piece(template, format, theme, "long");
      expect(says(sign, sign.brief.event!.name.text)).toBe(true);
    },
  );

  it.each(of("signboard"))(
    "%s in %s, theme %s, says what the law asks for, the registered name largest, and no slogan",
    (_id, format, theme, template) => {
      for (const data of DATA) {
        const sign = piece(template, format, theme, data);
        const { institution, contact, message } = sign.brief;
        expect(says(sign, institution.name.text), data).toBe(true);
        if (institution.governingBody) expect(saysEither(sign, institution.governingBody), data).toBe(true);
        // Another campus must not stand for the main one.
        expect(saysEither(sign, contact.addresses[0]!), data).toBe(true);
        expect(sign.all, data).toMatch(/ĐT: 0252/u);
        expect(says(sign, message.headline.settings[0]![0]!), data).toBe(false);
        const largest = (frame: Frame) => Math.max(0, ...saidIn(frame).map(({ size }) => size));
        const others = sign.frames.filter(({ name }) => name !== "headline" && name !== "logo");
        expect(Math.max(...others.map(largest)), data).toBeLessThan(largest(frameOf(sign, "headline")!));
      }
    },
  );

  it.each(of("backdrop"))(
    "%s in %s, theme %s, sets the event's name above the slogan, with and without a day",
    (_id, format, theme, template) => {
      const sign = piece(template, format, theme, "typical");
      const { event } = sign.brief;
      expect(eitherName(event!)).toContain(headlineOf(sign.frames));
      expect(sign.all).toContain("16/05/2026");
      for (const { name } of campaign.events) {
        const told = { ...briefs.get("typical"), event: { name, date: null, time: null, place: null } };
        const job = sampleJob({ format, template, theme, brief: told });
        expect(eitherName(sampleBrief(told).event!)).toContain(headlineOf(compose(job).value[0]!.frames));
      }
    },
  );
});
