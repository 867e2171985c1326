/**
 * One open page keeps one draft. A tab that was duplicated has the state of the other's entry and its memory too, and
 * a kept draft may be gone on with in two tabs: whoever opened it later is told so. Pages of one browser hear each
 * other on a channel, which, unlike locks, there also is where the form is served without TLS.
 */

const CHANNEL = "anpham.open-drafts";

interface Claim {
  /** Of the draft. */
  readonly id: string;
  /** When the claiming page was opened, ms since 1970. */
  readonly since: number;
}

interface Owner {
  /** Of the draft that the page keeps now. */
  readonly id: () => string;
  /** An older page keeps that draft: this one needs another id, and keeps under it what it has. */
  readonly onTaken: () => void;
  /** A younger page has given the draft up, and may have written to it. */
  readonly onHeld: () => void;
}

/** @returns ends the claim */
export function claimDraft({ id, onTaken, onHeld }: Owner): () => void {
  const since = performance.timeOrigin;
  let channel: BroadcastChannel | null = null;
  const claim = () => channel?.postMessage({ id: id(), since } satisfies Claim);
  const open = () => {
    channel = new BroadcastChannel(CHANNEL);
    channel.onmessage = ({ data }: MessageEvent<Claim>) => {
      if (data.id !== id()) return;
      if (data.since <= since) {
        onTaken();
        return;
      }
      claim();
      onHeld();
    };
    claim();
  };
  const close = () => {
    channel?.close();
    channel = null;
  };
  // A page that was left may come back as it was, while another has gone on with its draft.
  const comeBack = ({ persisted }: PageTransitionEvent) => persisted && open();
  addEventListener("pagehide", close);
  addEventListener("pageshow", comeBack);
  open();
  return () => {
    removeEventListener("pagehide", close);
    removeEventListener("pageshow", comeBack);
    close();
  };
}
