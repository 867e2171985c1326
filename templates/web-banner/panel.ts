/** The panel at the right end: the button, and the telephone under it where there is room. */

import {
  type BadgeSetting,
  groupPhone,
  type Mm,
  type PageContext,
  rect,
  setBadge,
  setText,
  typeScale,
} from "anpham/kit";

/** How much of the width the button may take; wider only where it would need more lines or height. */
const SHARES = [0.3, 0.38, 0.46, 0.54, 0.6] as const;
const MOST_LINES = 4;
/** Type of the button in parts of the height. */
const CALL = 0.16;
/** The telephone, in parts of the button's type. */
const PHONE = 1.25;
const LARGEST_CALL: Mm = 7;

/** On one line if it can be, else in the smallest type, on the narrowest panel whose height holds it. */
function setCall(page: PageContext, size: Mm): BadgeSetting {
  const { trim, safe } = page.geometry;
  const { callToAction } = page.brief;
  const { minimum } = typeScale(page);
  const words = callToAction.short ?? callToAction.text;
  const tries = (em: Mm) =>
    SHARES.map((share) => setBadge(page, words, { size: em, maxWidth: trim.width * share - 2 * safe.x }));
  const onOne = [...tries(size).slice(0, 2), ...tries(minimum).slice(0, 2)].find(
    ({ text }) => text.lines.length === 1,
  );
  const few = tries(size).find(({ text, height }) => text.lines.length <= 3 && height <= safe.height * 0.6);
  const small = tries(minimum);
  const held = small.find(({ text, height }) => text.lines.length <= MOST_LINES && height <= safe.height);
  return onOne ?? few ?? held ?? small.at(-1)!;
}

export function layOutPanel(page: PageContext) {
  const { trim, safe } = page.geometry;
  const { contact } = page.brief;
  const { minimum } = typeScale(page);
  const size = Math.max(minimum, Math.min(trim.height * CALL, LARGEST_CALL));
  const call = setCall(page, size);
  const written = setText(page, groupPhone(contact.phones[0] ?? ""), {
    size: Math.max(minimum, call.text.size * PHONE),
    weight: 800,
    family: "display",
    leading: 1.2,
    width: Math.max(call.width, trim.width * SHARES[0]),
    maxLines: 1,
    minimum,
  });
  const gap = size * 0.5;
  const fits = call.height + gap + written.height <= safe.height;
  const phone = fits && written.lines.length === 1 ? written : null;
  const width = Math.max(call.width, phone?.width ?? 0);
  const pad = Math.max(safe.x, call.text.size * 0.9);
  const x = trim.width - width - 2 * pad;
  const height = call.height + (phone ? gap + phone.height : 0);
  const top = safe.y + (safe.height - height) / 2;
  // Words that no panel holds shrink with their frame.
  const centred = (y: Mm, block: { readonly width: Mm; readonly height: Mm }) => {
    const top = Math.max(y, safe.y);
    const tall = Math.min(block.height, safe.y + safe.height - top);
    return rect(x + pad + (width - block.width) / 2, top, block.width, tall);
  };
  return {
    x,
    call: { set: call, at: centred(top, call) },
    phone: phone && { set: phone, at: centred(top + call.height + gap, phone) },
  };
}
