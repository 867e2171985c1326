import { describe, expect, it } from "vitest";
import { compose } from "../../../src/compose/compose.ts";
import { ALL_THEMES } from "../../../src/model/theme.ts";
import invitationTemplate from "../../../templates/invitation/template.tsx";
import { sampleJob } from "../kit/sample-job.ts";
import { expectFramesApart, frameNamed, textOf } from "./frames.ts";

const invitation = {
  greeting: "Trân trọng kính mời",
  purpose: "tới dự Lễ tuyên dương học sinh, sinh viên xuất sắc",
  closing: "Sự hiện diện của quý vị là niềm vinh hạnh của nhà trường.",
  reply: "Xin vui lòng báo tin trước ba ngày.",
};
const person = { name: "Trần Văn Hùng", title: "Ông", detail: "Giám đốc Công ty Mẫu" };
const faces = { display: "Lora", text: "Be Vietnam Pro" };
const cases = invitationTemplate.formats.flatMap((format) =>
  ALL_THEMES.map((theme) => [format, theme] as const),
);

describe.each(cases)("invitation in %s, theme %s", (format, theme) => {
  const sides = (brief: Record<string, unknown>) =>
    compose(sampleJob({ format, template: invitationTemplate, theme, faces, brief })).value;

  it("tells the occasion outside, and inside whom, what to, when and where, and how to answer", () => {
    const pages = sides({ invitation, person });
    expect(pages).toHaveLength(2);
    const [outside, inside] = pages.map(({ frames }) => frames.map(textOf).join("\n"));
    expect(outside!.toLowerCase()).toContain("giấy mời");
    expect(outside).toContain("Ngày hội");
    for (const words of [
      invitation.greeting,
      person.name,
      invitation.purpose,
      invitation.closing,
      "04/10/2026",
      "7 giờ 30",
      "TP. Phan Thiết",
      "0252 3000 111",
      invitation.reply,
    ])
      expect(inside).toContain(words);
    for (const page of pages) expectFramesApart(page, format);
  });

  it("leaves dotted lines for a guest, a time and a place that are not known", () => {
    const [, inside] = sides({ invitation, person: null, event: null });
    expect(frameNamed(inside!, "name")!.role).toBe("art");
    expect(textOf(frameNamed(inside!, "when"))).toBe("Thời gian");
    expectFramesApart(inside!, format);
  });
});
