import { mkdir, mkdtemp, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { AnphamError } from "../../../src/base/diagnostic.ts";
import { compose } from "../../../src/compose/compose.ts";
import { placedFault } from "../../../src/compose/placed-fault.ts";
import { openTemplates } from "../../../src/compose/registry.ts";
import { sampleJob } from "../kit/sample-job.ts";

let folder = "";

beforeEach(async () => {
  folder = await mkdtemp(join(await realpath(tmpdir()), "anpham-placed-test-"));
  await mkdir(join(folder, "one"));
});
afterEach(() => rm(folder, { recursive: true }));

/** Where a template fails that was compiled as for a print run. */
async function whereOf(body: string) {
  const text = `import { Frame, Page } from "anpham/kit";
const label = { vi: "a", en: "a" };
const Broken = () => { throw new Error("hỏng"); };
export default {
  id: "one", name: label, description: label, formats: ["a5"], themes: ["vuon-len"],
  pages: (page) => {
    ${body}
  },
};`;
  await writeFile(join(folder, "one", "template.tsx"), text);
  const template = await (await openTemplates(folder, null)).load("one");
  const job = sampleJob({ format: "a5", template });
  try {
    compose(job);
  } catch (thrown) {
    if (!(thrown instanceof AnphamError)) throw thrown;
    expect(thrown.diagnostics[0]?.where.line).toBeUndefined();
    const placed = await placedFault(thrown, job, folder);
    expect(placed.diagnostics[0]).toMatchObject({ code: "template.broken" });
    expect(placed.diagnostics[0]?.message).toEqual(thrown.diagnostics[0]?.message);
    expect(placed.cause).toBe(thrown.cause);
    return placed.diagnostics[0]?.where;
  }
  throw new Error("the template was accepted");
}

test.each([
  ["the template's own code", "const none = undefined;\n    return none.width;", 8],
  ["a component of the template", "return (\n      <Page>\n        <Broken />\n      </Page>\n    );", 3],
  [
    "an element that breaks a rule",
    "return (\n      <Page><p>\n        <Frame name='x' x={0} y={0} width={9} height={9} />\n      </p></Page>\n    );",
    9,
  ],
])("a fault of %s is told with its line", async (_, body, line) => {
  expect(await whereOf(body)).toMatchObject({ file: join(folder, "one", "template.tsx"), line });
});

test("a fault of no line is told with its file", async () => {
  expect(await whereOf("return [];")).toEqual({ file: join(folder, "one", "template.tsx") });
});
