/** One institution: a row of the province's spreadsheet. */

import * as z from "zod";
import { signer } from "./award.ts";
import { brandPath, cmyk, hex } from "./brand-kit.ts";
import { id, phrase, text, words } from "./ids.ts";

/** Training levels of Vietnam's vocational education law (Luật 74/2014/QH13, điều 3 and 4). */
export const trainingLevel = z.enum(["so-cap", "trung-cap", "cao-dang"]);
export type TrainingLevel = z.infer<typeof trainingLevel>;

export const programme = z.object({
  name: phrase,
  levels: z.array(trainingLevel).min(1).max(3),
  /** Icon name from the kit's icon family; chosen from the name when absent. */
  icon: z.string().nullable().default(null),
  duration: text(60).nullable().default(null).describe("for example “18 tháng”"),
  quota: z.number().int().positive().nullable().default(null),
  /** One sentence on what people do in this job. */
  summary: phrase.nullable().default(null),
  /** Whether the institution counts it among the jobs that employers look for. */
  inDemand: z.boolean().default(false),
});
export type Programme = z.infer<typeof programme>;

export const phone = words(30).pipe(
  z
    .string()
    .regex(
      /^[+(0-9][0-9 .()-]{5,}$/,
      "chữ số, nhóm bằng dấu cách, ví dụ 0252 3822 999 | digits, grouped with spaces, such as 0252 3822 999",
    ),
);

/** More may follow after a blank, such as a second one. */
export const website = text(120).pipe(
  z
    .string()
    .regex(
      /^(https?:\/\/)?[^\s/:?#.]+(\.[^\s/:?#.]+)+\S*(\s.+)?$/i,
      "địa chỉ trang web, ví dụ truong.edu.vn | the address of a website, such as truong.edu.vn",
    ),
);

export const contact = z.object({
  phones: z.array(phone).min(1).max(4),
  addresses: z.array(phrase).min(1).max(4),
  website: website.nullable().default(null).describe("without https://"),
  email: z.email().max(120).nullable().default(null),
  facebook: text(120).nullable().default(null),
  zalo: text(60).nullable().default(null),
});

/** A school's own colours, from which a whole readable palette is derived. */
const ownColor = z.object({ rgb: hex, cmyk: cmyk.nullable().default(null) });

export const institution = z.object({
  id,
  /** True for the realistic but invented institutions that ship with the product. */
  sample: z.boolean().default(false),
  name: phrase.describe("full registered name, with a short form"),
  /** Two to four letters for a mark when there is no logo. */
  monogram: words(4),
  governingBody: phrase,
  province: words(60),
  logo: brandPath.nullable().default(null),
  colors: z.object({ primary: ownColor, accent: ownColor }).nullable().default(null),
  programmes: z.array(programme).max(60),
  benefits: z.array(phrase).max(12).default([]),
  /** Who signs its certificates. */
  signer: signer.nullable().default(null),
  contact,
  /** What the QR code opens. */
  enrolmentUrl: z
    .url({ protocol: /^https?$/ })
    .max(300)
    .nullable()
    .default(null),
});
export type Institution = z.infer<typeof institution>;
