/**
 * Printing by key waits for the pages that do not lie open: browsers ask for them when printing begins, but print after
 * a moment with what has come.
 */

import type { Store } from "./store.ts";

/** What has not come by then is missing on the paper; ms. */
const LONGEST_MS = 20_000;

/** @returns ends it */
export function keepPrintWhole({ toast }: Store): () => void {
  let isPreparing = false;
  const prepare = async (pictures: readonly HTMLImageElement[]) => {
    isPreparing = true;
    const told = { text: "Đang lấy các trang khác để in…", action: null };
    toast.value = told;
    for (const picture of pictures) picture.loading = "eager";
    const longest = new Promise((resolve) => setTimeout(resolve, LONGEST_MS));
    await Promise.race([Promise.allSettled(pictures.map((picture) => picture.decode())), longest]);
    // Later ones wait for paper again.
    for (const picture of pictures) picture.loading = "lazy";
    if (toast.value === told) toast.value = null;
    isPreparing = false;
    print();
  };
  const onKey = (event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
    if (event.key.toLowerCase() !== "p") return;
    const all = [...document.querySelectorAll<HTMLImageElement>(".sheet.other img")];
    const missing = all.filter(({ naturalWidth }) => naturalWidth === 0);
    if (missing.length === 0) return;
    event.preventDefault();
    if (!isPreparing) void prepare(missing);
  };
  addEventListener("keydown", onKey);
  return () => removeEventListener("keydown", onKey);
}
