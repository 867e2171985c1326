import sharp, { type Sharp } from "sharp";
import { expect } from "vitest";
import { rect } from "../../../../src/base/geometry.ts";
import { sha256 } from "../../../../src/base/hash.ts";
import type { Filter, FilterPrimitive, ImageAsset } from "../../../../src/model/scene.ts";
import { run, testWith } from "../../../support/judges.ts";
import {
  flatRaster,
  mupdfText,
  picture,
  popplerText,
  qdf,
  RENDERERS,
  testPdf,
} from "../../../support/pdf.ts";
import { glyphRun, group, imageNode, sheetOf, solidRect, testFace } from "../../../support/scene.ts";

const page = { width: 100, height: 50 };

/** 40 × 20 pixels: red top left, green top right, blue bottom left, and a bottom right of the given alpha. */
async function asset(
  mediaType: ImageAsset["mediaType"],
  alpha = 255,
  encode = (image: Sharp) => image,
): Promise<ImageAsset> {
  const pixels = new Uint8Array(40 * 20 * 4);
  for (let y = 0; y < 20; y++) {
    for (let x = 0; x < 40; x++) {
      const value =
        y < 10
          ? x < 20
            ? [255, 0, 0, 255]
            : [0, 255, 0, 255]
          : x < 20
            ? [0, 0, 255, 255]
            : [0, 0, 0, alpha];
      pixels.set(value, (y * 40 + x) * 4);
    }
  }
  const image = sharp(pixels, { raw: { width: 40, height: 20, channels: 4 } });
  const file =
    mediaType === "image/png"
      ? image.png()
      : image.removeAlpha().jpeg({ quality: 100, chromaSubsampling: "4:4:4" });
  const data = new Uint8Array(await encode(file).toBuffer());
  return { id: sha256(data), mediaType, pixelWidth: 40, pixelHeight: 20, data };
}

const variants: Record<string, () => Promise<ImageAsset>> = {
  "a JPEG": () => asset("image/jpeg"),
  "a PNG with alpha": () => asset("image/png", 128),
  "a PNG without alpha": () => asset("image/png", 255, (image) => image.removeAlpha()),
  "a PNG with a palette": () =>
    asset("image/png", 255, (image) => image.removeAlpha().png({ palette: true })),
  "a PNG of 16 bits": () => asset("image/png", 255, (image) => image.toColourspace("rgb16")),
  "an interlaced PNG": () => asset("image/png", 255, (image) => image.png({ progressive: true })),
};

for (const [name, make] of Object.entries(variants)) {
  testWith(
    "pdftoppm",
    "mutool",
    "qpdf",
  )(`${name} stands the right way up`, async () => {
    const image = await make();
    const pdf = await testPdf([
      sheetOf([imageNode(image, rect(10, 5, 80, 40), false)], { ...page, images: [image] }),
    ]);
    expect(run("qpdf", "--check", pdf.path)).toContain("No syntax");
    for (const renderer of RENDERERS) {
      const { at } = await picture(pdf, renderer);
      const near = (x: number, y: number, expected: readonly number[]) => {
        const { r, g, b } = at(x, y);
        const off = [r, g, b].map((value, i) => Math.abs(value - expected[i]!));
        const where = `${renderer} ${x},${y}: ${[r, g, b]}`;
        expect(Math.max(...off), where).toBeLessThanOrEqual(6);
      };
      near(20, 15, [255, 0, 0]);
      near(80, 15, [0, 255, 0]);
      near(20, 35, [0, 0, 255]);
      near(80, 35, name === "a PNG with alpha" ? [127, 127, 127] : [0, 0, 0]);
      near(5, 25, [255, 255, 255]);
    }
  });
}

testWith("pdfimages", "qpdf")("a picture is written once, JPEG bytes as they are", async () => {
  const image = await asset("image/jpeg");
  const sheet = sheetOf([imageNode(image, rect(0, 0, 20, 10)), imageNode(image, rect(50, 0, 20, 10))], {
    ...page,
    images: [image],
  });
  const pdf = await testPdf([sheet, sheet]);
  expect(qdf(pdf).match(/\/Subtype \/Image/g)).toHaveLength(1);
  expect(Buffer.from(pdf.bytes).includes(Buffer.from(image.data))).toBe(true);
});

for (const type of ["png", "jpeg"] as const) {
  testWith("pdfimages")(
    `a ${type} finer than anybody sees is made smaller, others keep their bytes`,
    async () => {
      const noise = { type: "gaussian", mean: 128, sigma: 40 } as const;
      const picked = sharp({ create: { width: 1000, height: 500, channels: 3, background: "#888", noise } });
      const data = new Uint8Array(await picked.toFormat(type).toBuffer());
      const image: ImageAsset = {
        id: sha256(data),
        mediaType: `image/${type}`,
        pixelWidth: 1000,
        pixelHeight: 500,
        data,
      };
      const onPage = (width: number) =>
        testPdf([sheetOf([imageNode(image, rect(0, 0, width, width / 2))], { ...page, images: [image] })]);
      // 1,000 px are 508 ppi on 50 mm and 423 on 60 mm: 300 are enough to enlarge and to print at the office.
      const [, , listed = ""] = run("pdfimages", "-list", (await onPage(50)).path).split("\n");
      const [, , , width, height, , , , , , , , xPpi] = listed.trim().split(/\s+/);
      expect([width, height, xPpi]).toEqual(["591", "296", "300"]);
      const kept = await onPage(60);
      expect(run("pdfimages", "-list", kept.path)).toMatch(/ 1000 +500 /);
      expect(kept.bytes.byteLength).toBeGreaterThan((await onPage(50)).bytes.byteLength * 1.8);
    },
  );
}

testWith("pdftoppm", "mutool")("a grey PNG with alpha keeps both", async () => {
  const pixels = sharp(new Uint8Array([100, 255, 100, 0]), { raw: { width: 2, height: 1, channels: 2 } });
  const data = new Uint8Array(await pixels.png().toBuffer());
  const image: ImageAsset = { id: sha256(data), mediaType: "image/png", pixelWidth: 2, pixelHeight: 1, data };
  const pdf = await testPdf([
    sheetOf([imageNode(image, rect(0, 0, 100, 50), false)], { ...page, images: [image] }),
  ]);
  for (const renderer of RENDERERS) {
    const { at } = await picture(pdf, renderer);
    expect(at(20, 25), renderer).toEqual({ r: 100, g: 100, b: 100 });
    expect(at(80, 25), renderer).toEqual({ r: 255, g: 255, b: 255 });
  }
});

// ── filters ──────────────────────────────────────────────────────────────────────────────────────

const step = (
  name: string,
  attributes: Record<string, string>,
  children: readonly FilterPrimitive[] = [],
): FilterPrimitive => ({ name, attributes, children });

const blur: Filter = {
  region: rect(20, 10, 40, 20),
  primitives: [step("feGaussianBlur", { in: "SourceGraphic", stdDeviation: "1" })],
};
const shadow: Filter = {
  region: rect(20, 10, 40, 20),
  primitives: [
    step("feGaussianBlur", { in: "SourceAlpha", stdDeviation: "1", result: "b" }),
    step("feMerge", {}, [step("feMergeNode", { in: "b" }), step("feMergeNode", { in: "SourceGraphic" })]),
  ],
};
const face = testFace(700);
const words = glyphRun("Chữ bóng", face, 8, 22, 22, "#0000ff");

testWith(
  "pdfimages",
  "pdftotext",
  "pdftoppm",
  "mutool",
)("a filtered group becomes a local image, its text stays findable", async () => {
  const seen = { width: 0, height: 0, count: 0 };
  const pdf = await testPdf(
    [
      sheetOf([solidRect(0, 0, 10, 10, "#00ff00"), group([words], { filters: [blur] })], {
        ...page,
        fonts: [face],
      }),
    ],
    {
      ppi: 150,
      rasterise: flatRaster("#ff0000", seen),
    },
  );
  expect(seen).toEqual({
    width: Math.ceil((40 * 150) / 25.4),
    height: Math.ceil((20 * 150) / 25.4),
    count: 1,
  });
  expect(run("pdfimages", "-list", pdf.path).trim().split("\n")).toHaveLength(3);
  expect(popplerText(pdf)).toBe("Chữ bóng");
  expect(mupdfText(pdf)).toBe("Chữ bóng");
  const { at } = await picture(pdf, "poppler");
  expect(at(40, 20)).toEqual({ r: 255, g: 0, b: 0 });
  expect(at(15, 20)).toEqual({ r: 255, g: 255, b: 255 });
  expect(pdf.diagnostics).toMatchObject([
    { code: "export.rasterised", severity: "note", where: { frame: "page", page: 1 } },
  ]);
});

testWith("pdftotext", "qpdf")("text over its shadow stays live and visible", async () => {
  const requests: string[] = [];
  const pdf = await testPdf([sheetOf([group([words], { filters: [shadow] })], { ...page, fonts: [face] })], {
    rasterise: async (request) => {
      const [node] = request.nodes;
      const last = node?.kind === "group" ? node.filters[0]?.primitives.at(-1) : undefined;
      requests.push(...(last?.children ?? []).map((child) => child.attributes.in ?? ""));
      return flatRaster("#dddddd")(request);
    },
  });
  expect(requests).toEqual(["b"]);
  expect(popplerText(pdf)).toBe("Chữ bóng");
  expect(qdf(pdf)).toContain("0 Tr");
  expect(pdf.diagnostics[0]?.message.en).toContain("drop-shadow");
});

testWith("qpdf")("only what the page shows is rasterised, at the scale of the group", async () => {
  const seen = { width: 0, height: 0, count: 0 };
  const filter = { ...blur, region: rect(-100, -100, 300, 300) };
  const node = group([solidRect(0, 0, 10, 10, "#ff0000")], {
    filters: [filter],
    transform: [0.5, 0, 0, 0.5, 0, 0],
  });
  await testPdf([sheetOf([node], page)], { ppi: 100, rasterise: flatRaster("#ff0000", seen) });
  expect(seen).toEqual({
    width: Math.ceil((100 * 100) / 25.4),
    height: Math.ceil((50 * 100) / 25.4),
    count: 1,
  });
});
