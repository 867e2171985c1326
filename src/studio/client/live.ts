/** Follows the files: a saved one is on the screen at once, with everything else as it was. */

import type { StudioEvent } from "../shared/wire.ts";
import { fileVersion, isConnected, loadCatalogue, refresh, reloadMs, view } from "./state.ts";

/** When the file was saved that the picture does not show yet, by this page's clock. */
let since: number | null = null;

export function listen(): void {
  let version: string | null = null;
  const events = new EventSource("/api/events");
  events.onopen = () => {
    isConnected.value = true;
  };
  events.onerror = () => {
    isConnected.value = false;
  };
  events.onmessage = ({ data }: MessageEvent<string>) => {
    const event = JSON.parse(data) as StudioEvent;
    if (event.kind === "hello") {
      // A newer program serves another page.
      if (version !== null && version !== event.version) location.reload();
      else if (version !== null) void afterChange();
      version = event.version;
      return;
    }
    since = performance.now() - event.ms;
    void afterChange();
  };
}

async function afterChange(): Promise<void> {
  await refresh();
  fileVersion.value++;
  await loadCatalogue();
}

/** Called when a picture of the latest layout is on the screen. */
export function shown(revision: string): void {
  if (since === null || view.value?.revision !== revision) return;
  reloadMs.value = Math.round(performance.now() - since);
  since = null;
}
