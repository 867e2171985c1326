/**
 * Puts the focus into a row of a list once the list has changed, so that it is not lost with what was pressed.
 * @param wanted selectors, the one to be tried first in front
 */
export function focusRow(list: HTMLElement | null, index: number, ...wanted: readonly string[]): void {
  requestAnimationFrame(() => {
    const row = list?.children[index];
    const found = wanted.map((selector) => row?.querySelector<HTMLElement>(selector)).find(Boolean);
    found?.focus();
  });
}
