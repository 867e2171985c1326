import { ALL_THEMES, defineTemplate, type PageContext, type TemplateDefinition } from "anpham/kit";
import { board } from "./board.tsx";
import { wall } from "./wall.tsx";

/** From this shape on, and of pixels this coarse, a screen is a wall of LED modules seen across a yard. */
const isWall = ({ format }: PageContext): boolean => format.pixels !== null && format.pixels.height <= 512;

export default defineTemplate({
  id: "screen",
  name: { vi: "Màn hình", en: "Screen" },
  description: {
    vi: "Màn hình ở sảnh, trong hội trường và màn hình LED sân khấu: thông điệp lớn, sự kiện, nghề đào tạo.",
    en: "Screens in lobbies and halls, and LED walls of stages: a large message, the event, the occupations.",
  },
  formats: ["screen-1920x1080", "screen-1080x1920", "screen-led-1536x512", "screen-led-1024x512"],
  themes: ALL_THEMES,
  pages: (page) => (isWall(page) ? wall(page) : board(page)),
} satisfies TemplateDefinition);
