import { expect, it } from "vitest";
import { rect } from "../../../src/base/geometry.ts";
import { compose } from "../../../src/compose/compose.ts";
import { cropPosition, Photo } from "../../../src/kit/photo.tsx";
import type { Asset } from "../../../src/model/job.ts";
import type { TemplateDefinition } from "../../../src/model/template.ts";
import flyer from "../../../templates/recruitment-flyer/template.tsx";
import socialPost from "../../../templates/social-post/template.tsx";
import standee from "../../../templates/standee/template.tsx";
import { frameNamed } from "../templates/frames.ts";
import { SAMPLE_BRIEF, sampleJob, samplePage } from "./sample-job.ts";

const photo = (x: number, y: number) => ({
  src: "asset:x",
  pixelWidth: 3000,
  pixelHeight: 2000,
  focus: { x, y },
  look: null,
});

it.each([
  ["the middle of the picture", 0.5, 0.5, "50% 50%"],
  ["a subject on the right", 0.75, 0.5, "80% 50%"],
  ["a subject at the very edge, as far as the picture goes", 0.99, 0.5, "100% 50%"],
])("a tall strip shows %s", (_name, x, y, position) => {
  expect(cropPosition(photo(x, y), { width: 50, height: 200 })).toBe(position);
});

it("a wide strip moves up and down", () => {
  expect(cropPosition(photo(0.5, 0.25), { width: 300, height: 50 })).toBe("50% 16.67%");
});

it("behind a cut the subject stands in the middle of what shows", () => {
  const strip = { width: 50, height: 200 };
  expect(cropPosition(photo(0.5, 0.5), strip, { x: 40, y: 100 })).toBe("44% 50%");
});

it("what lies off the page takes no part of the picture with it", () => {
  const page = { ...samplePage(), pictures: { photo: photo(0.75, 0.5) } };
  const { bleedBox } = page.geometry;
  const right = bleedBox.x + bleedBox.width;
  // A square that runs off the page by half: a tall strip of it shows, with the subject in its middle.
  const square = [
    [0, 0],
    [100, 0],
    [100, 100],
    [0, 100],
  ] as const;
  for (const shape of [undefined, square]) {
    const frame = Photo(
      { name: "photo", area: rect(right - 50, 20, 100, 100), ...(shape && { shape }) },
      page,
    );
    const told = JSON.stringify(frame);
    expect(told).toContain('"width":50');
    expect(told).toContain('"objectPosition":"87.5% 50%"');
  }
});

const PHOTO: Asset = {
  role: "photo",
  name: "photo.jpg",
  id: "0".repeat(64),
  mediaType: "image/jpeg",
  pixelWidth: 3000,
  pixelHeight: 2000,
  data: new Uint8Array(),
  focus: { x: 0.4, y: 0.4 },
  tones: null,
  look: null,
};

const photoOn = (
  template: TemplateDefinition,
  format: string,
  brief: Readonly<Record<string, unknown>> = {},
) => {
  const [page] = compose(sampleJob({ template, format, brief, assets: [PHOTO] })).value;
  return { page: page!, frame: frameNamed(page!, "motif-photo") };
};

it.each([
  [flyer, "a5"],
  [flyer, "dl"],
  [standee, "standee-800x1800"],
  [socialPost, "story"],
] as const)("the message over steps leaves a photo the room that a face needs: %# %s", (template, format) => {
  const { page, frame } = photoOn(template, format, { event: null });
  expect(frame!.width).toBeGreaterThan(page.geometry.trim.width * 0.33);
});

it("where steps have room for a strip of it alone, they show no photo", () => {
  for (const format of flyer.formats) {
    const event = {
      name: "Ngày hội tư vấn tuyển sinh, hướng nghiệp và trải nghiệm nghề nghiệp cho học sinh lớp 9",
    };
    const { frame } = photoOn(flyer, format, { event, programmes: SAMPLE_BRIEF.programmes });
    if (!frame) continue;
    const covered = Math.max(frame.width / 3000, frame.height / 2000);
    expect(frame.width / (3000 * covered)).toBeGreaterThanOrEqual(0.25);
  }
});
