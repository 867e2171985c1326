import { ALL_THEMES, defineTemplate, type TemplateDefinition } from "anpham/kit";
import { inside } from "./inside.tsx";
import { outside } from "./outside.tsx";

export default defineTemplate({
  id: "invitation",
  name: { vi: "Giấy mời", en: "Invitation" },
  description: {
    vi: "Hai mặt: mặt ngoài có tên sự kiện, mặt trong có lời mời, thời gian, địa điểm; không có tên khách thì để dòng chấm.",
    en: "Two sides: what to on the outside, the invitation with time and place inside; a dotted line where there is no guest.",
  },
  formats: ["invitation-210x148", "invitation-dl"],
  themes: ALL_THEMES,
  display: "formal",
  pages: (page) => [outside(page), inside(page)],
} satisfies TemplateDefinition);
