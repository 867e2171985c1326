import { beforeAll, expect, test } from "vitest";
import { packageFolders } from "../../../../src/package-folders.ts";
import { createEngine, type Engine } from "../../../../src/render.ts";
import { preview } from "../../../../src/run/form/preview.ts";

const folders = packageFolders();
let engine: Engine;
beforeAll(async () => {
  engine = await createEngine(folders);
});
const look = (
  template: string,
  format: string,
  data: Record<string, unknown> = {},
  pages: readonly number[] | null = [0],
) =>
  preview(engine, {
    kind: "preview",
    folders,
    pages,
    request: { template, format, institution: "cd-y-te", data },
  });

test("only the pages asked for are drawn, all are counted, with their bleed", async () => {
  const { pages, pageCount, bleed } = await look("brochure", "brochure-trifold-a4", {}, [1, 7]);
  expect(pages.map(({ page }) => page)).toEqual([1]);
  expect(pageCount).toBe(2);
  expect(bleed).toBe(3);
  expect(pages[0]?.svg).toContain('viewBox="0 0 303');
});

test("says of each text whether it stands there whole, short or not at all, and where", async () => {
  const { sayings, places } = await look("recruitment-flyer", "a5");
  expect(sayings).toMatchObject({
    "institution.name": "whole",
    callToAction: "short",
    "benefits.0": "unsaid",
  });
  expect(places["contact.phones.0"]).toMatchObject({ page: 0 });
  expect(places["contact.phones.0"]!.area.y).toBeGreaterThan(105);
});

test("a finding about words is told at the field that says them", async () => {
  const long = "Một thông điệp rất dài ".repeat(8).trim();
  const { diagnostics } = await look("bandroll", "bandroll-6x0.8m", { message: long });
  expect(diagnostics.map(({ where }) => where.path)).toContain("message.text");
});

test("a code that cannot be scanned is told at the link behind it", async () => {
  const { diagnostics } = await look("recruitment-flyer", "dl", { qr: `https://x.vn/${"a".repeat(280)}` });
  expect(diagnostics.map(({ code, where }) => [code, where.path])).toContainEqual([
    "preflight.qr-fine-modules",
    "qr",
  ]);
});
