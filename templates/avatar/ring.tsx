import { type ColorToken, Frame, isLight, type Node, type PageContext } from "anpham/kit";

/** Of the diameter: the ring's middle line from the rim, and its width; at 40 px it is more than a pixel. */
const INSET = 0.04;
const STROKE = 0.035;
/** Where the bright part of the ring begins and ends, degrees from the right, counterclockwise: it rises. */
const FROM = -20;
const TO = 70;

/** A ring inside the rim, its rising quarter in the highlight colour. */
export const Ring = ({ ground }: { readonly ground: ColorToken }, page: PageContext): Node => {
  const { trim } = page.geometry;
  const side = trim.width;
  const radius = side * (0.5 - INSET);
  const at = (degrees: number) => {
    const angle = (degrees * Math.PI) / 180;
    return `${side / 2 + radius * Math.cos(angle)} ${side / 2 - radius * Math.sin(angle)}`;
  };
  const light = isLight(ground);
  return (
    <Frame name="ring" role="art" x={0} y={0} width={side} height={side}>
      <svg
        viewBox={`0 0 ${side} ${side}`}
        width={side}
        height={side}
        fill="none"
        stroke-width={side * STROKE}
      >
        <circle cx={side / 2} cy={side / 2} r={radius} stroke={page.color(light ? "primary" : "primary-4")} />
        <path
          d={`M${at(FROM)}A${radius} ${radius} 0 0 0 ${at(TO)}`}
          stroke={page.color("highlight")}
          stroke-linecap="butt"
        />
      </svg>
    </Frame>
  );
};
