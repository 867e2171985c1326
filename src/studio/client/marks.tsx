/** What is known about frames, texts and pictures, written beside them. */

import type { Rect } from "../../base/geometry.ts";
import type { ImagePart, StageFrame, TextPart } from "../shared/wire.ts";
import { number, t } from "./words.ts";

/** A small plaque with figures. @param px mm of a screen px */
function Plaque({ box, px, words, tone }: { box: Rect; px: number; words: string; tone: string }) {
  return (
    <g class={`plaque-${tone}`}>
      <rect x={box.x} y={box.y} width={(words.length * 5.9 + 8) * px} height={15 * px} rx={2.5 * px} />
      <text x={box.x + 4 * px} y={box.y + 11 * px} font-size={10 * px}>
        {words}
      </text>
    </g>
  );
}

/** How a frame's content fits: as it is, shrunk, a shorter variant, or too much. */
export function frameState(frame: StageFrame): {
  readonly tone: "good" | "warn" | "bad";
  readonly words: string;
} {
  const { overflow, scale, variant, variants, filled } = frame;
  const over = Math.max(overflow.top, overflow.right, overflow.bottom, overflow.left);
  if (over > 0)
    return { tone: "bad", words: t(`tràn ${number(over, 1)} mm`, `overflows ${number(over, 1)} mm`) };
  const parts = [
    ...(scale < 0.999 ? [t(`co ${number(scale * 100)} %`, `shrunk to ${number(scale * 100)} %`)] : []),
    ...(scale > 1.001 ? [t(`giãn ${number(scale * 100)} %`, `grown to ${number(scale * 100)} %`)] : []),
    ...(variants > 1 ? [t(`bản ${variant}/${variants}`, `variant ${variant}/${variants}`)] : []),
    ...(filled === null ? [] : [t(`đầy ${number(filled * 100)} %`, `${number(filled * 100)} % full`)]),
  ];
  const isCramped = scale < 0.999 || variant > 1;
  return { tone: isCramped ? "warn" : "good", words: parts.join(" · ") };
}

export const FrameMarks = ({ frames, px }: { frames: readonly StageFrame[]; px: number }) => (
  <>
    {frames.map((frame) => {
      const { tone, words } = frameState(frame);
      const isArt = frame.role === "art";
      return (
        <g key={frame.name} class={isArt ? "frame art" : `frame ${tone}`}>
          <rect {...frame.box} />
          {!isArt && (
            <Plaque
              box={{ ...frame.box, y: frame.box.y - 15 * px }}
              px={px}
              tone={tone}
              words={words === "" ? frame.name : `${frame.name} · ${words}`}
            />
          )}
        </g>
      );
    })}
  </>
);

export const TextMarks = ({ texts }: { texts: readonly TextPart[] }) => (
  <g class="texts">
    {texts.map(({ box }) => (
      <rect key={`${box.x} ${box.y} ${box.width}`} {...box} />
    ))}
  </g>
);

export const ContrastMarks = ({ texts, px }: { texts: readonly TextPart[]; px: number }) => (
  <>
    {texts.map(({ box, contrast, needed }) => {
      const tone = contrast === null ? "warn" : contrast < needed ? "bad" : "good";
      const words = contrast === null ? "?" : `${number(contrast, 1)}:1`;
      return (
        <g key={`${box.x} ${box.y} ${box.width}`} class={`contrast ${tone}`}>
          <rect {...box} />
          <Plaque
            box={{ ...box, x: box.x + box.width + 3 * px, y: box.y + box.height / 2 - 7.5 * px }}
            px={px}
            tone={tone}
            words={words}
          />
        </g>
      );
    })}
  </>
);

export const PpiMarks = ({ images, px }: { images: readonly ImagePart[]; px: number }) => (
  <>
    {images.map(({ box, ppi, needed }) => {
      const tone = ppi >= needed ? "good" : ppi >= needed * 0.75 ? "warn" : "bad";
      return (
        <g key={`${box.x} ${box.y} ${box.width}`} class={`frame ${tone}`}>
          <rect {...box} />
          <Plaque box={box} px={px} tone={tone} words={`${number(ppi)} ppi / ${number(needed)}`} />
        </g>
      );
    })}
    {images.length === 0 && (
      <Plaque
        box={{ x: 0, y: 0, width: 0, height: 0 }}
        px={px}
        tone="good"
        words={t("Trang này không có ảnh điểm", "No pixel pictures on this page")}
      />
    )}
  </>
);
