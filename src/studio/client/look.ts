/** How the piece is looked at: overlays, plates, eyes, distance, zoom. Kept in this browser, not in the address. */

import { effect, signal } from "@preact/signals";
import type { Vision } from "./vision.ts";

export const OVERLAYS = [
  "trim",
  "bleed",
  "safe",
  "folds",
  "frames",
  "baseline",
  "texts",
  "ppi",
  "contrast",
] as const;
export type Overlay = (typeof OVERLAYS)[number];

export const GROUNDS = ["dark", "grey", "light"] as const;
export type Ground = (typeof GROUNDS)[number];

export const overlays = signal<ReadonlySet<Overlay>>(new Set());
/** A plate's name, `heat`, or `null` for the piece itself. */
export const plate = signal<string | null>(null);
export const vision = signal<Vision>("none");
export const ground = signal<Ground>("dark");
/** Whether pointing at the piece shows, and clicking opens, what was written there. */
export const isInspecting = signal(true);
/** Screen px per mm; `fit` as large as there is room. */
export const zoom = signal<number | "fit">("fit");
/** The piece as small as it looks from so many metres; `null` for no such thing. */
export const distance = signal<number | null>(null);
/** A frame that the preflight panel points at. */
export const pointed = signal<{ readonly page: number; readonly frame: string } | null>(null);

/** mm of a CSS px (CSS Values 4, §6.2). */
const MM_PER_PX = 25.4 / 96;
/** CSS px per mm at true size. */
export const TRUE_SIZE = 1 / MM_PER_PX;
/** How far people sit from their screen, m. */
const SCREEN_DISTANCE = 0.6;

/** Screen px per mm at which a piece takes the same angle of view as from that many metres. */
export const scaleFrom = (metres: number): number => (TRUE_SIZE * SCREEN_DISTANCE) / metres;

export function toggle(overlay: Overlay): void {
  const next = new Set(overlays.value);
  if (!next.delete(overlay)) next.add(overlay);
  overlays.value = next;
}

const KEY = "anpham-studio-look";

export function keepLook(): void {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? "{}") as Readonly<Record<string, unknown>>;
    if (Array.isArray(kept.overlays)) {
      overlays.value = new Set(OVERLAYS.filter((each) => (kept.overlays as unknown[]).includes(each)));
    }
    ground.value = GROUNDS.find((each) => each === kept.ground) ?? "dark";
  } catch {
    localStorage.removeItem(KEY);
  }
  effect(() => {
    localStorage.setItem(KEY, JSON.stringify({ overlays: [...overlays.value], ground: ground.value }));
  });
}
