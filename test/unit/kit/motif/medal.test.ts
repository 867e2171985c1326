import { describe, expect, it } from "vitest";
import { compose } from "../../../../src/compose/compose.ts";
import { medalField } from "../../../../src/kit/motif/medal.tsx";
import { ALL_THEMES } from "../../../../src/model/theme.ts";
import stickers from "../../../../templates/sticker/template.tsx";
import { sampleJob, samplePage } from "../sample-job.ts";

describe.each(ALL_THEMES)("the medal of theme %s", (theme) => {
  it("leaves a disc to the words that nothing wraps to the back of a badge", () => {
    const page = samplePage({ format: "badge-58", theme });
    const { x, y, radius } = medalField(page);
    const farthest = Math.hypot(x - 35, y - 35) + radius;
    expect(farthest).toBeLessThanOrEqual(29);
    expect(radius).toBeGreaterThan(0.85 * 29);
  });

  it("holds mark, message and name apart, one over the other, within the face", () => {
    const { frames } = compose(sampleJob({ format: "badge-58", theme, template: stickers })).value[0]!;
    const words = frames.filter(({ role }) => role === "content");
    expect(words.length).toBeGreaterThanOrEqual(2);
    for (const { name, x, y, width, height } of words) {
      // Half a line in from the corners of a centred block, all of it is on the face.
      const down = Math.max(Math.abs(y - 35), Math.abs(y + height - 35)) - 2;
      expect(Math.hypot(Math.max(35 - x, x + width - 35) - 2, down), name).toBeLessThanOrEqual(29);
    }
  });
});
