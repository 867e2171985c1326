/** Numbers that other people's tools tell about the same file. */

import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { createEngine } from "../../../src/index.ts";
import { inspectPdf } from "../../../src/inspect/inspect-pdf.ts";
import type { PdfReport } from "../../../src/inspect/report.ts";
import { packageFolders } from "../../../src/package-folders.ts";
import { FOGRA39, handmade, IN_MM, inspectMade, stream } from "../../support/handmade-pdf.ts";
import { run, testWith } from "../../support/judges.ts";

const folder = mkdtempSync(join(tmpdir(), "anpham-inspect-"));
afterAll(() => rmSync(folder, { recursive: true }));
const save = (name: string, bytes: Uint8Array): string => {
  writeFileSync(join(folder, name), bytes);
  return join(folder, name);
};

const engine = createEngine(packageFolders());

/** A piece of the product, as PDF, inspected. */
async function piece(profile: string, template = "recruitment-flyer", format = "a5") {
  const { library, render } = await engine;
  const { artifacts } = await render({
    template,
    format,
    institution: "cd-ky-nghe-binh-thuan",
    as: "pdf",
    profile,
  } as Parameters<typeof render>[0]);
  const { bytes } = artifacts[0]!;
  const wanted = await library.profiles.load(profile);
  const condition = wanted.condition === null ? null : await library.conditions.load(wanted.condition);
  return { bytes, ...(await inspectPdf(bytes, { profile: wanted, condition })) };
}

test.each([
  ["web", "recruitment-flyer", "a5"],
  ["print", "recruitment-flyer", "a5"],
  ["print", "recruitment-poster", "a3"],
  ["print", "standee", "standee-800x1800"],
])("our own files have no errors: %s %s %s", async (...request) => {
  const { value, diagnostics } = await piece(...request);
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  expect(value.pdfX.meets).toBe(request[0] === "print");
});

testWith("pdffonts")("fonts, by pdffonts", async () => {
  const { bytes, value } = await piece("print");
  const listed = run("pdffonts", save("fonts.pdf", bytes))
    .split("\n")
    .slice(2)
    .filter((line) => line !== "")
    .map((line) => {
      const [name = "", embedded, subset, unicode] = [
        line.slice(0, 36).trim(),
        ...line.slice(36).trim().split(/\s+/).slice(-5),
      ];
      return `${name.replace(/^[A-Z]{6}\+/, "")} ${embedded} ${subset} ${unicode}`;
    });
  const yes = (value: boolean) => (value ? "yes" : "no");
  const ours = value.pages[0]!.fonts.map(
    ({ name, embedded, subset, toUnicode }) => `${name} ${yes(embedded)} ${yes(subset)} ${yes(toUnicode)}`,
  );
  expect(new Set(ours)).toEqual(new Set(listed));
});

testWith("pdfimages")("pictures, by pdfimages", async () => {
  const image = (width: number, height: number, space: string, count: number) =>
    stream(
      `/Type/XObject/Subtype/Image/Width ${width}/Height ${height}/ColorSpace/${space}/BitsPerComponent 8`,
      Buffer.alloc(width * height * count, 100),
    );
  const made = {
    content: `${IN_MM}q 25.4 0 0 25.4 10 10 cm /A Do Q q 0 20 -40 0 60 10 cm /B Do Q q 50 0 20 10 5 60 cm /A Do Q`,
    resources: "/XObject<</A 20 0 R/B 21 0 R>>",
    objects: { 20: image(90, 60, "DeviceCMYK", 4), 21: image(200, 120, "DeviceGray", 1) },
  };
  const path = save("images.pdf", handmade(made));
  const listed = run("pdfimages", "-list", path)
    .split("\n")
    .slice(2)
    .filter((line) => line !== "")
    .map((line) => line.trim().split(/\s+/))
    .map(([, , , width, height, , , , , , , , across, down]) => [
      width,
      height,
      Math.min(Number(across), Number(down)),
    ]);
  const ours = (await inspectMade(made)).value.pages[0]!.images.map(({ pixelWidth, pixelHeight, ppi }) => [
    String(pixelWidth),
    String(pixelHeight),
    ppi,
  ]);
  expect(ours).toHaveLength(3);
  for (const [i, [width, height, ppi]] of ours.entries()) {
    expect(listed[i]!.slice(0, 2)).toEqual([width, height]);
    expect(Math.abs(Number(listed[i]![2]) - Number(ppi))).toBeLessThanOrEqual(1);
  }
});

testWith("gs")("the ink of a JPEG that Ghostscript made of known ink", async () => {
  const source = save(
    "ink.pdf",
    handmade({ content: "1 .8 .4 0 k 0 0 99 99 re f", boxes: "/MediaBox[0 0 64 64]" }),
  );
  const target = join(folder, "ink.jpg");
  run("gs", "-q", "-dBATCH", "-dNOPAUSE", "-sDEVICE=jpegcmyk", "-r72", "-o", target, source);
  const jpeg = readFileSync(target);
  const inkWith = async (decode: string) => {
    const { value } = await inspectMade({
      content: `${IN_MM}9 0 0 9 0 0 cm /I Do`,
      resources: "/XObject<</I 20 0 R>>",
      objects: {
        20: stream(
          `/Type/XObject/Subtype/Image/Width 64/Height 64/ColorSpace/DeviceCMYK/BitsPerComponent 8/Filter/DCTDecode${decode}`,
          jpeg,
        ),
      },
    });
    return value.pages[0]!.maximumInk?.percent;
  };
  // Adobe's JPEG holds inverted values, and PDF says so by Decode.
  expect(await inkWith("/Decode[1 0 1 0 1 0 1 0]")).toBe(220);
  expect(await inkWith("")).toBe(180);
});

testWith("qpdf")("the same report from object streams, linearised or uncompressed, by qpdf", async () => {
  const { bytes, value } = await piece("web");
  const path = save("plain.pdf", bytes);
  const comparable = ({ pages, title, layers }: PdfReport) => ({ pages, title, layers });
  const ways: readonly (readonly string[])[] = [
    ["--object-streams=generate"],
    ["--linearize"],
    ["--qdf", "--object-streams=disable"],
  ];
  for (const options of ways) {
    const other = join(folder, "other.pdf");
    run("qpdf", ...options, path, other);
    const again = await inspectPdf(readFileSync(other), { profile: null, condition: null });
    expect(again.diagnostics).toEqual([]);
    expect(comparable(again.value)).toEqual(comparable(value));
  }
});

testWith("qpdf")("an encrypted file, by qpdf", async () => {
  const path = save("open.pdf", handmade({ content: "0 g" }));
  for (const options of [["256"], ["128", "--use-aes=y"], ["40"]]) {
    const target = join(folder, "locked.pdf");
    const weak = options[0] === "256" ? [] : ["--allow-weak-crypto"];
    execFileSync("qpdf", [
      ...weak,
      "--encrypt",
      "user",
      "owner",
      ...options,
      "--",
      "--object-streams=generate",
      path,
      target,
    ]);
    const { diagnostics } = await inspectPdf(readFileSync(target), { profile: null, condition: FOGRA39 });
    expect(diagnostics.map(({ code }) => code)).toEqual(["pdf.encrypted"]);
  }
});
