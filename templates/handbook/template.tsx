import { ALL_THEMES, defineTemplate, type TemplateDefinition } from "anpham/kit";
import { backCover } from "./back-cover.tsx";
import { frontCover } from "./front-cover.tsx";
import { sectionLeaf } from "./leaves.tsx";
import { FIRST, planBook } from "./plan.ts";
import { welcome } from "./welcome.tsx";
import { worksheet } from "./worksheets.tsx";

export default defineTemplate({
  id: "handbook",
  name: { vi: "Cẩm nang", en: "Handbook" },
  description: {
    vi: "Nhiều trang, đóng ghim: bìa, mục lục, các chương, trang ghi chép; số trang luôn là bội số của bốn.",
    en: "Many pages, stapled: cover, contents, chapters, pages to write on; always a multiple of four pages.",
  },
  formats: ["handbook-a5"],
  themes: ALL_THEMES,
  needs: ["directory"],
  pages: (page) => {
    const { sections, sheets } = planBook(page);
    const afterText = FIRST + sections.length;
    return [
      frontCover(page),
      welcome(page),
      ...sections.map((section, index) => sectionLeaf(page, section, FIRST + index)),
      ...sheets.map((sheet, index) => worksheet(page, sheet, afterText + index)),
      backCover(page),
    ];
  },
} satisfies TemplateDefinition);
