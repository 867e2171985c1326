import { expect, test } from "vitest";
import type { Catalogue } from "../../../../src/web/model/catalogue.ts";
import { type Draft, EMPTY_DRAFT, type PieceDraft } from "../../../../src/web/model/draft.ts";
import { knownPieces } from "../../../../src/web/model/known-pieces.ts";

const catalogue = {
  templates: [{ id: "flyer", formats: ["a5", "a4"] }],
  formats: [{ id: "a5" }, { id: "a4" }, { id: "story" }],
} as unknown as Catalogue;
const piece = (template: string, format: string): PieceDraft => ({ template, format, theme: null, data: {} });
const draftOf = (pieces: readonly PieceDraft[], active: number): Draft => ({
  ...EMPTY_DRAFT,
  pieces,
  active,
});

const a5 = piece("flyer", "a5");
const a4 = piece("flyer", "a4");
const gone = [piece("poster", "a5"), piece("flyer", "a6"), piece("flyer", "story")];

test("a draft whose pieces there all are stays as it is", () => {
  const draft = draftOf([a5, a4], 1);
  expect(knownPieces(draft, catalogue)).toEqual({ draft, gone: [] });
});

test("pieces that are gone go, and who looked at another one still does", () => {
  const found = knownPieces(draftOf([gone[0]!, a5, gone[1]!, gone[2]!, a4], 4), catalogue);
  expect(found).toEqual({ draft: draftOf([a5, a4], 1), gone });
  expect(knownPieces(draftOf([a5, gone[0]!], 1), catalogue).draft).toEqual(draftOf([a5], 0));
});
