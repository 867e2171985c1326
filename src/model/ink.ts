/** What a press puts on paper. */

import type { Cmyk } from "../base/color.ts";

export type Ink = ProcessInk | SpotInk | RegistrationInk;

/** Percentages of cyan, magenta, yellow and black. */
export interface ProcessInk {
  readonly kind: "process";
  readonly cmyk: Cmyk;
}

/** A separation of its own. One name has one alternate everywhere (ISO 15930-7, spot colours). */
export interface SpotInk {
  readonly kind: "spot";
  readonly name: string;
  /** 0–100 % */
  readonly tint: number;
  /** What stands in for the full tint where there is no such plate. */
  readonly alternate: Cmyk;
}

/** Every plate at once, for registration marks (separation `All`, ISO 32000-1 §8.6.6.4). */
export interface RegistrationInk {
  readonly kind: "registration";
  /** 0–100 % */
  readonly tint: number;
}

/**
 * The inks behind scene colours, by token. A colour without a token, or whose token is not here, is
 * unregistered: it goes through the output condition's ICC profile.
 */
export type InkTable = ReadonlyMap<string, Ink>;
