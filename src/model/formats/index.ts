/** The catalogue of formats. Sizes and limits are data with their source beside them; designs know none of them. */

import type { Format } from "../format.ts";
import { AVATARS } from "./avatar.ts";
import { BACKDROPS } from "./backdrop.ts";
import { BADGES } from "./badge.ts";
import { BANDROLLS } from "./bandroll.ts";
import { BANNERS } from "./banner.ts";
import { BROCHURES } from "./brochure.ts";
import { CERTIFICATES } from "./certificate.ts";
import { DECALS } from "./decal.ts";
import { FLYERS } from "./flyer.ts";
import { HANDBOOKS } from "./handbook.ts";
import { INVITATIONS } from "./invitation.ts";
import { PANELS } from "./panel.ts";
import { POSTERS } from "./poster.ts";
import { SCREENS } from "./screen.ts";
import { SIGNBOARDS } from "./signboard.ts";
import { SOCIALS } from "./social.ts";
import { SOUVENIRS } from "./souvenir.ts";
import { STANDEES } from "./standee.ts";
import { WEB_BANNERS } from "./web-banner.ts";

/** By family, in the order of `formatFamily`. */
export const FORMATS: readonly Format[] = [
  ...FLYERS,
  ...BROCHURES,
  ...HANDBOOKS,
  ...POSTERS,
  ...BANNERS,
  ...BANDROLLS,
  ...PANELS,
  ...STANDEES,
  ...BACKDROPS,
  ...SIGNBOARDS,
  ...DECALS,
  ...BADGES,
  ...SCREENS,
  ...SOCIALS,
  ...AVATARS,
  ...WEB_BANNERS,
  ...SOUVENIRS,
  ...CERTIFICATES,
  ...INVITATIONS,
];

const byId = new Map(FORMATS.map((format) => [format.id, format]));

export const formatById = (id: string): Format | undefined => byId.get(id);
