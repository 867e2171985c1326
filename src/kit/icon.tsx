import { nearestList } from "../base/suggest.ts";
import type { Mm } from "../base/units.ts";
import { iconFor, isIconName } from "./icons/icon-for.ts";
import { ICON_SHAPES } from "./icons/icons.generated.ts";
import { ICON_NAMES, type IconName } from "./icons/names.ts";
import { jsx } from "./jsx-runtime.ts";
import { stillDrawing } from "./lasting.ts";

export interface IconProps {
  readonly name: IconName;
  /** Side of the square that holds it. */
  readonly size: Mm;
  /** `#rrggbb`, from the page's palette. */
  readonly color: string;
  /** Line width in parts of 24; one weight a piece. */
  readonly stroke?: number;
}

/** One line icon of the kit's family. */
export const Icon = stillDrawing(({ name, size, color, stroke = 2 }: IconProps) => (
  <svg
    viewBox="0 0 24 24"
    width={size}
    height={size}
    fill="none"
    stroke={color}
    stroke-width={stroke}
    stroke-linecap="round"
    stroke-linejoin="round"
  >
    {shapesOf(name).map(([tag, attributes]) => jsx(tag, attributes))}
  </svg>
));

function shapesOf(name: string) {
  if (isIconName(name)) return ICON_SHAPES[name];
  const near = nearestList(name, ICON_NAMES);
  const reason = {
    vi: `không có biểu tượng “${name}”; gần đúng nhất: ${near}`,
    en: `there is no icon “${name}”; nearest: ${near}`,
  };
  throw Object.assign(new Error(reason.en), { reason });
}

/** The icon that the data names, or the one its occupation suggests. */
export const programmeIcon = (programme: {
  readonly icon: string | null;
  readonly name: { readonly text: string };
}): IconName =>
  programme.icon !== null && isIconName(programme.icon) ? programme.icon : iconFor(programme.name.text);
