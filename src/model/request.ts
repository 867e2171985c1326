/** The one definition of a render request, behind the package, the CLI, the HTTP body, the form and batch columns. */

import { z } from "zod";
import { id } from "./ids.ts";

export const OUTPUT_TYPES = ["pdf", "png", "jpeg", "webp", "svg"] as const;
export const outputType = z.enum(OUTPUT_TYPES);
export type OutputType = z.infer<typeof outputType>;

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
    .min(10)
    .max(2400)
    .nullable()
    .default(null)
    .describe("điểm ảnh mỗi inch | pixels per inch; the format's own by default"),
});

/** As written by a caller: everything with a default may be left out. */
export type RenderRequest = z.input<typeof renderRequest>;
