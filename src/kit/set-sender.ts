/** Who puts a sign up: mark, name and address, as boards and banners must say (Law on Advertising, article 27). */

import type { Mm } from "../base/units.ts";
import { joinNoBreak } from "../base/vietnamese/no-break.ts";
import type { Phrase } from "../model/ids.ts";
import type { PageContext } from "../model/template.ts";
import { typeScale } from "./grid.ts";
import { type LogoSetting, setLogo } from "./logo.tsx";
import { setLines, setText, type TextOptions, type TextSetting } from "./set-text.ts";
import { keepsWords } from "./splits-of.ts";

export interface SenderSetting {
  readonly logo: LogoSetting | null;
  readonly name: TextSetting | null;
  /** Lines under the name: address, web. */
  readonly lines: readonly TextSetting[];
  readonly gap: Mm;
  readonly width: Mm;
  readonly height: Mm;
  /** Whether everything that was asked for is said, in as few lines as asked. */
  readonly complete: boolean;
  /** Whether no line ends in the middle of a word or a name. */
  readonly whole: boolean;
}

export interface SenderOptions {
  readonly width: Mm;
  /** `null` for no mark. */
  readonly logoHeight: Mm | null;
  /** `null` where the name stands elsewhere. */
  readonly nameSize: Mm | null;
  readonly size: Mm;
  readonly nameLines?: number;
  readonly addressLines?: number;
  /** The web address, where the address leaves its last line free. */
  readonly web?: boolean;
}

export function setSender(page: PageContext, options: SenderOptions): SenderSetting {
  const { width, logoHeight, nameSize, size, nameLines = 2, addressLines = 2, web = false } = options;
  const { institution, contact } = page.brief;
  const { minimum } = typeScale(page);
  const logo =
    logoHeight === null
      ? null
      : setLogo(page, "logo", { height: logoHeight, maxWidth: Math.min(logoHeight * 1.8, width * 0.4) });
  const gap = (logoHeight ?? 0) * 0.22;
  const overhang = OVERHANG * Math.max(nameSize ?? 0, size);
  const room = width - (logo ? logo.width + gap : 0) - overhang;
  const within = (phrases: readonly Phrase[], text: TextOptions & { readonly maxLines: number }) =>
    phrases
      .flatMap((phrase) => [phrase.text, ...(phrase.short ? [phrase.short] : [])])
      .map((said) => setText(page, said, { ...text, width: room / WHOLE, minimum }))
      .find(({ lines, width: widest }) => lines.length <= text.maxLines && widest * WHOLE <= room) ?? null;
  const name =
    nameSize === null
      ? null
      : within([institution.name], { size: nameSize, weight: 700, leading: 1.22, maxLines: nameLines });
  // Another campus must not stand for the main one.
  const address =
    contact.addresses
      .slice(0, 1)
      .flatMap(({ text, short }) => [text, ...(short ? [short] : [])])
      .map((text) => setAddress(page, text, { size, width: room / WHOLE, lines: addressLines, minimum }))
      .find((set) => set !== null) ?? null;
  const site =
    web && contact.website && (address?.lines.length ?? 0) < addressLines
      ? within([{ text: contact.website, short: null }], { size, weight: 600, leading: 1.28, maxLines: 1 })
      : null;
  const lines = [address, site].filter((line) => line !== null);
  const text = [name, ...lines].reduce((sum, line) => sum + (line?.height ?? 0), 0);
  const widest = Math.max(0, name?.width ?? 0, ...lines.map((line) => line.width));
  return {
    logo,
    name,
    lines,
    gap,
    width: Math.min(width, (logo ? logo.width + gap : 0) + widest * WHOLE + overhang),
    height: Math.max(logo?.height ?? 0, text),
    complete: address !== null && (name !== null || nameSize === null),
    whole: [name, address].every((text) => text === null || keepsWords(text.lines)),
  };
}

/**
 * An address breaks after its parts (street, ward, town), in smaller letters rather than within one; `null` where it
 * does not fit in so many lines.
 */
function setAddress(
  page: PageContext,
  text: string,
  {
    size,
    width,
    lines,
    minimum,
  }: { readonly size: Mm; readonly width: Mm; readonly lines: number; readonly minimum: Mm },
): TextSetting | null {
  const parts = text.split(/(?<=,)\s+/u);
  const set = (broken: readonly string[], at: Mm) =>
    setLines(page, broken.map(joinNoBreak), { size: at, leading: 1.28 });
  let nearest: { readonly way: readonly string[]; readonly width: Mm } = {
    way: parts,
    width: Number.POSITIVE_INFINITY,
  };
  for (let count = 1; count <= Math.min(lines, parts.length); count++) {
    const ways = divisions(parts, count).map((way) => ({ way, width: set(way, size).width }));
    nearest = ways.reduce((best, way) => (way.width < best.width ? way : best), nearest);
    if (nearest.width <= width) return set(nearest.way, size);
  }
  const smaller = size * (width / nearest.width) * 0.999;
  if (smaller >= Math.max(minimum, size * SMALLER)) return set(nearest.way, smaller);
  const free = setText(page, text, { size, leading: 1.28, width, maxLines: lines });
  return free.lines.length <= lines ? free : null;
}

/** How much of its size an address keeps at least to keep its parts whole. */
const SMALLER = 0.85;

/** Every way to share parts out to that many lines. */
function divisions(parts: readonly string[], count: number): readonly (readonly string[])[] {
  if (count === 1) return [[parts.join(" ")]];
  return Array.from({ length: parts.length - count + 1 }, (_, i) => i + 1).flatMap((first) =>
    divisions(parts.slice(first), count - 1).map((rest) => [parts.slice(0, first).join(" "), ...rest]),
  );
}

/** Layout rounds to its own unit: a block as narrow as its text gives it this much air. */
const WHOLE = 1.004;
/** How far a mark may reach over the end of its line (“tế”), em. */
const OVERHANG = 0.08;
