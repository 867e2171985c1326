import { deflateSync } from "node:zlib";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { compress } from "woff2-encoder";
import { AnphamError } from "../../src/base/diagnostic.ts";
import { readTables } from "../../src/base/font/sfnt.ts";
import { type RenderElementOptions, renderElement } from "../../src/render-element.ts";
import { readPicture, strayPixels } from "../support/compare.ts";
import { BOLD, elementFont, REGULAR } from "../support/fonts.ts";
import { box, h } from "../support/jsx.ts";

const render = (element: unknown, options: Partial<RenderElementOptions> = {}) =>
  renderElement(element, {
    widthPx: 200,
    heightPx: 60,
    fonts: [elementFont(REGULAR)],
    as: "png",
    ...options,
  });

const label = (text: string, style: Record<string, unknown> = {}) =>
  box({ width: "100%", height: "100%", background: "#fff", fontSize: 28, ...style }, text);

const codes = (diagnostics: readonly { code: string }[]) => diagnostics.map((found) => found.code);

/** The same font as a WOFF file (W3C WOFF 1.0). */
function toWoff(sfnt: Uint8Array): Uint8Array {
  const view = new DataView(sfnt.buffer, sfnt.byteOffset, sfnt.byteLength);
  const tables = [...readTables(sfnt)].map(([tag, { offset, length }]) => {
    const bytes = sfnt.subarray(offset, offset + length);
    const packed = deflateSync(bytes);
    return { tag, length, packed: packed.byteLength < length ? packed : Buffer.from(bytes) };
  });
  const header = Buffer.alloc(44 + tables.length * 20);
  header.writeUInt32BE(0x774f4646, 0);
  header.writeUInt32BE(view.getUint32(0), 4);
  header.writeUInt16BE(tables.length, 12);
  header.writeUInt32BE(sfnt.byteLength, 16);
  let offset = header.byteLength;
  const body = tables.map(({ tag, length, packed }, i) => {
    const entry = 44 + i * 20;
    header.write(tag, entry, "latin1");
    header.writeUInt32BE(offset, entry + 4);
    header.writeUInt32BE(packed.byteLength, entry + 8);
    header.writeUInt32BE(length, entry + 12);
    const padded = Buffer.concat([packed, Buffer.alloc(-packed.byteLength & 3)]);
    offset += padded.byteLength;
    return padded;
  });
  header.writeUInt32BE(offset, 8);
  return new Uint8Array(Buffer.concat([header, ...body]));
}

describe("sizes and types", () => {
  test("96 px are an inch, and scale multiplies pixels", async () => {
    const { bytes, mediaType } = await render(label("Học"), { scale: 2 });
    expect(mediaType).toBe("image/png");
    expect(await sharp(bytes).metadata()).toMatchObject({ width: 400, height: 120, density: 192 });
    const pdf = await render(label("Học"), { as: "pdf" });
    expect(pdf.mediaType).toBe("application/pdf");
    expect(Buffer.from(pdf.bytes).toString("latin1")).toContain("/MediaBox[0 0 150 45]");
    const svg = await render(label("Học"), { as: "svg" });
    expect(Buffer.from(svg.bytes).toString("utf8")).toMatch(
      /^<svg [^>]*width="52\.9167mm" height="15\.875mm"/,
    );
  });

  test.each([0, -5, Number.NaN, Number.POSITIVE_INFINITY])("a width of %s is refused", async (widthPx) => {
    await expect(render(label("Học"), { widthPx })).rejects.toThrow("request.invalid-field");
  });

  test("a type that it does not make is told with those that it makes", async () => {
    const failed = render(label("Học"), { as: "gif" as "png" });
    await expect(failed).rejects.toMatchObject({
      diagnostics: [
        {
          code: "request.invalid-field",
          where: { path: "as" },
          hint: { en: "Expected: one of: pdf, png, svg." },
        },
      ],
    });
  });
});

describe("fonts", () => {
  test("TTF, WOFF and WOFF2, as buffers and array buffers, give the same picture", async () => {
    const ttf = elementFont(REGULAR);
    const { bytes } = await render(label("Thực học ỄỆ"));
    const woff2 = new Uint8Array(await compress(REGULAR.data));
    for (const data of [toWoff(REGULAR.data), woff2, REGULAR.data.slice().buffer]) {
      const other = await render(label("Thực học ỄỆ"), { fonts: [{ ...ttf, data }] });
      expect(other.diagnostics).toEqual([]);
      expect(strayPixels(await readPicture(bytes), await readPicture(other.bytes))).toBe(0);
    }
  });

  test("the caller's data is not changed", async () => {
    const font = elementFont(BOLD);
    const before = Buffer.from(font.data);
    await render(label("gạch gypq", { textDecoration: "underline" }), { fonts: [font] });
    expect(font.data.equals(before)).toBe(true);
  });

  test.each([
    ["text", Buffer.from("this is no font at all, however long it may be, and it never was one")],
    ["a cut-off font", Buffer.from(REGULAR.data.subarray(0, 20_000))],
    ["nothing", Buffer.alloc(0)],
  ])("%s is refused by code", async (_, data) => {
    const failed = render(label("Học"), { fonts: [{ name: "X", data }] });
    await expect(failed).rejects.toThrow(AnphamError);
    await expect(failed).rejects.toThrow("font.unreadable");
  });
});

describe("elements", () => {
  test("components, asynchronous ones and forwarded refs are rendered", async () => {
    const Plain = ({ text }: { text: string }) => label(text);
    const Later = async ({ text }: { text: string }) => label(text);
    const forwarded = { $$typeof: Symbol.for("react.forward_ref"), render: Plain };
    const expected = await readPicture((await render(label("Học"))).bytes);
    for (const type of [Plain, Later, forwarded]) {
      const { bytes } = await render({ type, props: { text: "Học" }, key: null });
      expect(strayPixels(await readPicture(bytes), expected)).toBe(0);
    }
  });

  test("decomposed text is drawn as composed", async () => {
    const composed = await render(label("Thực học"));
    const decomposed = await render(label("Thực học".normalize("NFD")));
    expect(decomposed.bytes).toEqual(composed.bytes);
  });

  test("what satori cannot lay out is an error with its reason", async () => {
    class Old {
      readonly isReactComponent = true;
    }
    const failed = render({ type: Old, props: {}, key: null });
    await expect(failed).rejects.toThrow(AnphamError);
    await expect(failed).rejects.toThrow("layout.failed");
  });

  test("an unknown declaration is left out and named", async () => {
    const { diagnostics } = await render(label("Học", { width: "12potatoes" }));
    expect(codes(diagnostics)).toEqual(["layout.style-error"]);
  });
});

describe("what would be drawn as something else", () => {
  test("a polygon's percentages are across and down, with blanks behind its commas or not", async () => {
    const clipped = async (clipPath: string) =>
      (await render(box({ width: 160, height: 40, background: "#f00", clipPath }))).bytes;
    const right = await clipped("polygon(80px 0px,160px 40px,0px 40px)");
    for (const spelling of [
      "polygon(50% 0, 100% 100%, 0 100%)",
      "polygon( nonzero , 50% 0%,100% 100% , 0% 100%)",
    ]) {
      expect(Buffer.compare(await clipped(spelling), right), spelling).toBe(0);
    }
  });

  test.each<[string, unknown]>([
    ["backgroundcolor: #f00", box({ backgroundcolor: "#f00" }, "Học")],
    ["fontVariant: small-caps", box({ fontVariant: "small-caps" }, "Học")],
    ["clipPath: rect(0 9px 9px 0)", box({ clipPath: "rect(0 9px 9px 0)" }, "Học")],
    ["clipPath: circle(closest-side)", box({ clipPath: "circle(closest-side)" }, "Học")],
    ['className="card"', h("div", { className: "card", style: { display: "flex" } }, "Học")],
    ['style="color: red"', h("div", { style: "color: red" }, "Học")],
  ])("%s does nothing, and is told in both languages", async (declaration, element) => {
    const { bytes, diagnostics } = await render(box({ width: "100%", height: "100%" }, element));
    expect(codes(diagnostics)).toEqual(["layout.style-error"]);
    expect(diagnostics[0]!.message.en).toContain(`“${declaration}”`);
    expect(diagnostics[0]!.message.vi).toContain(`“${declaration}”`);
    expect(diagnostics[0]!.message.vi).toMatch(/không|cần|chuỗi/);
    const plain = await render(box({ width: "100%", height: "100%" }, box({}, "Học")));
    expect(Buffer.compare(bytes, plain.bytes)).toBe(0);
  });

  test("a picture that is to keep its own size is stretched, and told", async () => {
    const src = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"><rect width="4" height="4"/></svg>')}`;
    const picture = (objectFit: string) => h("img", { src, width: 30, height: 20, style: { objectFit } });
    expect((await render(picture("scale-down"))).diagnostics).toEqual([]);
    const { diagnostics } = await render(picture("none"));
    expect(diagnostics.map(({ message }) => message.en).join()).toContain("objectFit: none");
  });

  test("a family that there is no face of is told with its first text, others are not", async () => {
    const { diagnostics } = await render(
      box({ width: "100%", fontFamily: "Arial, sans-serif" }, [
        box({ fontFamily: `Georgia, '${REGULAR.family}'` }, "Có"),
        box({ fontFamily: "inherit" }, "Không có"),
        "nữa",
      ]),
    );
    expect(codes(diagnostics)).toEqual(["text.unknown-family"]);
    expect(diagnostics[0]!.message.vi).toContain("“Arial, sans-serif” cho “Không có”");
    expect(diagnostics[0]!.hint.en).toContain(REGULAR.family);
  });

  test.each([
    ["color", "#zz0000"],
    ["color", "reddish"],
    ["backgroundColor", "rgb(1, 2"],
    ["borderColor", "red gruen"],
  ])("%s: %s is no colour, and told", async (property, value) => {
    const { diagnostics } = await render(label("Học", { [property]: value }));
    expect(diagnostics.map(({ message }) => message.en).join()).toContain(`${property}: ${value}`);
  });

  test.each([
    "#0a8",
    "#00aa8880",
    "RebeccaPurple",
    "rgb(10 20 30 / 50%)",
    "hsla(200deg, 80%, 50%, 0.5)",
    "oklch(0.7 0.2 150)",
    "color-mix(in srgb, red, blue)",
    "currentColor",
    "inherit",
  ])("%s is one", async (value) => {
    const { diagnostics } = await render(label("Học", { color: value, borderTopColor: value }));
    expect(diagnostics).toEqual([]);
  });
});

describe("nothing is fetched or read", () => {
  test.each([
    ["an image", h("img", { src: "https://example.test/a.png", width: 10, height: 10 })],
    ["an image without scheme", h("img", { src: "//example.test/a.png", width: 10, height: 10 })],
    ["a background", box({ width: 10, height: 10, backgroundImage: "url(http://127.0.0.1:9/a.png)" })],
    ["a mask", box({ width: 10, height: 10, maskImage: "url('http://127.0.0.1:9/a.png')" })],
  ])("%s on the network is reported, not loaded", async (_, element) => {
    const { diagnostics } = await render(box({ width: "100%" }, element));
    expect(codes(diagnostics)).toEqual(["asset.remote"]);
  });

  test("text of an SVG picture, which is not drawn, is told in each language", async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><text x="1" y="8">a</text></svg>';
    const src = `data:image/svg+xml;base64,${Buffer.from(svg).toString("base64")}`;
    const { diagnostics } = await render(box({}, h("img", { src, width: 60, height: 60 })));
    expect(diagnostics.map(({ message }) => message)).toEqual([
      {
        vi: "Khung element: không vẽ được chữ trong ảnh SVG (<text>).",
        en: "Frame element: text of an SVG picture (<text>) cannot be drawn.",
      },
    ]);
  });

  test("an SVG picture cannot read files of this machine", async () => {
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><image href="/etc/hostname" width="9" height="9"/><path d="M0 0h9v9z" fill="#f00"/></svg>';
    const src = `data:image/svg+xml;base64,${Buffer.from(svg).toString("base64")}`;
    const { bytes, diagnostics } = await render(box({}, h("img", { src, width: 60, height: 60 })));
    expect(codes(diagnostics)).toEqual(["asset.unsafe-svg"]);
    const { data } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true });
    expect(data.includes(Buffer.from([255, 0, 0]))).toBe(true);
  });

  const asUri = (type: string, bytes: Uint8Array) =>
    `data:image/${type};base64,${Buffer.from(bytes).toString("base64")}`;
  const red = { create: { width: 40, height: 20, channels: 3, background: "#ff0000" } } as const;
  const blueHalf = {
    input: { create: { ...red.create, width: 20, background: "#0000ff" } },
    left: 0,
    top: 0,
  };

  test("a photograph stands upright as its camera says, in its own proportions", async () => {
    const photo = await sharp(await sharp(red).composite([blueHalf]).png().toBuffer())
      .jpeg()
      .withMetadata({ orientation: 6 })
      .toBuffer();
    const image = h("img", { src: asUri("jpeg", photo), style: { width: 30 } });
    const { bytes } = await render(box({ width: "100%", height: "100%", background: "#fff" }, image));
    const { width, rgb } = await readPicture(bytes);
    const at = (x: number, y: number) => [...rgb.subarray((y * width + x) * 3, (y * width + x) * 3 + 3)];
    // Turned to the right: blue, left in the file, is on top; 30 px wide it is 60 px tall.
    expect(at(15, 10)).toEqual([0, 0, 254]);
    expect(at(15, 50)).toEqual([254, 0, 0]);
    expect(at(40, 30)).toEqual([255, 255, 255]);
  });

  const noise = { ...red.create, noise: { type: "gaussian", mean: 128, sigma: 60 } } as const;
  const photo = async (type: "png" | "jpeg") => sharp({ create: noise }).toFormat(type).toBuffer();
  const broken: Readonly<Record<string, () => Promise<string>>> = {
    "a JPEG that is cut off": async () => asUri("jpeg", (await photo("jpeg")).subarray(0, -200)),
    "a PNG that is cut off": async () => asUri("png", (await photo("png")).subarray(0, -800)),
    "a PNG of only its beginning": async () => asUri("png", (await photo("png")).subarray(0, 12)),
    "text that claims to be a PNG": async () => asUri("png", Buffer.from("hello")),
  };
  for (const [name, make] of Object.entries(broken)) {
    for (const as of ["png", "pdf"] as const) {
      test(`${name} is left out of the ${as.toUpperCase()} and named`, async () => {
        const src = await make();
        const image = h("img", { src, width: 40, height: 20 });
        const found = await render(box({ width: "100%", height: "100%", background: "#fff" }, image), { as });
        expect(found.diagnostics).toMatchObject([{ code: "asset.unsupported-type", severity: "error" }]);
        expect(found.diagnostics[0]?.message.en).toContain(`“${src.slice(0, 27)}`);
        if (as === "pdf") expect(Buffer.from(found.bytes).includes("/Subtype/Image")).toBe(false);
      });
    }
  }

  test("a picture of too many pixels is refused before it is decoded", async () => {
    const header = Buffer.alloc(33);
    Buffer.from("89504e470d0a1a0a0000000d49484452", "hex").copy(header);
    header.writeUInt32BE(30_000, 16);
    header.writeUInt32BE(30_000, 20);
    header.set([8, 6, 0, 0, 0], 24);
    const bomb = await render(
      box({}, h("img", { src: `data:image/png;base64,${header.toString("base64")}`, width: 20, height: 20 })),
    );
    expect(bomb.diagnostics.map(({ severity }) => severity)).toEqual(["error"]);
  });
});
