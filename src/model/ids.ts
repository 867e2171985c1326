import * as z from "zod";
import { isOrdinary } from "../base/vietnamese/ordinary.ts";
import { tidyProse } from "../base/vietnamese/typography.ts";

/** English kebab-case, the form of every id in the product: `a5`, `standee-800x1800`, `vuon-len`. */
export const id = z
  .string()
  .regex(
    /^[a-z0-9]+(?:[.-][a-z0-9]+)*$/,
    "chữ thường không dấu a-z, số và gạch nối | lower-case a-z, digits and hyphens",
  )
  .max(80);

/** A sentence or name in Vietnamese and English. */
export const localized = z.object({ vi: z.string().min(1), en: z.string().min(1) });

/**
 * Characters that nobody sees and that web pages and chat programs leave behind: zero-width ones, marks that turn the
 * direction of writing (which would make a piece say something else than its form shows), soft hyphens, variants.
 */
const UNSEEN = /\p{Default_Ignorable_Code_Point}/gu;

/** Vietnamese letters have none of their own in NFC; other languages one or two. More would run over the lines above. */
const PILED_MARKS = /\p{M}{3}/u;

// biome-ignore lint/suspicious/noControlCharactersInRegex: refusing them is the point
const CONTROL_FREE = /^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]*$/;

/**
 * Text a person typed: normalised to NFC, without unseen characters, control characters refused, so that every later
 * stage can rely on one spelling of each Vietnamese letter (Unicode Standard Annex #15).
 */
export const text = (maximum = 2000) =>
  z
    .string()
    .max(maximum)
    .regex(CONTROL_FREE, "không có ký tự điều khiển | no control characters")
    .refine(
      (value) => isOrdinary(value) || !PILED_MARKS.test(value.normalize("NFC")),
      "nhiều nhất hai dấu trên một chữ | at most two marks on a letter",
    )
    .transform((value) =>
      isOrdinary(value)
        ? value
        : value
            .replace(UNSEEN, "")
            .normalize("NFC")
            .replace(/\s{2,}|[^\S ]/gu, " ")
            .trim(),
    );

/** Text that must say something. */
export const words = (maximum = 2000) => text(maximum).pipe(z.string().min(1));

/** Text to be read, with the marks of print: en dashes, “ ”, … ({@link tidyProse}). Not for links, numbers or files. */
export const prose = (maximum = 2000) => words(maximum).transform(tidyProse);

/** Text with a shorter way to say the same, which small formats prefer. A plain string is a phrase without one. */
export const phrase = z.preprocess(
  (value) => (typeof value === "string" ? { text: value } : value),
  z.object({ text: prose(600), short: prose(300).nullable().default(null) }),
);
export type Phrase = z.infer<typeof phrase>;
