/** What the reader does next, as short as it can be said: the call to action and the telephone. */

import type { Mm } from "../base/units.ts";
import { groupPhone } from "../base/vietnamese/phones.ts";
import type { ColorToken } from "../model/color-token.ts";
import type { PageContext } from "../model/template.ts";
import { Badge, type BadgeSetting, setBadge } from "./badge.tsx";
import { textOn } from "./contrast.ts";
import { typeScale } from "./grid.ts";
import type { Node } from "./jsx-runtime.ts";
import { setText, type TextSetting } from "./set-text.ts";
import { Text } from "./text.tsx";

export interface ActionSetting {
  readonly call: BadgeSetting;
  readonly phone: TextSetting;
  readonly gap: Mm;
  /** Whether the telephone stands beside the call; else it stands under it. */
  readonly beside: boolean;
  readonly width: Mm;
  readonly height: Mm;
}

export interface ActionOptions {
  readonly width: Mm;
  readonly callSize: Mm;
  readonly phoneSize: Mm;
  readonly gap: Mm;
}

/** How much of its size the telephone gives up to stand beside the call. */
const YIELDS = 0.7;

/** Call and first telephone side by side where both read well, else one over the other. */
export function setAction(page: PageContext, options: ActionOptions): ActionSetting {
  const { width, callSize, phoneSize, gap } = options;
  const { callToAction, contact } = page.brief;
  const words = callToAction.short ?? callToAction.text;
  const { minimum } = typeScale(page);
  const callIn = (maxWidth: Mm) => setBadge(page, words, { size: callSize, maxWidth });
  const phoneIn = (room: Mm, least: Mm) =>
    setText(page, groupPhone(contact.phones[0] ?? ""), {
      size: phoneSize,
      weight: 800,
      family: "display",
      leading: 1.2,
      width: Math.max(room, 0),
      maxLines: 1,
      minimum: Math.max(minimum, least),
    });
  const full = callIn(width);
  const least = phoneIn(width, phoneSize * YIELDS);
  const besideIt = [full, callIn(Math.max(width - least.width - gap, width * NARROWEST))]
    .filter(({ text }) => text.lines.length <= 2)
    .map((call) => ({ call, phone: phoneIn(width - call.width - gap, phoneSize * YIELDS) }))
    .find(({ call, phone }) => phone.lines.length === 1 && call.width + gap + phone.width <= width);
  if (besideIt) {
    const { call, phone } = besideIt;
    const height = Math.max(call.height, phone.height);
    return { call, phone, gap, beside: true, width: call.width + gap + phone.width, height };
  }
  const phone = phoneIn(width, 0);
  const under = gap * UNDER;
  return {
    call: full,
    phone,
    gap: under,
    beside: false,
    width: Math.max(full.width, phone.width),
    height: full.height + under + phone.height,
  };
}

/** The call never gets less of the row than this. */
const NARROWEST = 0.4;
/** Between call and telephone when they are stacked, in parts of the gap. */
const UNDER = 0.5;

export interface ActionProps {
  readonly set: ActionSetting;
  readonly ground: ColorToken;
  readonly align?: "left" | "center";
}

/** Call to action and telephone, as {@link setAction} set them. */
export const Action = ({ set, ground, align = "left" }: ActionProps, page: PageContext): Node => {
  const across = align === "left" ? "flex-start" : "center";
  return (
    <div
      style={{
        display: "flex",
        flexDirection: set.beside ? "row" : "column",
        alignItems: set.beside ? "center" : across,
        ...(set.beside ? { justifyContent: across } : {}),
        gap: set.gap,
        height: set.height,
        flexGrow: 1,
      }}
    >
      <Badge set={set.call} align={align} />
      <Text set={set.phone} color={textOn(page, ground, "primary", "paper")} />
    </div>
  );
};
