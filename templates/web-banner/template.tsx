import { ALL_THEMES, defineTemplate, type PageContext, type TemplateDefinition } from "anpham/kit";
import { beside } from "./beside.tsx";
import { stacked } from "./stacked.tsx";

/** From this shape on, the call stands beside the message instead of under it. */
const WIDE = 2;

const pages = (page: PageContext) => {
  const { width, height } = page.geometry.trim;
  return width > WIDE * height ? beside(page) : stacked(page);
};

export default defineTemplate({
  id: "web-banner",
  name: { vi: "Banner web", en: "Web banner" },
  description: {
    vi: "Thông điệp ngắn, nút kêu gọi và tên cơ sở, theo các cỡ quảng cáo của IAB.",
    en: "A short message, a button to press and the institution, in the IAB's sizes.",
  },
  formats: [
    "web-300x250",
    "web-336x280",
    "web-728x90",
    "web-970x250",
    "web-160x600",
    "web-300x600",
    "web-320x100",
    "web-320x50",
  ],
  themes: ALL_THEMES,
  pages,
} satisfies TemplateDefinition);
