import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { briefOf, distinctFlyer, flyer, textsOf } from "../../../bench/content.mjs";
import { packageFolders } from "../../../src/package-folders.ts";
import { createEngine } from "../../../src/render.ts";
import { run, testWith } from "../../support/judges.ts";

const FIELDS = ["name", "monogram", "governingBody", "badge", "phone", "website", "address", "qr"] as const;

test("rows differ in eight fields", () => {
  const [one, other] = [flyer(1), flyer(2)];
  expect(FIELDS.filter((field) => one[field] === other[field])).toEqual([]);
});

test("distinct rows have neither headlines nor programmes in common", () => {
  const [one, other] = [distinctFlyer(1), distinctFlyer(2)];
  expect(FIELDS.filter((field) => one[field] === other[field])).toEqual([]);
  expect(one.headline).not.toEqual(other.headline);
  const names = new Set(one.programmes.map(({ name }) => name));
  expect(other.programmes.filter(({ name }) => names.has(name))).toEqual([]);
});

testWith("pdftotext")("anpham sets every text that the other contenders set", async () => {
  const engine = await createEngine(packageFolders());
  const piece = flyer(3);
  const { artifacts, diagnostics } = await engine.render({
    template: "recruitment-flyer",
    format: "a5",
    institution: "cd-y-te",
    data: briefOf(piece),
  });
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  const folder = mkdtempSync(join(tmpdir(), "anpham-bench-content-"));
  try {
    const file = join(folder, "flyer.pdf");
    writeFileSync(file, artifacts[0]!.bytes);
    const said = run("pdftotext", file, "-").replace(/\s+/g, " ");
    expect(textsOf(piece).filter((text) => !said.includes(text))).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
