/** A printing condition: an ICC profile and what the shop allows on its paper. `brand/icc/<id>.json`. */

import * as z from "zod";
import { brandPath } from "./brand-kit.ts";
import { id, localized } from "./ids.ts";

export const outputCondition = z.strictObject({
  id,
  name: localized,
  /** OutputConditionIdentifier, for example `FOGRA39` (ISO 32000-1 §14.11.5). */
  identifier: z.string().min(1),
  /** RegistryName when the identifier is registered there, else `null`. */
  registry: z.string().nullable(),
  /** Human-readable Info of the output intent. */
  info: z.string().min(1),
  /** The profile's file inside brand/. */
  profile: brandPath,
  /** Most ink that may lie on one place: the sum of C, M, Y and K, 100–400 %. */
  inkLimit: z.number().min(100).max(400),
});

/** A condition with its profile read and checked. */
export type OutputCondition = z.infer<typeof outputCondition> & {
  /** The ICC profile: class `prtr`, space CMYK. */
  readonly icc: Uint8Array;
};
