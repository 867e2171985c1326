/** What an invitation says besides the guest's name and the event. */

import * as z from "zod";
import { phrase } from "./ids.ts";

export const invitation = z.object({
  /** Set before the guest's name: “Trân trọng kính mời”. */
  greeting: phrase,
  /** What the guest is asked to: “tới dự Lễ tuyên dương …”. */
  purpose: phrase,
  /** The last, courteous sentence. */
  closing: phrase.nullable().default(null),
  /** How and until when to answer. */
  reply: phrase.nullable().default(null),
});
