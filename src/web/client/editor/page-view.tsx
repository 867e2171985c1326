/** One page: the newest picture, never an empty one. */

import { firstPicture } from "../../model/first-picture.ts";
import { useStore } from "./editor.tsx";
import { goTo } from "./go-to.ts";
import { Overlay, type OverlayChoice } from "./overlay.tsx";
import { plainFindings } from "./plain-words.ts";

interface PageProps extends OverlayChoice {
  readonly page: number;
  /** CSS px by mm; `null` before the room is known. */
  readonly scale: number | null;
}

export function PageView({ page, scale, isCut, isSafe }: PageProps) {
  const store = useStore();
  const { format, view, draft, focus, firstPictures } = store;
  const { bleed, pictures, places, diagnostics } = view.value;
  const { width, height, shape } = format.value;
  const picture = pictures[page];
  const shown = isCut ? bleed : 0;
  const alt = `${format.value.name}, trang ${page + 1}`;
  const area = focus.value === null ? undefined : places[focus.value];
  const marked = [
    ...(area && area.page === page ? [{ area: area.area, tone: "focus" as const }] : []),
    ...plainFindings(diagnostics).flatMap((finding) =>
      finding.area && (finding.page ?? 1) === page + 1 && finding.severity !== "note"
        ? [{ area: finding.area, tone: finding.severity }]
        : [],
    ),
  ];
  if (scale === null || picture === undefined) {
    const fitted =
      scale === null ? undefined : { width: `${width * scale}px`, height: `${height * scale}px` };
    // Before the browser draws its own: what browsers without script see.
    const isFirst = Object.keys(pictures).length === 0;
    if (isFirst && view.value.isRefused) {
      return (
        <div class="sheet refused" style={fitted}>
          <p>Sửa những ô báo đỏ thì ấn phẩm hiện ra ở đây.</p>
        </div>
      );
    }
    if (!isFirst) return <div class={`sheet waiting ${shape}`} style={fitted} aria-busy="true" />;
    return (
      <div class={`sheet ${shape}`} style={fitted}>
        <img
          src={firstPictures[page] ?? firstPicture(draft.value, page, format.value)}
          width={Math.round(width)}
          height={Math.round(height)}
          alt={alt}
          style={{ "--ratio": `${width / height}` }}
        />
      </div>
    );
  }
  const at = (mm: number) => `${mm * scale}px`;
  const part = (mm: number, of: number) => `${(100 * mm) / of}%`;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a shortcut for pointers
    // biome-ignore lint/a11y/useKeyWithClickEvents: the form does the same for the keyboard
    <div
      class={`sheet ${isCut ? "with-bleed" : shape}`}
      style={{ width: at(width + 2 * shown), height: at(height + 2 * shown) }}
      onClick={(event) => {
        const box = event.currentTarget.getBoundingClientRect();
        const point = {
          x: (event.clientX - box.left) / scale - shown,
          y: (event.clientY - box.top) / scale - shown,
        };
        goTo(store, page, point);
      }}
    >
      <img
        src={picture}
        alt={alt}
        draggable={false}
        style={{
          left: at(shown - bleed),
          top: at(shown - bleed),
          width: at(width + 2 * bleed),
          height: at(height + 2 * bleed),
          "--ratio": `${(width + 2 * bleed) / (height + 2 * bleed)}`,
          "--beyond-x": part(bleed - shown, width + 2 * bleed),
          "--beyond-y": part(bleed - shown, height + 2 * bleed),
        }}
        onLoad={() => {
          performance.mark("picture");
          try {
            performance.measure("keystroke to picture", "keystroke", "picture");
            performance.clearMarks("keystroke");
          } catch {
            // Nobody has typed since the last one.
          }
        }}
      />
      <Overlay
        format={format.value}
        page={page}
        bleed={bleed}
        scale={scale}
        isCut={isCut}
        isSafe={isSafe}
        marked={marked}
      />
    </div>
  );
}
