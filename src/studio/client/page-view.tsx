/** One page: its picture, or one of its plates, under the overlays. */

import { useEffect, useState } from "preact/hooks";
import type { StageView } from "../shared/wire.ts";
import { pictureAddress, plateAddress } from "./api.ts";
import { shown } from "./live.ts";
import { overlays, plate, vision } from "./look.ts";
import { PageOverlay } from "./page-overlay.tsx";
import { t } from "./words.ts";

export interface PageViewProps {
  readonly view: StageView;
  readonly number: number;
  /** Screen px per mm. */
  readonly scale: number;
}

export function PageView({ view, number, scale }: PageViewProps) {
  const facts = view.pages[number];
  const { revision } = view;
  const name = plate.value;
  const wanted = name === null ? pictureAddress(revision, number) : plateAddress(revision, number, name);
  const [ready, setReady] = useState<{ readonly address: string; readonly revision: string } | null>(null);
  useEffect(() => {
    // The old picture stays until the new one can be painted: nothing flickers.
    const image = new Image();
    let isWanted = true;
    image.src = wanted;
    image.decode().then(
      () => isWanted && setReady({ address: wanted, revision }),
      () => undefined,
    );
    return () => {
      isWanted = false;
    };
  }, [wanted, revision]);
  useEffect(() => {
    if (ready) requestAnimationFrame(() => shown(ready.revision));
  }, [ready]);
  if (!facts) return null;
  const { trim, bleedBox, shape } = facts;
  const isBleeding = overlays.value.has("bleed");
  const box = isBleeding ? bleedBox : trim;
  const size = { width: `${box.width * scale}px`, height: `${box.height * scale}px` };
  return (
    <figure class="page" style={size} data-shape={shape} data-page={number + 1}>
      <div class={shape === "circle" && !isBleeding ? "cut round" : "cut"}>
        {ready && (
          <img
            src={ready.address}
            data-revision={ready.revision}
            alt={t(`Trang ${number + 1}: ${view.title}`, `Page ${number + 1}: ${view.title}`)}
            style={{
              width: `${bleedBox.width * scale}px`,
              height: `${bleedBox.height * scale}px`,
              left: `${(bleedBox.x - box.x) * scale}px`,
              top: `${(bleedBox.y - box.y) * scale}px`,
              filter: vision.value === "none" ? undefined : `url(#vision-${vision.value})`,
            }}
          />
        )}
      </div>
      <PageOverlay view={view} number={number} box={box} scale={scale} />
    </figure>
  );
}
