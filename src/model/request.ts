/** The one definition of a render request, behind the package, the CLI, the HTTP body, the form and batch columns. */

import * as z from "zod";
import { id } from "./ids.ts";

export const OUTPUT_TYPES = ["pdf", "png", "jpeg", "webp", "tiff", "svg"] as const;
export const outputType = z.enum(OUTPUT_TYPES);
export type OutputType = z.infer<typeof outputType>;

/** Marks by the names that requests use. */
export const MARK_NAMES = ["crop", "bleed", "registration", "color-bar", "fold", "slug"] as const;
export type MarkName = (typeof MARK_NAMES)[number];

export const renderRequest = z.strictObject({
  template: id.describe("mẫu thiết kế | template id"),
  format: id.describe("khổ | format id"),
  institution: z
    .union([id, z.record(z.string(), z.unknown())])
    .describe("cơ sở: mã hoặc dữ liệu | institution id or data"),
  campaign: id.default("gdnn-2026").describe("chiến dịch | campaign id"),
  message: id.nullable().default(null).describe("thông điệp | message id; the campaign's first by default"),
  audience: id.nullable().default(null).describe("đối tượng | audience id; the campaign's first by default"),
  event: id.nullable().default(null).describe("sự kiện | event id; none by default"),
  theme: id.default("vuon-len").describe("chủ đề | theme id"),
  data: z
    .record(z.string(), z.unknown())
    .default({})
    .describe("nội dung ghi đè | content laid over the brief"),
  as: outputType.default("pdf").describe("loại tệp | file type"),
  profile: id.default("web").describe("hồ sơ xuất | output profile id"),
  ppi: z
    .number()
    // A 12 m panel as a thumbnail of 50 px.
    .min(0.1)
    .max(2400)
    .nullable()
    .default(null)
    .describe("điểm ảnh mỗi inch | pixels per inch; the format's own by default"),
  bleed: z
    .number()
    .min(0)
    .max(200)
    .nullable()
    .default(null)
    .describe("tràn lề, mm | bleed, mm; the profile's by default"),
  marks: z
    .union([z.boolean(), z.array(z.enum(MARK_NAMES))])
    .nullable()
    .default(null)
    .describe(`dấu in: tất cả, hoặc một số | marks: all, or some of ${MARK_NAMES.join(",")}`),
  outline: z
    .boolean()
    .nullable()
    .default(null)
    .describe("chữ thành nét | text as outlines; the profile's choice by default"),
  scale: z
    .number()
    .min(0.01)
    .max(1)
    .nullable()
    .default(null)
    .describe(
      "tỷ lệ tệp so với thành phẩm, ví dụ 1:10 | size of the file to the finished piece, such as 1:10",
    ),
  mirror: z
    .boolean()
    .nullable()
    .default(null)
    .describe(
      "lật gương, cho hình dán mặt trong kính, giấy chuyển | mirrored, for inside of glass, transfers",
    ),
  date: z.iso
    .date()
    .nullable()
    .default(null)
    .describe("ngày ghi trong tệp và dòng thông tin | day written into the file and its slug line"),
});

/** As written by a caller: everything with a default may be left out. */
export type RenderRequest = z.input<typeof renderRequest>;
