/** Whom a certificate, an invitation or a name card is for: one row of a list of people. */

import * as z from "zod";
import { phrase, text, words } from "./ids.ts";

export const person = z.object({
  name: words(80),
  /** Form of address before the name: “Ông”, “Bà”, “Em”. */
  title: text(40).nullable().default(null),
  /** Class, office or unit: “Lớp Điện công nghiệp K12”. */
  detail: phrase.nullable().default(null),
  /** What tells one wearer of a card from another: “SBD 0127”, “Ghế B12”. Of figures alone it is said to be a number. */
  number: text(24).nullable().default(null),
});
