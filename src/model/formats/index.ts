/** The catalogue of formats. Sizes and limits are data with their source beside them; designs know none of them. */

import type { Format } from "../format.ts";
import { BACKDROPS } from "./backdrop.ts";
import { BROCHURES } from "./brochure.ts";
import { FLYERS } from "./flyer.ts";
import { POSTERS } from "./poster.ts";
import { ROUNDS } from "./round.ts";
import { SOCIALS } from "./social.ts";
import { STANDEES } from "./standee.ts";

export const FORMATS: readonly Format[] = [
  ...FLYERS,
  ...BROCHURES,
  ...POSTERS,
  ...STANDEES,
  ...SOCIALS,
  ...BACKDROPS,
  ...ROUNDS,
];

const byId = new Map(FORMATS.map((format) => [format.id, format]));

export const formatById = (id: string): Format | undefined => byId.get(id);
