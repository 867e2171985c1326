/** Follows the files: a saved one is on the screen at once, with everything else as it was. */

import type { StudioEvent } from "../shared/wire.ts";
import {
  fileVersion,
  isConnected,
  isOutdated,
  loadCatalogue,
  refresh,
  reloadMs,
  take,
  view,
} from "./state.ts";

/** When the file was saved that the picture does not show yet, by this page's clock. */
let since: number | null = null;

/** Resolves when the server will tell of changes. */
export function listen(): Promise<void> {
  let version: string | null = null;
  const events = new EventSource("/api/events");
  events.onopen = () => {
    isConnected.value = true;
  };
  events.onerror = () => {
    isConnected.value = false;
  };
  const connected = Promise.withResolvers<void>();
  events.onmessage = ({ data }: MessageEvent<string>) => {
    const event = JSON.parse(data) as StudioEvent;
    if (event.kind === "hello") {
      // A newer program serves another page.
      if (version !== null && version !== event.version) location.reload();
      else if (version !== null) void refresh().then(settle);
      version = event.version;
      connected.resolve();
      return;
    }
    isOutdated.value = event.kind === "reading";
    if (event.kind === "reading") return;
    if (event.kind === "changed") {
      since = performance.now() - event.ms;
      take(event.laid);
    } else void settle();
  };
  return connected.promise;
}

async function settle(): Promise<void> {
  fileVersion.value++;
  // A template that never ends loading may stop the answer: what could be chosen before still can.
  await loadCatalogue().catch(() => undefined);
}

/** Called when a picture of the latest layout is on the screen. */
export function shown(revision: string): void {
  if (since === null || view.value?.revision !== revision) return;
  reloadMs.value = Math.round(performance.now() - since);
  since = null;
}
