/**
 * What people really put into fields, and what they should not: each gives a good page or a clear diagnostic, never a
 * broken page. The table only grows: whatever once broke a page stays here.
 */

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, expect, test } from "vitest";
import { AnphamError } from "../../src/base/diagnostic.ts";
import { packageFolders } from "../../src/package-folders.ts";
import { createEngine } from "../../src/render.ts";
import { deepMerge } from "../../src/resolve/deep-merge.ts";
import { run, testWith } from "../support/judges.ts";

const engine = await createEngine(packageFolders());
const folder = mkdtempSync(join(tmpdir(), "anpham-hostile-"));
afterAll(() => rmSync(folder, { recursive: true }));

const PIECES = [
  ["recruitment-flyer", "a5"],
  ["recruitment-poster", "a3"],
  ["social-cover", "facebook-cover"],
  ["standee", "standee-800x1800"],
] as const;

const typical = JSON.parse(
  readFileSync(new URL("../../brand/samples/briefs/typical.json", import.meta.url), "utf8"),
) as Record<string, unknown>;

// ── pictures ─────────────────────────────────────────────────────────────────────────────────────

const markup = (shapes: string, width = 400, height = 400, before = "") =>
  `${before}<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${shapes}</svg>`;

function put(name: string, bytes: Uint8Array | string): string {
  const file = join(folder, name);
  writeFileSync(file, bytes);
  return file;
}

const disc = (color: string) => `<circle cx="200" cy="200" r="190" fill="${color}"/>`;
const svgLogo = (name: string, ...parts: Parameters<typeof markup>) => ({
  institution: { logo: put(`${name}.svg`, markup(...parts)) },
});
const pngOf = (...parts: Parameters<typeof markup>) =>
  sharp(Buffer.from(markup(...parts)))
    .png()
    .toBuffer();
const pngLogo = async (name: string, ...parts: Parameters<typeof markup>) => ({
  institution: { logo: put(`${name}.png`, await pngOf(...parts)) },
});
const grey = (side: number) =>
  sharp({ create: { width: side, height: side, channels: 3, background: "#888" } });

const ACTIVE = `<script>alert(1)</script><image href="https://example.vn/x.png" width="9" height="9"/>
  <foreignObject width="90" height="90"><b xmlns="http://www.w3.org/1999/xhtml">x</b></foreignObject>${disc("#c00")}`;

// ── the table ────────────────────────────────────────────────────────────────────────────────────

interface Case {
  readonly data: Record<string, unknown>;
  /** The codes that every piece tells, and none other; or with which the request is refused. */
  readonly told?: readonly string[];
  readonly refused?: readonly string[];
  /** Codes that some of the pieces tell besides. */
  readonly maybe?: readonly string[];
  /** What the flyer's text must and must not hold. */
  readonly shows?: string;
  readonly hides?: RegExp;
}

const named = (name: string) => ({ institution: { name } });
const LONG = "Trường Cao đẳng Kỹ thuật Công nghệ và Quản trị Doanh nghiệp Quốc tế Việt Nam ".repeat(4);
const GLYPH = ["text.missing-glyph"];
const FIELD = ["request.invalid-field"];
/** Words that cannot be broken by sense fill a small page until nothing else has room. */
const CROWDED = ["layout.no-room", "preflight.small-text", "preflight.message-small"];

const CASES: Readonly<Record<string, Case>> = {
  "a name of 300 characters": { data: named(LONG.slice(0, 300).trim()), shows: "Trường Cao đẳng Kỹ thuật" },
  "a name of 300 letters without a space": { data: named("Ư".repeat(300)), maybe: CROWDED },
  "a name of 700 characters": { data: named(LONG.repeat(3).slice(0, 700)), refused: FIELD },
  "60 programmes": {
    data: {
      programmes: Array.from({ length: 60 }, (_, i) => ({
        name: `Nghề thứ ${i + 1}`,
        levels: ["trung-cap"],
      })),
    },
    shows: "nghề khác",
  },
  "61 programmes": {
    data: { programmes: Array.from({ length: 61 }, (_, i) => ({ name: `Nghề ${i}`, levels: ["so-cap"] })) },
    refused: FIELD,
  },
  "empty lists and nothing optional": {
    data: {
      programmes: [],
      benefits: [],
      badge: null,
      lead: null,
      event: null,
      enrolmentPeriod: null,
      qr: null,
      institution: { governingBody: null, logo: null },
    },
  },
  "no telephone at all": { data: { contact: { phones: [] } }, refused: FIELD },
  "an empty name": { data: named("   "), refused: FIELD },
  "emoji in a name": { data: named("Trường nghề 🎓🔥"), told: GLYPH, shows: "Trường nghề" },
  "emoji in the message": { data: { message: "Học nghề 🚀 vững tương lai" }, told: GLYPH },
  "an emoji family of five characters": { data: named("Trường 👨‍👩‍👧 nghề"), told: GLYPH },
  Arabic: { data: named("مدرسة مهنية"), told: GLYPH },
  "Hebrew as the message": { data: { message: "בית ספר מקצועי" }, told: GLYPH },
  Chinese: { data: named("职业学院"), told: GLYPH },
  "half a surrogate pair, private use": { data: named("Trường \ud800 \ue000"), told: GLYPH },
  "HTML and JSX": {
    data: named("<b>Trường</b> {name} &amp; <Page/>"),
    // Shown letter by letter, whatever the line breaks.
    shows: "<b>Trường</b> {name} &amp; <Page/>",
  },
  "zero-width characters": {
    data: named("Trường\u200b Cao\u200d \ufeffđẳng\u2060 Nghề"),
    shows: "Trường Cao đẳng Nghề",
    hides: /[\u200b-\u200f\u2060\ufeff]/,
  },
  "controls of the writing direction": {
    data: named("Trường \u202eghcaS\u202c \u2066abc\u2069 Nghề\u200f"),
    shows: "Trường ghcaS abc Nghề",
    hides: /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/,
  },
  "control characters": { data: named("Trường\u0000\u001b[31m"), refused: FIELD },
  "a word of 500 letters as the message": { data: { message: "a".repeat(500) }, refused: FIELD },
  "a word of 80 letters as the message": { data: { message: "a".repeat(80) }, maybe: CROWDED },
  "a word of 500 letters as the lead": { data: { lead: "b".repeat(500) } },
  "a word of 500 letters as a programme": {
    data: { programmes: [{ name: "c".repeat(500), levels: ["so-cap"] }] },
  },
  "a storm of combining marks": { data: named(`Tr${"\u0334\u0310\u0323".repeat(40)}ường`), refused: FIELD },
  "line breaks and tabs": {
    data: { ...named("Trường\nCao đẳng\r\n\tNghề"), lead: "Một\n\nhai" },
    shows: "Trường Cao đẳng Nghề",
  },
  "markup as a telephone": { data: { contact: { phones: ["<b>0252</b>"] } }, refused: FIELD },
  "a QR text of 300 characters": {
    data: { qr: `https://example.vn/${"a".repeat(281)}` },
    maybe: ["preflight.qr-fine-modules"],
  },

  "a white logo": { data: svgLogo("white", disc("#ffffff")) },
  "a dark logo": { data: svgLogo("dark", disc("#0b2a6b")) },
  "a logo that is white all over": {
    data: svgLogo("blank", '<rect width="400" height="400" fill="#fff"/>'),
    told: ["asset.blank-picture"],
  },
  "an empty SVG as logo": { data: svgLogo("empty", ""), told: ["asset.blank-picture"] },
  "a logo of 20 × 2000 px": {
    data: await pngLogo("tall", '<rect width="20" height="2000" fill="#c00"/>', 20, 2000),
    told: ["asset.extreme-shape"],
  },
  "a logo of 2000 × 20 px": {
    data: await pngLogo("flat", '<rect width="2000" height="20" fill="#c00"/>', 2000, 20),
    told: ["asset.extreme-shape"],
  },
  "a wordmark of 7:1": {
    data: await pngLogo("wide", '<rect width="2100" height="300" rx="150" fill="#c00"/>', 2100, 300),
  },
  "a transparent PNG logo": {
    data: await pngLogo("clear", disc("#c00")),
    maybe: ["preflight.low-resolution"],
  },
  "a CMYK JPEG logo": {
    data: {
      institution: {
        logo: put(
          "cmyk.jpg",
          await sharp(Buffer.from(markup(`<rect width="400" height="400" fill="#fff"/>${disc("#d02020")}`)))
            .toColourspace("cmyk")
            .jpeg()
            .toBuffer(),
        ),
      },
    },
    maybe: ["preflight.low-resolution"],
  },
  "an SVG logo with scripts and references": {
    data: svgLogo("active", ACTIVE),
    told: ["asset.unsafe-svg"],
  },
  "an SVG logo that is nothing but a script": {
    data: svgLogo("script", "<script>alert(1)</script>"),
    told: ["asset.unsafe-svg", "asset.blank-picture"],
  },
  "an SVG logo that declares entities": {
    data: svgLogo("bomb", "<text>&a;</text>", 400, 400, '<!DOCTYPE svg [<!ENTITY a "aaaa">]>'),
    refused: ["asset.unsupported-type"],
  },
  "a logo that is not there": {
    data: { institution: { logo: join(folder, "none.png") } },
    refused: ["request.unreadable-file"],
  },
  "a logo from the network": {
    data: { institution: { logo: "https://example.vn/logo.png" } },
    refused: ["asset.remote"],
  },

  "a broken photo": {
    data: { photo: put("broken.jpg", (await grey(400).jpeg().toBuffer()).subarray(0, 500)) },
    refused: ["asset.unsupported-type"],
  },
  "a text file as a photo": {
    data: { photo: put("photo.jpg", "not a picture") },
    refused: ["asset.unsupported-type"],
  },
  "a photo of 1 × 1 px": {
    data: { photo: put("dot.png", await grey(1).png().toBuffer()) },
    told: ["preflight.low-resolution"],
  },
  "a photo of 81 megapixels": {
    data: { photo: { file: put("large.jpg", await grey(9000).jpeg().toBuffer()), treatment: "duotone" } },
  },
  "a photo of 144 megapixels": {
    data: { photo: put("huge.png", await grey(12_000).png().toBuffer()) },
    refused: ["asset.too-large"],
  },
};

// ── judging ──────────────────────────────────────────────────────────────────────────────────────

const request = ([template, format]: (typeof PIECES)[number], { data }: Case) => ({
  template,
  format,
  institution: "cd-ky-nghe-binh-thuan",
  data: deepMerge(typical, data) as Record<string, unknown>,
});

const unique = (codes: readonly string[]) => [...new Set(codes)].sort();

/** How far any word leaves the page, points, as poppler sees it; and all words. */
function judgeText(pdf: Uint8Array, name: string) {
  const file = put(`${name}.pdf`, pdf);
  const xml = run("pdftotext", "-bbox", file, "-");
  const [, width, height] = /<page width="([\d.]+)" height="([\d.]+)"/.exec(xml)!.map(Number) as [
    number,
    number,
    number,
  ];
  const boxes = [...xml.matchAll(/xMin="(\S+)" yMin="(\S+)" xMax="(\S+)" yMax="(\S+)">/g)];
  const excess = boxes.flatMap(([, ...sides]) => {
    const [left, top, right, bottom] = sides.map(Number) as [number, number, number, number];
    // Word boxes are as high as the em, a little more than the letters.
    const slack = (bottom - top) * 0.3;
    return [-left, right - width, -top - slack, bottom - height - slack];
  });
  return {
    words: boxes.length,
    excess: Math.max(...excess),
    text: run("pdftotext", "-raw", file, "-").normalize("NFC").replace(/\s+/g, " "),
  };
}

for (const [name, hostile] of Object.entries(CASES)) {
  if (hostile.refused) {
    test(`${name}: refused, with a reason`, async () => {
      const thrown = await engine.render({ ...request(PIECES[0], hostile), as: "svg" }).then(
        () => new Error("it was accepted"),
        (error: unknown) => error,
      );
      if (!(thrown instanceof AnphamError)) throw thrown;
      expect(unique(thrown.diagnostics.map(({ code }) => code))).toEqual(unique(hostile.refused!));
      for (const { message, hint } of thrown.diagnostics) {
        // Everything that is quoted is short enough to read.
        expect(message.vi.length + hint.vi.length).toBeLessThan(600);
        expect(message.vi + message.en + hint.vi + hint.en).not.toMatch(/undefined|\[object|\{\w+\}/);
      }
    });
    continue;
  }
  testWith("pdftotext")(`${name}: four sound pieces`, async () => {
    for (const [index, piece] of PIECES.entries()) {
      const { artifacts, diagnostics } = await engine.render({ ...request(piece, hostile), as: "pdf" });
      const codes = unique(diagnostics.map(({ code }) => code));
      const [maybe, told] = [hostile.maybe ?? [], hostile.told ?? []];
      expect(
        codes.filter((code) => !maybe.includes(code)),
        `${piece[0]}`,
      ).toEqual(unique(told));
      const { words, excess, text } = judgeText(artifacts[0]!.bytes, `${piece[0]}`);
      expect(words).toBeGreaterThan(10);
      expect(excess, `${piece[0]}: a word leaves the page`).toBeLessThan(0.5);
      if (hostile.hides) expect(text).not.toMatch(hostile.hides);
      if (hostile.shows && index === 0) {
        expect(text.replace(/\s/g, "")).toContain(hostile.shows.replace(/\s/g, ""));
      }
    }
  });
}

/** The most frequent colour of a part of the flyer's picture, for what a logo shows. */
test.each([
  ["a white logo on the primary shows as it is", "#ffffff", "recruitment-flyer", "a5", [255, 255, 255]],
  ["a white logo on paper stands on a plate", "#ffffff", "standee", "standee-800x1800", [255, 255, 255]],
  ["a dark logo on the primary stands on a plate", "#0b2a6b", "recruitment-flyer", "a5", [11, 42, 107]],
] as const)("%s", async (_name, color, template, format, [r, g, b]) => {
  const data = deepMerge(typical, svgLogo("probe", disc(color))) as Record<string, unknown>;
  const asked = { template, format, institution: "cd-ky-nghe-binh-thuan", data } as const;
  const ppi = template === "standee" ? 30 : 150;
  const { artifacts, sheets } = await engine.render({ ...asked, as: "png", ppi });
  const { fragments } = sheets[0]!.placements[0]!.scene;
  const { x, y, height } = fragments.find(({ frame }) => frame === "institution")!.box;
  const px = (mm: number) => Math.round((mm * ppi) / 25.4);
  // The logo stands at the start of the bar, as high as a square that the bar holds.
  const area = { left: px(x), top: px(y), width: px(height), height: px(height) };
  const { data: pixels, info } = await sharp(artifacts[0]!.bytes)
    .extract(area)
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  let [own, other] = [0, 0];
  for (let i = 0; i < pixels.length; i += info.channels) {
    const near =
      Math.max(Math.abs(pixels[i]! - r), Math.abs(pixels[i + 1]! - g), Math.abs(pixels[i + 2]! - b)) < 12;
    if (near) own++;
    else other++;
  }
  // Both the disc and something that it stands out from take a good part of the square.
  expect(own / (own + other)).toBeGreaterThan(0.15);
  expect(other / (own + other)).toBeGreaterThan(0.15);
});
