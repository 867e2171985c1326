/** What there is to choose from, as pages carry it. */

import type { Localized } from "../../base/diagnostic.ts";
import type { Fold } from "../../model/fold.ts";
import type { Format, FormatFamily, FormatUse, Zone } from "../../model/format.ts";

export interface InstitutionCard {
  readonly id: string;
  readonly name: string;
  readonly short: string;
  readonly province: string;
  readonly monogram: string;
  readonly colors: { readonly primary: string; readonly accent: string };
  /** Invented, for trying out. */
  readonly sample: boolean;
}

export interface Choice {
  readonly id: string;
  readonly name: string;
}

/** A text that the campaign has ready, and where it comes from. */
export interface ReadyText {
  /** Path of the brief that it fills. */
  readonly path: string;
  /** The readers or the occasion that it is for. */
  readonly from: string;
  readonly text: string;
}

export interface ThemeCard extends Choice {
  readonly idea: string;
}

export interface FormatCard {
  readonly id: string;
  readonly name: string;
  readonly family: FormatFamily;
  readonly medium: Format["medium"];
  /** mm */
  readonly width: number;
  readonly height: number;
  readonly pixels: { readonly width: number; readonly height: number } | null;
  /** `148 × 210 mm` */
  readonly size: string;
  readonly bleed: number;
  readonly safe: Format["safe"];
  readonly covered: readonly Zone[];
  readonly shape: Format["shape"];
  readonly wrap: number;
  readonly folds: readonly Fold[];
  readonly viewingDistance: number;
  readonly profile: string;
  readonly uses: readonly FormatUse[];
}

export interface TemplateCard {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly formats: readonly string[];
  readonly themes: readonly string[];
}

export interface ProfileCard extends Choice {
  /** When it is the right one, in words. */
  readonly use: string;
}

export interface Catalogue {
  readonly institutions: readonly InstitutionCard[];
  readonly campaigns: readonly Choice[];
  readonly messages: readonly (Choice & { readonly headline: string })[];
  readonly audiences: readonly Choice[];
  readonly events: readonly Choice[];
  readonly ready: readonly ReadyText[];
  readonly themes: readonly ThemeCard[];
  readonly formats: readonly FormatCard[];
  readonly templates: readonly TemplateCard[];
  /** For print. */
  readonly profiles: readonly ProfileCard[];
}

export const USES: readonly { readonly id: FormatUse; readonly name: Localized }[] = [
  { id: "recruitment", name: { vi: "Tuyển sinh", en: "Recruitment" } },
  { id: "event", name: { vi: "Sự kiện", en: "Event" } },
  { id: "social", name: { vi: "Mạng xã hội", en: "Social" } },
  { id: "outdoor", name: { vi: "Ngoài trời", en: "Outdoor" } },
  { id: "office", name: { vi: "Văn phòng", en: "Office" } },
  { id: "ceremony", name: { vi: "Trao tặng", en: "Ceremony" } },
  { id: "souvenir", name: { vi: "Quà tặng", en: "Souvenir" } },
];
