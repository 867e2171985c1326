import { expect, test } from "vitest";
import { packageFolders } from "../../../src/package-folders.ts";
import { createEngine } from "../../../src/render.ts";
import { resolve } from "../../../src/resolve/resolve.ts";

const { library } = await createEngine(packageFolders());
const school = await library.institutions.load("cd-y-te");

const findings = async (profile: string, cmyk: unknown) => {
  const colors = { ...school.colors, accent: { ...school.colors!.accent, cmyk } };
  const institution = { ...school, colors } as unknown as Record<string, unknown>;
  const { diagnostics } = await resolve(
    { template: "recruitment-flyer", format: "a5", institution, profile },
    library,
  );
  return diagnostics.map(({ code, message }) => `${code}: ${message.en}`);
};

test("a school's own colour without inks is named when it goes to print, and only then", async () => {
  expect(await findings("print", null)).toEqual([
    "kit.color-without-inks: The colour “accent” (#ff8564) has no CMYK and is converted for the condition “fogra39-coated”.",
  ]);
  expect(await findings("web", null)).toEqual([]);
  expect(await findings("print", { c: 0, m: 62, y: 60, k: 0 })).toEqual([]);
});
