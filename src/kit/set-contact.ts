/** What the reader does next: call to action, telephone, address. */

import type { Mm } from "../base/units.ts";
import { groupPhone } from "../base/vietnamese/phones.ts";
import type { PageContext } from "../model/template.ts";
import { tearsAddress } from "./address-parts.ts";
import { type BadgeSetting, setBadge } from "./badge.tsx";
import { typeScale } from "./grid.ts";
import { lastingSetting } from "./lasting.ts";
import { setPhrase } from "./set-phrase.ts";
import { setText, type TextSetting } from "./set-text.ts";
import { stackHeight } from "./stack.ts";

export interface ContactSetting {
  readonly call: BadgeSetting;
  /** The enrolment period, beside the call or on a line of its own. */
  readonly period: TextSetting | null;
  readonly periodBeside: boolean;
  readonly phone: TextSetting;
  /** Written web address, addresses and e-mail, in order of need. */
  readonly lines: readonly { readonly text: TextSetting; readonly strong: boolean }[];
  readonly gap: Mm;
  readonly width: Mm;
  readonly height: Mm;
}

export interface ContactOptions {
  readonly width: Mm;
  /** What it may take: lines that have no room are left out, the last ones first. */
  readonly height: Mm;
  /** Of the smaller lines. */
  readonly size: Mm;
  readonly callSize: Mm;
  readonly phoneSize: Mm;
  /** Between the call and the telephone. */
  readonly gap: Mm;
  /** How many at most. */
  readonly phones?: number;
  readonly addresses?: number;
  readonly period?: boolean;
  /** An address that needs more lines than this is left out. */
  readonly maxLines?: number;
}

/** Call and telephone always, then as many lines as there is room for. */
export const setContact = lastingSetting(function setContact(page, options: ContactOptions): ContactSetting {
  const { width, height, size, gap, phones = 2, addresses = 2, maxLines = 3 } = options;
  const { contact, callToAction, enrolmentPeriod } = page.brief;
  const call = setBadge(page, callToAction.short ?? callToAction.text, {
    size: options.callSize,
    maxWidth: width,
  });
  const period =
    options.period && enrolmentPeriod
      ? setPhrase(page, enrolmentPeriod, { size, width, leading: 1.25, maxLines: 1 })
      : null;
  const periodBeside = period !== null && call.width + 2 * gap + period.width <= width;
  const phone = fitPhones(page, contact.phones.slice(0, phones).map(groupPhone), options);
  let used = stackHeight([call, period && !periodBeside ? period : null, phone], gap) - gap;

  const web = contact.website ?? contact.facebook;
  const { minimum } = typeScale(page);
  const site = web ? setText(page, web, { size, weight: 600, width, maxLines: 1, minimum }) : null;
  const wanted = [
    // An address on the web is typed as it stands: it shrinks rather than breaks, and is never torn between letters.
    ...(web && site && !tearsAddress(web, site.lines) ? [{ text: site, strong: true }] : []),
    ...contact.addresses.slice(0, addresses).map((address) => {
      const full = setText(page, address.text, { size, width, maxLines });
      const text =
        full.lines.length > 1 && address.short
          ? setText(page, address.short, { size, width, maxLines })
          : full;
      return { text, strong: false };
    }),
  ];
  const lines: typeof wanted = [];
  for (const line of wanted) {
    const { text, strong } = line;
    if (text.lines.length <= maxLines && used + gap * LINE_GAP + text.height <= height) {
      used += gap * LINE_GAP + text.height;
      lines.push(line);
    } else if (!strong) {
      // Another campus must not stand for the one before it.
      break;
    }
  }
  return { call, period, periodBeside, phone, lines, gap, width, height: used };
});

/** Between lines of the contact, in parts of the gap. */
export const LINE_GAP = 0.35;

/** Several numbers stand side by side if they still read large; else the first one alone. */
function fitPhones(
  page: PageContext,
  phones: readonly string[],
  { width, phoneSize, size }: ContactOptions,
): TextSetting {
  const at = (text: string, size: Mm) =>
    setText(page, text, { size, weight: 800, family: "display", leading: 1.2 });
  const inWidth = (text: string) => {
    const natural = at(text, phoneSize);
    const share = Math.min(1, (width * 0.998) / natural.width);
    return share === 1 ? natural : at(text, phoneSize * share);
  };
  for (let count = phones.length; count > 1; count--) {
    const together = inWidth(phones.slice(0, count).join("  ·  "));
    if (together.size >= Math.max(size * 1.25, phoneSize * 0.7)) return together;
  }
  return inWidth(phones[0] ?? "");
}
