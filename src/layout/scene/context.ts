/** What the conversion of one normalised SVG into scene nodes needs to know. */

import type { Diagnostic } from "../../base/diagnostic.ts";
import type { LiftedPicture } from "../lift-pictures.ts";
import type { LiftedRun } from "../lift-text.ts";
import type { SvgElement } from "../svg-tree.ts";

export interface SceneContext {
  /** Name of the frame, for diagnostics. */
  readonly frame: string;
  /** Millimetres per SVG px: every length is multiplied by it. */
  readonly unit: number;
  readonly defs: ReadonlyMap<string, SvgElement>;
  /** Runs by the id of the rectangle that stands for them. */
  readonly texts: ReadonlyMap<string, readonly LiftedRun[]>;
  /** Pictures by the address of the stand-in. */
  readonly pictures: ReadonlyMap<string, LiftedPicture>;
  /** Kit token by `#rrggbb`. */
  readonly tokens: ReadonlyMap<string, string>;
  readonly hasBackdropFilters: boolean;
  readonly diagnostics: Diagnostic[];
}

/** The element that an attribute such as `clip-path="url(#a)"` names, or `null`. */
export function referenced(context: SceneContext, reference: string | undefined): SvgElement | null {
  const id = /^url\(#(.+)\)$/.exec(reference ?? "")?.[1];
  return id ? (context.defs.get(id) ?? null) : null;
}

/** A number attribute; the default when it is absent or no number. */
export function number(value: string | undefined, fallback: number): number {
  const parsed = value === undefined ? Number.NaN : Number.parseFloat(value);
  return Number.isFinite(parsed) ? parsed : fallback;
}
