/** Keys for what is done often; never while something is typed. */

import { useEffect } from "preact/hooks";
import { MODES } from "./address.ts";
import { isInspecting, type Overlay, toggle, zoom } from "./look.ts";
import { mode, page, shownPage, view } from "./state.ts";

export const OVERLAY_KEYS: Readonly<Record<string, Overlay>> = {
  t: "trim",
  b: "bleed",
  s: "safe",
  f: "folds",
  k: "frames",
  g: "baseline",
  x: "texts",
  p: "ppi",
  c: "contrast",
};

export function useKeys(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement;
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (/^(?:INPUT|SELECT|TEXTAREA)$/.test(target.tagName)) return;
      // With Caps Lock too.
      const key = event.key.toLowerCase();
      const overlay = OVERLAY_KEYS[key];
      const tab = MODES[Number(key) - 1];
      if (overlay) toggle(overlay);
      else if (tab) mode.value = tab;
      else if (key === "0") zoom.value = "fit";
      else if (key === "e") isInspecting.value = !isInspecting.value;
      else if (key === "[") page.value = Math.max(0, shownPage.value - 1);
      else if (key === "]") page.value = Math.min((view.value?.pages.length ?? 1) - 1, shownPage.value + 1);
      else return;
      event.preventDefault();
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, []);
}
