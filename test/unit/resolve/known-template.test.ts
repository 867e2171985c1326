import { expect, test } from "vitest";
import { AnphamError } from "../../../src/base/diagnostic.ts";
import { openTemplates } from "../../../src/compose/registry.ts";
import { packageFolders } from "../../../src/package-folders.ts";
import { refuseUnknownTemplate } from "../../../src/resolve/known-template.ts";

const hintFor = async (id: string): Promise<string> => {
  const templates = await openTemplates(packageFolders().templates);
  const thrown = await refuseUnknownTemplate(id, templates).catch((each: unknown) => each);
  if (!(thrown instanceof AnphamError)) return "known";
  expect(thrown.diagnostics.map(({ code, where }) => [code, where.path])).toEqual([
    ["request.unknown-id", "template"],
  ]);
  return thrown.diagnostics[0]!.hint.en;
};

test("a kind of piece is answered with the templates that make it, a slip with the nearest name", async () => {
  expect(await hintFor("decal")).toBe("Nearest valid names: sticker.");
  expect(await hintFor("flyer")).toBe("Nearest valid names: recruitment-flyer.");
  expect(await hintFor("stiker")).toContain("sticker");
  expect(await hintFor("sticker")).toBe("known");
});
