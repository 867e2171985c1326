import { describe, expect, it } from "vitest";
import { compose } from "../../../src/compose/compose.ts";
import { ALL_THEMES } from "../../../src/model/theme.ts";
import webBanner from "../../../templates/web-banner/template.tsx";
import { sampleJob } from "../kit/sample-job.ts";

describe.each(ALL_THEMES)(
  "a phone's strip in theme %s, for an institution whose name fits nowhere",
  (theme) => {
    const institution = {
      name: "Trung tâm Giáo dục nghề nghiệp – Giáo dục thường xuyên liên huyện Đức Linh – Tánh Linh",
      monogram: "ĐT",
      governingBody: null,
      logo: null,
    };
    const job = sampleJob({ format: "web-320x50", theme, template: webBanner, brief: { institution } });
    const { frames } = compose(job).value[0]!;
    const middle = (wanted: string) => {
      const { y, height } = frames.find(({ name }) => name === wanted)!;
      return y + height / 2;
    };

    it("sets the badge at the height of the mark", () => {
      expect(Math.abs(middle("headline") - middle("logo"))).toBeLessThan(0.6);
    });

    it("has neither steps nor a sun as small as a letter", () => {
      const figures = frames.filter(({ name }) => name === "motif");
      expect(figures).toEqual([]);
    });
  },
);
