import { expect, test } from "vitest";
import type { Catalogue } from "../../../../src/web/model/catalogue.ts";
import type { PieceDraft } from "../../../../src/web/model/draft.ts";
import { goneFindings } from "../../../../src/web/server/gone-pieces.ts";

const catalogue = {
  templates: [{ id: "flyer", formats: ["a5", "a4"] }],
  formats: [{ id: "a5" }, { id: "a4" }, { id: "story" }],
} as unknown as Catalogue;
const piece = (template: string, format: string): PieceDraft => ({ template, format, theme: null, data: {} });
const gone = [piece("poster", "a5"), piece("flyer", "a6"), piece("flyer", "story")];

test("each is told with what is missing: the template, the format, that format of that template", () => {
  expect(goneFindings(gone, catalogue).map(({ message }) => message.vi)).toEqual([
    "Không có mẫu “poster”.",
    "Không có khổ “a6”.",
    "Mẫu “flyer” không có khổ “story”.",
  ]);
});
