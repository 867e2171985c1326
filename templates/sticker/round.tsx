/** A round piece: mark over message over name, every line within the circle. */

import {
  Frame,
  fitHeadline,
  Headline,
  headlineSettings,
  highlightOn,
  Logo,
  Medal,
  type MedalField,
  medalField,
  Page,
  type PageContext,
  rect,
  setLogo,
  setPhrase,
  setText,
  stackHeight,
  Text,
  type TextSetting,
  textOn,
  typeScale,
} from "anpham/kit";
import { badgeSettings } from "./words.ts";

type Size = Pick<TextSetting, "width" | "height">;

/** In the fewest lines that can be read; in as large type as there can be when none can. */
function fitWords(page: PageContext, room: Size, least: number): TextSetting {
  const settings = badgeSettings(page, room.width) ?? headlineSettings(page);
  const byLines = [...settings].sort((one, other) => one.length - other.length);
  const readable = byLines
    .map((setting) => fitHeadline(page, [setting], { ...room, align: "center" }))
    .find(({ size }) => size >= least);
  return readable ?? fitHeadline(page, settings, { ...room, align: "center" });
}

/** Whether centred lines whose first begins at `top` keep within the circle. */
function isInCircle({ y, radius }: MedalField, set: TextSetting, top: number): boolean {
  const pitch = set.size * set.leading;
  return set.lineWidths.every((width, index) => {
    const first = Math.abs(top + set.padTop + index * pitch + pitch * 0.18 - y);
    const last = Math.abs(top + set.padTop + (index + 1) * pitch - pitch * 0.18 - y);
    return Math.hypot(width / 2, Math.max(first, last)) <= radius;
  });
}

interface Choice {
  /** Of the mark, in parts of the safe height; 0 for none. */
  readonly mark: number;
  /** Width of the name and of the message in parts of the safe width; 0 for no name. */
  readonly name: number;
  readonly message: number;
}

/** The fullest first: what the circle has no room for stays away, the message never. */
const CHOICES: readonly Choice[] = [
  ...[1, 0.9, 0.8].flatMap((name) =>
    [0.34, 0.3, 0.26, 0.22, 0.2].map((mark) => ({ mark, name, message: 1 })),
  ),
  ...[1, 0.85].map((name) => ({ mark: 0, name, message: 1 })),
  ...[0.44, 0.38, 0.32, 0.25, 0.2, 0.17].flatMap((mark) =>
    [1, 0.9].map((message) => ({ mark, name: 0, message })),
  ),
  ...[1, 0.9, 0.8, 0.7].map((message) => ({ mark: 0, name: 0, message })),
];

function layOut(page: PageContext, field: MedalField, { mark, name: nameShare, message: share }: Choice) {
  const { safe } = page.geometry;
  const least = typeScale(page).minimum * 1.03;
  // What looks as large as the name in the face of the message.
  const equal = setText(page, "", { size: least, family: "display" }).size;
  const gap = safe.height * 0.035;
  const name =
    nameShare > 0
      ? setPhrase(page, page.brief.institution.name, {
          align: "center",
          size: least,
          weight: 500,
          leading: 1.16,
          width: safe.width * nameShare,
          maxLines: 2,
        })
      : null;
  const logo =
    mark > 0 ? setLogo(page, "logo", { height: safe.height * mark, maxWidth: safe.width * 0.7 }) : null;
  const height = safe.height - stackHeight([logo, name], gap);
  const message = fitWords(page, { width: safe.width * share, height: Math.max(height, least) }, least);
  const top = safe.y + (height - message.height) / 2;
  const messageTop = top + stackHeight([logo], gap);
  const nameTop = messageTop + message.height + gap;
  // Letters that a roundel is too small for make a pill of it: beside a name they say nothing new.
  const isClear = !name || !logo?.letters || logo.width <= logo.height;
  const fits =
    isClear &&
    message.size >= (name ? equal : least) &&
    isInCircle(field, message, messageTop) &&
    (!name || (name.lines.length <= 2 && isInCircle(field, name, nameTop)));
  return { logo, message, name, top, messageTop, nameTop, fits };
}

export function roundSticker(page: PageContext) {
  const { safe } = page.geometry;
  const field = medalField(page);
  const layouts = CHOICES.map((choice) => layOut(page, field, choice));
  const { logo, message, name, top, messageTop, nameTop } =
    layouts.find(({ fits }) => fits) ??
    layouts.reduce((best, next) => (next.message.size >= best.message.size ? next : best));
  const centred = (y: number, block: Size) =>
    rect(safe.x + (safe.width - block.width) / 2, y, block.width, block.height);
  const emphasis = page.brief.badge ? message.lines.at(-1)! : page.brief.message.headline.emphasis;
  return (
    <Page>
      <Medal name="motif" />
      {logo && (
        <Frame name="logo" {...centred(top, logo)}>
          <Logo set={logo} ground={field.grounds} />
        </Frame>
      )}
      <Frame name="message" {...centred(messageTop, message)}>
        <Headline
          set={message}
          color={textOn(page, field.grounds, "paper", "primary")}
          emphasis={emphasis}
          highlight={highlightOn(page, field.grounds)}
          align="center"
        />
      </Frame>
      {name && (
        <Frame name="institution" {...centred(nameTop, name)}>
          <Text set={name} color={textOn(page, field.grounds, "tint", "primary", "paper")} align="center" />
        </Frame>
      )}
    </Page>
  );
}
