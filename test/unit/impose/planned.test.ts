/** Sheets of a print run share what does not depend on what is printed, and nothing else. */

import { expect, test } from "vitest";
import { impose } from "../../../src/impose/impose.ts";
import { type ImposeJob, plainJob } from "../../../src/impose/impose-job.ts";
import { planned } from "../../../src/impose/planned.ts";
import { ALL_MARKS, NO_FINISHING, NO_MARKS, WEB_PROFILE } from "../../../src/model/output-profile.ts";
import type { Scene } from "../../../src/model/scene.ts";
import { sceneOf, solidRect, testFace } from "../../support/scene.ts";

const first = sceneOf([solidRect(0, 0, 148, 210, "#ff0000")], { width: 148, height: 210, bleed: 3 });
const { geometry } = first;
/** Pages of the same run: other content in the same geometry. */
const next: Scene = { ...sceneOf([solidRect(0, 0, 9, 9, "#00ff00")], { width: 148, height: 210 }), geometry };

const face = testFace();
const profile = { ...WEB_PROFILE, bleed: "format" as const, markOffset: 3, marks: ALL_MARKS };
const slug = (title: string): ImposeJob["slug"] => ({ parts: [title], face });
const job: ImposeJob = { ...plainJob(profile), slug: slug("Tờ rơi A5") };

test("pages of the same geometry have the same plan", () => {
  expect(planned([next], job, null)).toBe(planned([first], job, null));
  expect(planned([first, next], job, null).value).toHaveLength(2);
});

test("whatever a sheet was made of before, it is as if it were the first", () => {
  const anew = (scene: Scene): Scene => ({ ...scene, geometry: { ...geometry } });
  const jobs: readonly ImposeJob[] = [
    job,
    { ...job, slug: slug("Một trường khác") },
    { ...job, slug: slug("Một tờ rơi có tên dài hơn bề rộng của nó ".repeat(6)) },
    { ...job, slug: null },
    { ...job, folds: [{ axis: "vertical", at: 74 }] },
    { ...job, formatBleed: 5 },
    {
      ...job,
      shape: "circle",
      profile: { ...profile, finishing: { ...NO_FINISHING, cutContour: { offset: 1 } } },
    },
    { ...job, shape: "rectangle" },
    { ...job, spots: [{ rgb: { r: 255, g: 0, b: 0 }, token: "primary" }] },
    { ...job, profile: { ...profile, marks: NO_MARKS } },
    { ...job, profile: { ...profile, marks: { ...ALL_MARKS, colorBar: false } } },
    { ...job, profile: { ...profile, sheet: { width: 160, height: 222, margin: 2, gutter: 0 } } },
  ];
  for (const scene of [first, next]) {
    for (const each of [...jobs, ...jobs.toReversed()]) {
      const { value, diagnostics } = impose([scene], each);
      const other = impose([anew(scene)], each);
      expect(diagnostics).toEqual(other.diagnostics);
      expect(value.map((sheet) => ({ ...sheet, placements: [] }))).toEqual(
        other.value.map((sheet) => ({ ...sheet, placements: [] })),
      );
    }
  }
});
