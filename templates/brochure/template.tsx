import { ALL_THEMES, defineTemplate, type TemplateDefinition } from "anpham/kit";
import { inside } from "./inside.tsx";
import { outside } from "./outside.tsx";

export default defineTemplate({
  id: "brochure",
  name: { vi: "Tờ gấp tuyển sinh", en: "Recruitment brochure" },
  description: {
    vi: "Hai mặt, gấp ba hoặc gấp đôi: bìa, giới thiệu, nghề đào tạo, liên hệ; không chữ nào nằm trên nếp gấp.",
    en: "Two sides, folded in three or two: cover, introduction, occupations, contact; no text lies on a fold.",
  },
  formats: ["brochure-trifold-a4", "brochure-bifold-a4", "brochure-bifold-a3"],
  themes: ALL_THEMES,
  pages: (page) => [outside(page), inside(page)],
} satisfies TemplateDefinition);
