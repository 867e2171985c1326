import { join } from "node:path";
import { expect, test } from "vitest";
import { packageRoot } from "../../../../src/base/package-root.ts";
import { packageFolders } from "../../../../src/package-folders.ts";
import { createEngine } from "../../../../src/render.ts";
import { testTemplate } from "../../../../src/run/template-test/test-template.ts";

const templates = join(packageRoot(), "test", "fixtures", "run-templates");
const engine = await createEngine({ ...packageFolders(), templates });
const options = {
  formats: null,
  themes: ["vuon-len"],
  dataSets: [{ id: "own", content: {} }],
  institutions: ["cd-y-te"],
  onPiece: () => undefined,
};

test("a template that overflows does not pass, and says where", async () => {
  const { passed, pieces } = await testTemplate(engine, { ...options, template: "overflows" });
  expect(passed).toBe(false);
  expect(pieces[0]!.faults.map(({ code }) => code)).toContain("preflight.overflow");
});

test("what stops it ends nothing: the verdict counts every piece", async () => {
  let told = 0;
  const { pieces } = await testTemplate(engine, {
    ...options,
    template: "overflows",
    institutions: ["cd-y-te", "tt-vinh-hao"],
    onPiece: (done, total) => {
      told++;
      expect(done).toBeLessThanOrEqual(total);
    },
  });
  expect(pieces.length).toBe(told);
});
