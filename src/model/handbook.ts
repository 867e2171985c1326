/** The text of a handbook, chapter by chapter, and the list of institutions in it. */

import * as z from "zod";
import { id, phrase, prose, text } from "./ids.ts";
import { phone } from "./institution.ts";

/** How a chapter is set. The last three take their entries from the brief, after any items of their own. */
export const chapterKind = z.enum([
  "prose",
  "steps",
  "questions",
  "checklist",
  "programmes",
  "directory",
  "contact",
]);

export const chapter = z.object({
  id,
  title: phrase,
  lead: phrase.nullable().default(null),
  kind: chapterKind,
  items: z
    .array(z.object({ title: phrase, text: prose(600).nullable().default(null) }))
    .max(24)
    .default([]),
});

export const handbook = z.object({
  title: phrase,
  subtitle: phrase.nullable().default(null),
  chapters: z.array(chapter).min(1).max(24),
});

/** One institution in a list of institutions. */
export const directoryEntry = z.object({
  name: phrase,
  address: phrase.nullable().default(null),
  phone: phone.nullable().default(null),
  website: text(120).nullable().default(null).describe("without https://"),
});
export type DirectoryEntry = z.infer<typeof directoryEntry>;
