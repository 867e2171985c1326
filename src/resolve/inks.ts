/** The inks behind the palette, by token. */

import { type Diagnostic, diagnose } from "../base/diagnostic.ts";
import { keptWith } from "../base/kept-with.ts";
import type { BrandKit } from "../model/brand-kit.ts";
import type { Ink, InkTable } from "../model/ink.ts";
import type { Institution } from "../model/institution.ts";
import { MARK_INKS, MARK_TOKENS } from "../model/mark-ink.ts";
import type { OutputCondition } from "../model/output-condition.ts";
import type { Palette } from "../model/palette.ts";

/** Colours for which neither kit nor institution gives inks are left to the output condition's profile. */
export function inkTable(kit: BrandKit, palette: Palette): InkTable {
  const known = tables.get(palette);
  if (known) return known;
  const inks = new Map<string, Ink>();
  for (const { token, cmyk, spot } of Object.values(palette.colors)) {
    if (!cmyk) continue;
    inks.set(
      token,
      spot ? { kind: "spot", name: spot, tint: 100, alternate: cmyk } : { kind: "process", cmyk },
    );
  }
  inks.set("rich-black", { kind: "process", cmyk: kit.richBlack });
  for (const token of MARK_TOKENS) inks.set(token, MARK_INKS[token].ink);
  tables.set(palette, inks);
  return inks;
}

/** A palette belongs to one kit. */
const tables = keptWith<Palette, InkTable>();

/**
 * Colours that a person chose without saying which inks they are. Those derived from a school's own two have
 * no inks by nature and are left out.
 */
export function colorsWithoutInks(
  { colors }: BrandKit,
  { colors: own }: Institution,
  { id: condition }: OutputCondition,
): readonly Diagnostic[] {
  const chosen = Object.entries(own ?? colors).filter(([, color]) => color.cmyk === null);
  return chosen.map(([token, { rgb: hex }]) =>
    diagnose("kit.color-without-inks", { token, hex, condition }, { path: `colors.${token}` }),
  );
}
