import type { BlendMode } from "../../model/scene.ts";

/** What a group asks of the nodes in it, when that gives the same picture as painting them as a whole. */
export interface Effects {
  /** 0–1. */
  readonly opacity: number;
  readonly blend: BlendMode;
}

export const NO_EFFECTS: Effects = { opacity: 1, blend: "normal" };
