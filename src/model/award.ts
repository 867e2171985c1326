/** What a certificate says besides the name on it. */

import * as z from "zod";
import { phrase, text, words } from "./ids.ts";

/** Who signs: an office and its holder. */
export const signer = z.object({ role: phrase, name: words(80) });

export const award = z.object({
  /** What is set large: “Giấy chứng nhận”, “Giấy tuyên dương”, “Giấy khen”. */
  title: phrase,
  /** What it is given for, set under the person's name. */
  citation: phrase,
  /** The number in the register, as it is printed: “Số: 15/GCN-CĐKN”. */
  number: text(60).nullable().default(null),
  /** Where it is signed: “Bình Thuận”. */
  place: words(80).nullable().default(null),
  /** ISO date of signing. */
  date: z.iso.date().nullable().default(null),
  signer: signer.nullable().default(null),
});
export type Award = z.infer<typeof award>;
