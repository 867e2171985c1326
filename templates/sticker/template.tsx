import { ALL_THEMES, defineTemplate, type PageContext, type TemplateDefinition } from "anpham/kit";
import { oblongSticker } from "./oblong.tsx";
import { roundSticker } from "./round.tsx";

const pages = (page: PageContext) =>
  page.format.shape === "circle" ? roundSticker(page) : oblongSticker(page);

export default defineTemplate({
  id: "sticker",
  name: { vi: "Huy hiệu, đề can", en: "Badge and decal" },
  description: {
    vi: "Biểu trưng, một câu ngắn và tên cơ sở, tròn hoặc chữ nhật.",
    en: "Mark, a few words and the institution's name, round or rectangular.",
  },
  formats: ["badge-58", "decal-round-100", "decal-100x60", "decal-200x100"],
  themes: ALL_THEMES,
  pages,
} satisfies TemplateDefinition);
