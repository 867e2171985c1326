import { execFileSync } from "node:child_process";
import { mkdtemp, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { crc32, deflateSync } from "node:zlib";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { AnphamError } from "../../../src/base/diagnostic.ts";
import { sha256 } from "../../../src/base/hash.ts";
import { readPicture } from "../../../src/resolve/assets.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "anpham-assets-"));
});
afterAll(() => rm(folder, { recursive: true }));

const put = (name: string, content: Uint8Array | string) => writeFile(join(folder, name), content);
const read = (name: string) => readPicture(name, folder);
const refusal = async (source: string) => {
  const thrown = await read(source).then(
    () => new Error("it was accepted"),
    (error: unknown) => error,
  );
  if (!(thrown instanceof AnphamError)) throw thrown;
  return thrown.diagnostics[0]!;
};

const blank = (width = 4, height = 2) =>
  sharp({ create: { width, height, channels: 3, background: "#1651b8" } });

/** A PNG whose header promises a size that its data does not hold. */
function pngBomb(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type, "ascii"), data]);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    const sum = Buffer.alloc(4);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(Buffer.alloc(1024))),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

describe("reads by content, whatever the name says", () => {
  test("PNG and JPEG as they are", async () => {
    const png = await blank().png().toBuffer();
    await put("a.txt", png);
    expect(await read("a.txt")).toEqual({
      name: "a.txt",
      id: sha256(png),
      mediaType: "image/png",
      pixelWidth: 4,
      pixelHeight: 2,
      data: new Uint8Array(png),
      diagnostics: [],
    });
    const jpeg = await blank().jpeg().toBuffer();
    await put("b.png", jpeg);
    const asset = await read("b.png");
    expect(asset.mediaType).toBe("image/jpeg");
    expect(Buffer.from(asset.data).equals(jpeg)).toBe(true);
  });

  test.each(["webp", "gif"] as const)("%s becomes PNG", async (format) => {
    await put(`x.${format}`, await blank().toFormat(format).toBuffer());
    const asset = await read(`x.${format}`);
    expect([asset.mediaType, asset.pixelWidth, asset.pixelHeight]).toEqual(["image/png", 4, 2]);
    expect((await sharp(asset.data).metadata()).format).toBe("png");
  });

  test("16-bit and interlaced PNG become plain", async () => {
    await put("deep.png", await blank().toColourspace("rgb16").png().toBuffer());
    await put("laced.png", await blank().png({ progressive: true }).toBuffer());
    for (const name of ["deep.png", "laced.png"]) {
      const { depth, isProgressive } = await sharp((await read(name)).data).metadata();
      expect([depth, isProgressive]).toEqual(["uchar", false]);
    }
  });

  test("a photo stands upright", async () => {
    await put("turned.jpg", await blank(8, 4).jpeg().withMetadata({ orientation: 6 }).toBuffer());
    const asset = await read("turned.jpg");
    expect([asset.pixelWidth, asset.pixelHeight]).toEqual([4, 8]);
    expect((await sharp(asset.data).metadata()).orientation ?? 1).toBe(1);
  });

  test("a CMYK JPEG becomes sRGB", async () => {
    await put("cmyk.jpg", await blank().toColourspace("cmyk").jpeg().toBuffer());
    const { space, channels } = await sharp((await read("cmyk.jpg")).data).metadata();
    expect([space, channels]).toEqual(["srgb", 3]);
  });

  test("SVG, cleaned and with its size", async () => {
    await put(
      "logo.png",
      '\uFEFF<?xml version="1.0"?>\n<!-- Logo -->\n<svg xmlns="http://www.w3.org/2000/svg" width="2in" height="1in"><script/><rect/></svg>',
    );
    const asset = await read("logo.png");
    expect([asset.mediaType, asset.pixelWidth, asset.pixelHeight]).toEqual(["image/svg+xml", 192, 96]);
    expect(asset.diagnostics.map((d) => d.code)).toEqual(["asset.unsafe-svg"]);
    expect(asset.id).toBe(sha256(asset.data));
  });

  test("a data URI", async () => {
    const uri = `data:image/png;base64,${(await blank().png().toBuffer()).toString("base64")}`;
    expect((await read(uri)).pixelWidth).toBe(4);
    expect((await read("data:image/svg+xml,%3Csvg viewBox='0 0 3 2'/%3E")).pixelWidth).toBe(3);
  });
});

describe("refuses", () => {
  test("a bomb of 30,000 × 30,000 by its header, without the memory it asks for", async () => {
    await put("bomb.png", pngBomb(30_000, 30_000));
    const before = process.memoryUsage().rss;
    const { code, message } = await refusal("bomb.png");
    expect(code).toBe("asset.too-large");
    expect(message.en).toContain("30000 × 30000 px");
    expect(message.en).toContain("100 megapixel");
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1024 * 1024);
  });

  test("the same bomb inside an SVG", async () => {
    const uri = `data:image/png;base64,${pngBomb(30_000, 30_000).toString("base64")}`;
    await put("bomb.svg", `<svg xmlns="http://www.w3.org/2000/svg"><image href="${uri}"/></svg>`);
    expect((await refusal("bomb.svg")).code).toBe("asset.too-large");
  });

  test("something else that an SVG calls a PNG", async () => {
    const uri = `data:image/png;base64,${Buffer.from("<svg/>").toString("base64")}`;
    await put("lie.svg", `<svg xmlns="http://www.w3.org/2000/svg"><image href="${uri}"/></svg>`);
    expect((await refusal("lie.svg")).code).toBe("asset.unsupported-type");
  });

  test("a file over 40 MB without reading it", async () => {
    await put("huge.png", await blank().png().toBuffer());
    await truncate(join(folder, "huge.png"), 41 * 1024 * 1024);
    const { code, message } = await refusal("huge.png");
    expect(code).toBe("asset.too-large");
    expect(message.en).toContain("41 MB; the limit is 40 MB");
  });

  test("an SVG over 2 MB", async () => {
    await put("long.svg", `<svg xmlns="http://www.w3.org/2000/svg">${" ".repeat(2 * 1024 * 1024)}</svg>`);
    expect((await refusal("long.svg")).message.en).toContain("the limit is 2 MB");
  });

  test.each([
    ["a text file called .png", "Đây là văn bản.", "a text file"],
    ["an empty file", "", "an empty file"],
    ["a PDF", "%PDF-1.7\n%âãÏÓ", "a PDF file"],
    ["HTML around an SVG", "<html><svg></svg></html>", "a text file"],
    [
      "a PNG that is only its signature",
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
      "a broken picture",
    ],
    ["bytes", Buffer.from([0, 1, 2, 3]), "data of an unknown type"],
  ])("%s", async (_, content, found) => {
    await put("lie.png", content);
    const { code, message } = await refusal("lie.png");
    expect(code).toBe("asset.unsupported-type");
    expect(message.en).toContain(found);
  });

  test.each(["jpeg", "png", "webp"] as const)("a %s cut off in the middle", async (format) => {
    const noise = { type: "gaussian", mean: 128, sigma: 40 } as const;
    const whole = await sharp({ create: { width: 200, height: 200, channels: 3, background: "#000", noise } })
      .toFormat(format)
      .toBuffer();
    await put("half", whole.subarray(0, whole.length / 2));
    const { code, message } = await refusal("half");
    expect(code).toBe("asset.unsupported-type");
    // What libvips says of it is English, and stays in the English sentence.
    expect(message.vi).toMatch(/: tệp ảnh bị hỏng hoặc chép chưa hết\.$/);
    expect(message.en).toMatch(/: a broken picture \(.+\)\.$/);
  });

  test.each(["https://evil.example/x.png", "HTTP://evil.example/x.png", "file:///etc/passwd"])(
    "%s",
    async (url) => {
      expect((await refusal(url)).code).toBe("asset.remote");
    },
  );

  test("a pipe, without waiting for it", async () => {
    execFileSync("mkfifo", [join(folder, "pipe.png")]);
    expect((await refusal("pipe.png")).message.en).toContain("it is not a file");
  });

  test("a missing file", async () => {
    const { code, where } = await refusal("none.png");
    expect([code, where.file]).toEqual(["request.unreadable-file", "none.png"]);
  });
});
