/** Shapes of `clip-path` as satori reads them: CSS Shapes 1 spells them in more ways than it knows. */

import type { Localized } from "../base/diagnostic.ts";

export interface ClipShape {
  /** `undefined` for one that cannot be drawn: without a shape the element is whole, with a wrong one it is gone. */
  readonly value: string | undefined;
  /** What is wrong with it, as an end of a sentence. */
  readonly fault: Localized | null;
}

const LENGTH = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:%|[a-z]+)?$/i;
const MATH = /\b(?:calc|min|max|clamp)\(/i;
const SIDES = /^(?:(?:closest|farthest)-side\s*){0,2}$/;
const WHOLE = /^\s*(?:none|inherit|initial|unset|revert)?\s*$/i;

export function clipShape(written: string): ClipShape {
  if (WHOLE.test(written) || written.includes("var(")) return { value: written, fault: null };
  const [, before, name, inside, after] =
    /^(.*?)\b(circle|ellipse|inset|polygon)\((.*)\)(.*)$/is.exec(written) ?? [];
  if (name === undefined) return /\b(?:path|shape)\(/.test(written) ? drawn(written) : refused(NO_SHAPE);
  if (MATH.test(inside!)) return refused(CALCULATED);
  const words = inside!.trim().replace(/\s+/g, " ");
  const respelt = READERS[name.toLowerCase() as keyof typeof READERS](words);
  return typeof respelt === "string"
    ? drawn(`${before}${name.toLowerCase()}(${respelt})${after}`)
    : refused(respelt);
}

const drawn = (value: string): ClipShape => ({ value, fault: null });
const refused = (fault: Localized): ClipShape => ({ value: undefined, fault });

const NO_SHAPE: Localized = {
  vi: "không phải hình vẽ được; có circle, ellipse, inset, polygon, path và shape",
  en: "is no shape that can be drawn; there are circle, ellipse, inset, polygon, path and shape",
};
const CALCULATED: Localized = {
  vi: "có phép tính trong hình, không vẽ được; ghi độ dài hay phần trăm",
  en: "calculates inside its shape, which cannot be drawn; write lengths or percentages",
};
const NO_RADIUS: Localized = {
  vi: "cần bán kính là độ dài hay phần trăm",
  en: "needs its radius as a length or a percentage",
};
const NO_LENGTHS: Localized = {
  vi: "cần độ dài hay phần trăm",
  en: "needs lengths or percentages",
};
const NO_POSITION: Localized = {
  vi: "cần tâm là hai độ dài, phần trăm hay từ chỉ phía",
  en: "needs its centre as two lengths, percentages or sides",
};

/** What stands between the brackets, as satori reads it. */
const READERS = {
  circle(words: string): string | Localized {
    const { radius, position } = parted(words);
    if (position === null) return NO_POSITION;
    return LENGTH.test(radius) ? `${radius} at ${position}` : NO_RADIUS;
  },
  ellipse(words: string): string | Localized {
    const { radius, position } = parted(words);
    if (position === null) return NO_POSITION;
    // In the middle the closest and the farthest sides are as far.
    if (SIDES.test(radius) && position === MIDDLE) return `50% 50% at ${position}`;
    const radii = radius.split(" ");
    return radii.length === 2 && radii.every((one) => LENGTH.test(one))
      ? `${radius} at ${position}`
      : NO_RADIUS;
  },
  inset(words: string): string | Localized {
    const [edges = ""] = words.split("round");
    return edges
      .trim()
      .split(" ")
      .every((edge) => LENGTH.test(edge))
      ? words
      : NO_LENGTHS;
  },
  /** satori takes a blank behind a comma for a coordinate of its own, and percentages across for percentages down. */
  polygon(words: string): string | Localized {
    const points = words.replace(/\s*,\s*/g, ",");
    const corners = points.replace(/^(?:nonzero|evenodd),/, "").split(",");
    const isWhole = corners.every((corner) => {
      const sides = corner.split(" ");
      return sides.length === 2 && sides.every((side) => LENGTH.test(side));
    });
    return isWhole ? points : NO_LENGTHS;
  },
};

const MIDDLE = "50% 50%";
const SHARES: Readonly<Record<string, string>> = {
  left: "0%",
  top: "0%",
  center: "50%",
  right: "100%",
  bottom: "100%",
};

/** The position's words are shares, across first; `null` for one of more words than two, or of no length. */
function parted(words: string): { readonly radius: string; readonly position: string | null } {
  const [radius = "", at] = words.split(/\bat\b/).map((part) => part.trim());
  if (at === undefined) return { radius, position: MIDDLE };
  const [first = "center", second = "center", ...more] = at.split(" ");
  const isDownFirst = /^(?:top|bottom)$/.test(first) || /^(?:left|right)$/.test(second);
  const position = (isDownFirst ? [second, first] : [first, second]).map((word) => SHARES[word] ?? word);
  const isPlace = more.length === 0 && position.every((word) => LENGTH.test(word));
  return { radius, position: isPlace ? position.join(" ") : null };
}
