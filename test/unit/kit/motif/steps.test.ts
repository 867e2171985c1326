import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { rect } from "../../../../src/base/geometry.ts";
import { compose } from "../../../../src/compose/compose.ts";
import { jsx } from "../../../../src/kit/jsx-runtime.ts";
import { Motif } from "../../../../src/kit/motif/motif.tsx";
import { Page } from "../../../../src/kit/page.tsx";
import avatar from "../../../../templates/avatar/template.tsx";
import poster from "../../../../templates/recruitment-poster/template.tsx";
import standee from "../../../../templates/standee/template.tsx";
import { sampleJob, samplePage, templateOf } from "../sample-job.ts";

const highlight = samplePage().color("highlight");

it.each(["primary", "tint", "paper"] as const)(
  "are tone on tone behind words on %s: nothing shines",
  (ground) => {
    const motif = { name: "motif", area: rect(0, 0, 148, 210), ground };
    const drawn = (quiet: boolean) => {
      const template = templateOf(() => jsx(Page, { children: jsx(Motif, { ...motif, quiet }) }));
      return JSON.stringify(compose(sampleJob({ template })).value[0]!.frames);
    };
    expect(drawn(false)).toContain(highlight);
    expect(drawn(true)).not.toContain(highlight);
  },
);

it("cross the ring of an avatar with no line of its own colour", () => {
  const { frames } = compose(sampleJob({ format: "avatar-youtube", template: avatar })).value[0]!;
  const shining = frames.filter((frame) => frame.role === "art" && JSON.stringify(frame).includes(highlight));
  expect(shining.map(({ name }) => name)).toEqual(["ring"]);
});

it("stay out of the foot of a standee", () => {
  const { frames } = compose(sampleJob({ format: "standee-800x1800", template: standee })).value[0]!;
  const foot = frames.find(({ name }) => name === "foot")!;
  const reaching = frames.filter(({ role, y, height }) => role === "art" && y + height > foot.y + 0.1);
  expect(reaching.map(({ name }) => name)).toEqual(["foot"]);
});

it.each([
  ["standee-600x1600", standee],
  ["standee-850x2000", standee],
  ["a1", poster],
  ["poster-600x900", poster],
] as const)("%s: stand beside dense words too, which leave them a narrower column", (format, template) => {
  const long = JSON.parse(readFileSync("brand/samples/briefs/long.json", "utf8"));
  const { badge, lead, event, programmes, callToAction } = long;
  const brief = { badge, lead, event, programmes, callToAction };
  const { frames } = compose(sampleJob({ format, template, brief })).value[0]!;
  expect(frames.map(({ name }) => name)).toEqual(expect.arrayContaining(["motif", "headline", "event"]));
});
