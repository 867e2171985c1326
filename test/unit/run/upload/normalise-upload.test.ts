/** What is kept of an uploaded picture: its pixels, upright, and nothing else of the file. */

import sharp from "sharp";
import { expect, test } from "vitest";
import { normaliseUpload } from "../../../../src/run/upload/normalise-upload.ts";

const [WIDTH, HEIGHT] = [60, 40];

/** Red above, blue below, as a camera held upright stores it: lying on its side. */
const lying = async () => {
  const half = { width: WIDTH / 2, height: HEIGHT, channels: 3 } as const;
  const blue = await sharp({ create: { ...half, background: "#00f" } })
    .png()
    .toBuffer();
  return sharp({ create: { ...half, width: WIDTH, background: "#f00" } })
    .composite([{ input: blue, left: WIDTH / 2, top: 0 }])
    .withExif({ IFD0: { Copyright: "Nguyễn Văn A" }, IFD3: { GPSLatitudeRef: "N" } })
    .withMetadata({ orientation: 6 })
    .jpeg({ quality: 100, chromaSubsampling: "4:4:4" })
    .toBuffer();
};

test("a photo stands upright and tells neither place nor name", async () => {
  const { bytes, mediaType, pixelWidth, pixelHeight } = await normaliseUpload(await lying(), "a.jpg", 10);
  expect([mediaType, pixelWidth, pixelHeight]).toEqual(["image/jpeg", HEIGHT, WIDTH]);
  const { width, height, exif, orientation } = await sharp(bytes).metadata();
  expect([width, height, exif, orientation]).toEqual([HEIGHT, WIDTH, undefined, undefined]);
  const { data } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true });
  const at = (x: number, y: number) => [...data.subarray((y * HEIGHT + x) * 3, (y * HEIGHT + x) * 3 + 3)];
  expect(at(20, 5)[0]).toBeGreaterThan(240);
  expect(at(20, 55)[2]).toBeGreaterThan(240);
});

test("a turned photo is encoded once more, not twice", async () => {
  const pixels = Uint8Array.from({ length: WIDTH * HEIGHT * 3 }, (_, i) => (i * 7919) % 251);
  const shot = await sharp(pixels, { raw: { width: WIDTH, height: HEIGHT, channels: 3 } })
    .withMetadata({ orientation: 8 })
    .jpeg()
    .toBuffer();
  const once = await sharp(shot).autoOrient().jpeg({ quality: 92, chromaSubsampling: "4:4:4" }).toBuffer();
  const { bytes } = await normaliseUpload(shot, "a.jpg", 10);
  expect((await sharp(bytes).raw().toBuffer()).equals(await sharp(once).raw().toBuffer())).toBe(true);
});

/** EXIF that says nothing but “turn it a quarter to the right”, behind the first marker of a JPEG. */
const turned = (jpeg: Buffer): Buffer => {
  const exif = "ffe10022457869660000" + "4d4d002a00000008" + "0001" + "01120003000000010006000000000000";
  return Buffer.concat([jpeg.subarray(0, 2), Buffer.from(exif, "hex"), jpeg.subarray(2)]);
};

test("grey stays grey, turned or not", async () => {
  const grey = await sharp({ create: { width: 8, height: 16, channels: 3, background: "#777" } })
    .toColourspace("b-w")
    .jpeg()
    .toBuffer();
  for (const shot of [grey, turned(grey)]) {
    const { bytes, pixelWidth } = await normaliseUpload(shot, "a.jpg", 10);
    expect((await sharp(bytes).metadata()).channels).toBe(1);
    expect(pixelWidth).toBe(shot === grey ? 8 : 16);
  }
});

test("transparency stays", async () => {
  const logo = await sharp({ create: { width: 8, height: 8, channels: 4, background: "#f008" } })
    .webp()
    .toBuffer();
  const { bytes, mediaType } = await normaliseUpload(logo, "a.webp", 10);
  expect([mediaType, (await sharp(bytes).metadata()).hasAlpha]).toEqual(["image/png", true]);
});
