import { type Rect, rect } from "../../base/geometry.ts";
import type { Mm } from "../../base/units.ts";
import type { ColorToken } from "../../model/color-token.ts";
import type { PageContext } from "../../model/template.ts";
import type { Node } from "../jsx-runtime.ts";
import type { Align } from "../set-message.ts";
import { Modules } from "./modules.tsx";
import { Steps } from "./steps.tsx";
import { Sunrise } from "./sunrise.tsx";

export interface MotifProps {
  readonly name: string;
  /** mm from the trim's top left corner; may reach into the bleed; `null` draws nothing. */
  readonly area: Rect | null;
  /** What it is drawn on; the theme's stage when left out. */
  readonly ground?: ColorToken;
  /** Text that the motif must not run under (page coordinates). */
  readonly clear?: readonly Rect[];
  /** Shows the brief's photo in the motif. */
  readonly photo?: boolean;
  /** Tone on tone, behind words. */
  readonly quiet?: boolean;
  /** In at most four solid colours of the kit, the cloth between them: for screen printing. */
  readonly solid?: boolean;
  /** Thin lines, such as the technical grid; coarse screens show none. True by default. */
  readonly hairlines?: boolean;
  /** How the words stand that it goes with: beside it or over it. */
  readonly align?: Align;
}

/** A motif as its theme draws it. */
export interface DrawnMotif {
  readonly name: string;
  readonly area: Rect;
  readonly ground: ColorToken;
  /** In the area's coordinates. */
  readonly clear: readonly Rect[];
  /** The brief has a photo, and it belongs here. */
  readonly showsPhoto: boolean;
  readonly quiet: boolean;
  readonly solid: boolean;
  readonly hairlines: boolean;
  readonly align: Align;
  /** What of the area lies past the trim, mm; edges of parts stand on the trim. */
  readonly past: { readonly left: Mm; readonly top: Mm; readonly right: Mm; readonly bottom: Mm };
}

/** The theme's motif, as large as the area and the words in it allow. */
export const Motif = (
  {
    name,
    area,
    ground,
    clear = [],
    photo = false,
    quiet = false,
    solid = false,
    hairlines = true,
    align,
  }: MotifProps,
  page: PageContext,
): Node => {
  if (!area || area.width <= 0 || area.height <= 0) return null;
  const drawn: DrawnMotif = {
    name,
    area,
    ground: ground ?? page.theme.surfaces.stage,
    clear: clear.map(({ x, y, width, height }) => rect(x - area.x, y - area.y, width, height)),
    showsPhoto: photo && page.pictures.photo !== undefined,
    quiet,
    solid,
    hairlines,
    align: align ?? page.theme.align,
    past: {
      left: Math.max(0, -area.x),
      top: Math.max(0, -area.y),
      right: Math.max(0, area.x + area.width - page.geometry.trim.width),
      bottom: Math.max(0, area.y + area.height - page.geometry.trim.height),
    },
  };
  switch (page.theme.motif) {
    case "steps":
      return <Steps {...drawn} />;
    case "modules":
      return <Modules {...drawn} />;
    case "sunrise":
      return <Sunrise {...drawn} />;
  }
};
