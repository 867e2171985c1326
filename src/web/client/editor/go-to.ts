/** From a place on the picture to the field that fills it. */

import type { Store } from "./store.ts";

interface Point {
  readonly x: number;
  readonly y: number;
}

/** The smallest text round the point, as a fraction of the piece is near enough for a finger. */
export function goTo(store: Store, page: number, { x, y }: Point): void {
  const { width, height } = store.format.value;
  const near = Math.max(width, height) / 100;
  const found = Object.entries(store.view.value.places)
    .filter(
      ([, { page: on, area }]) =>
        on === page &&
        x > area.x - near &&
        x < area.x + area.width + near &&
        y > area.y - near &&
        y < area.y + area.height + near,
    )
    .sort(([, a], [, b]) => a.area.width * a.area.height - b.area.width * b.area.height);
  for (const [path] of found) if (focusField(path)) return;
}

/** Opens the group of a field and puts the cursor into it. @returns whether there is such a field */
export function focusField(path: string): boolean {
  const fields = [...document.querySelectorAll<HTMLElement>("[data-path]")];
  const field = fields.find(({ dataset }) => dataset.path === path || path.startsWith(`${dataset.path}.`));
  if (!field) return false;
  field.closest("details")?.setAttribute("open", "");
  const item = /^\.(\d+)/.exec(path.slice(field.dataset.path!.length))?.[1];
  const row = item === undefined ? undefined : field.querySelectorAll(".live-only > li")[Number(item)];
  const target = (row ?? field).querySelector<HTMLElement>(
    "input:not(.plain-only), textarea:not(.plain-only)",
  );
  // A behaviour that is asked for here goes before the style sheet's.
  const isCalm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  field.scrollIntoView({ block: "center", behavior: isCalm ? "instant" : "smooth" });
  target?.focus({ preventScroll: true });
  return true;
}
