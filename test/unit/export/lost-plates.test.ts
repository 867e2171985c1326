import { expect, test } from "vitest";
import { exportSheets } from "../../../src/export/export.ts";
import { markColor } from "../../../src/model/mark-ink.ts";
import type { Sheet } from "../../../src/model/sheet.ts";
import { fogra39 } from "../../support/fogra39.ts";
import { resourcesOf, sheetOf, solid, solidRect } from "../../support/scene.ts";

const line = solidRect(0, 0, 10, 10, { ...solid("#e6007e"), color: markColor("cut-contour") });
const white = solidRect(0, 0, 10, 10, { ...solid("#ffffff"), color: markColor("white-plate") });
const layer = (node: typeof line, use: Sheet["layers"][number]["for"]): Sheet["layers"][number] => ({
  ...{ name: "x", for: use, nodes: [node], resources: resourcesOf() },
});
const plain = sheetOf([solidRect(0, 0, 10, 10, "#0000ff")], { width: 10, height: 10 });
const sticker: Sheet = { ...plain, layers: [layer(white, "press"), layer(line, "cutter")] };

const told = async (sheet: Sheet, as: "pdf" | "tiff" | "jpeg" | "png", inked = true) => {
  const { diagnostics } = await exportSheets([sheet], {
    ...{ as, ppi: 72, title: "Nhãn", author: null, language: "vi-VN", date: null },
    ...{ condition: inked ? fogra39() : null, inks: new Map(), standard: "pdf-1.6", text: "outlines" },
  });
  return diagnostics.map(({ code, message }) => `${code} ${message.en}`);
};

test.each(["tiff", "jpeg"] as const)(
  "a %s in inks tells that it has neither white ink nor cut line",
  async (as) => {
    expect(await told(sticker, as)).toEqual([
      "export.plates-lost A picture has only the plates C, M, Y and K, without White, CutContour.",
    ]);
    expect(await told(plain, as)).toEqual([]);
  },
);

test("a PDF has both, and nobody cuts a picture for screens", async () => {
  expect(await told(sticker, "pdf")).toEqual([]);
  expect(await told(sticker, "png")).toEqual([]);
  expect(await told(sticker, "jpeg", false)).toEqual([]);
});
