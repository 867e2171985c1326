import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { compose } from "../../../src/compose/compose.ts";
import { ALL_THEMES } from "../../../src/model/theme.ts";
import tote from "../../../templates/tote/template.tsx";
import { sampleJob } from "../kit/sample-job.ts";
import { expectFramesApart, frameNamed, textOf } from "./frames.ts";

const { institution } = JSON.parse(readFileSync("brand/samples/briefs/long.json", "utf8"));

it.each(ALL_THEMES)("a tote in theme %s says beside or under the mark whose it is", (theme) => {
  const tell = (brief: Record<string, unknown>) => {
    const page = compose(sampleJob({ format: "tote-280x350", theme, template: tote, brief })).value[0]!;
    expectFramesApart(page, theme);
    return frameNamed(page, "institution")!;
  };
  const beside = tell({});
  const under = tell({ institution });
  expect(textOf(beside)).toBe("NM Trường Cao đẳng Nghề Mẫu");
  expect(textOf(under)).toContain(institution.name.text);
  expect(under.height).toBeGreaterThan(beside.height);
});
