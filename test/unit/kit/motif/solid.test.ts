import { describe, expect, it } from "vitest";
import { compose } from "../../../../src/compose/compose.ts";
import { ALL_THEMES } from "../../../../src/model/theme.ts";
import tote from "../../../../templates/tote/template.tsx";
import { sampleJob, samplePage } from "../sample-job.ts";

describe.each(ALL_THEMES)("the motif of theme %s for screen printing", (theme) => {
  const { frames } = compose(sampleJob({ format: "tote-280x350", theme, template: tote })).value[0]!;
  const art = frames.filter(({ role }) => role === "art");
  const used = new Set(JSON.stringify(art).match(/#[0-9a-f]{6}/gu));

  it("takes at most four screens, none of them a tint", () => {
    const page = samplePage({ theme });
    const solids = (["primary", "primary-3", "highlight", "accent"] as const).map((token) =>
      page.color(token),
    );
    expect(used.size).toBeGreaterThanOrEqual(3);
    for (const color of used) expect(solids).toContain(color);
  });

  it("leaves the cloth bare: no ground, nothing filled with paper", () => {
    expect(art.map(({ name }) => name)).not.toContain("ground");
    expect(used).not.toContain(samplePage({ theme }).color("paper"));
  });
});
