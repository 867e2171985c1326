/** What a passer-by does next: a call to action and one telephone number, large. */

import type { Mm } from "../base/units.ts";
import { groupPhone } from "../base/vietnamese/phones.ts";
import type { PageContext } from "../model/template.ts";
import { type BadgeSetting, setBadge } from "./badge.tsx";
import { setText, type TextSetting } from "./set-text.ts";

export interface ReplySetting {
  readonly call: BadgeSetting;
  readonly phone: TextSetting;
  /** Side by side, or the call above the number. */
  readonly flow: ReplyFlow;
  readonly gap: Mm;
  readonly width: Mm;
  readonly height: Mm;
}
export type ReplyFlow = "row" | "column";

export interface ReplyOptions {
  readonly width: Mm;
  readonly callSize: Mm;
  readonly phoneSize: Mm;
  readonly gap: Mm;
  readonly flow: ReplyFlow;
}

/** Never wider than asked, unless the smallest type that can be read is. */
export function setReply(page: PageContext, options: ReplyOptions): ReplySetting {
  const { width, callSize, phoneSize, gap, flow } = options;
  const { callToAction, contact } = page.brief;
  const call = setBadge(page, callToAction.short ?? callToAction.text, {
    size: callSize,
    maxWidth: flow === "row" ? width * CALL : width,
  });
  const text = { weight: 800, family: "display", leading: 1.2 } as const;
  const number = groupPhone(contact.phones[0] ?? "");
  const natural = setText(page, number, { ...text, size: phoneSize });
  const room = flow === "row" ? width - call.width - gap : width;
  const share = Math.min(1, (room * FILL) / natural.width);
  const phone = share === 1 ? natural : setText(page, number, { ...text, size: phoneSize * share });
  const along = flow === "row";
  return {
    call,
    phone,
    flow,
    gap,
    width: along ? call.width + gap + phone.width / FILL : Math.max(call.width, phone.width) / FILL,
    height: along ? Math.max(call.height, phone.height) : call.height + gap + phone.height,
  };
}

/** How much of a row the call may take. */
const CALL = 0.6;

/** Layout rounds to its own unit: lines stay a hair narrower than their box. */
const FILL = 0.996;
