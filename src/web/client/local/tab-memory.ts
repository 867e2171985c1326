/**
 * What a tab remembers by itself, so that a reload loses nothing. Storage may be full or switched off: the page works on
 * without it.
 */

export function keepInTab(key: string, value: unknown): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(value));
  } catch {
    // It is there until the page is left.
  }
}

/** @returns what was kept, `null` when nothing was */
export function keptInTab(key: string): unknown {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? "null");
  } catch {
    return null;
  }
}

export function forgetInTab(key: string): void {
  try {
    sessionStorage.removeItem(key);
  } catch {
    // Nothing was kept.
  }
}
