import {
  bleeding,
  clockTime,
  Frame,
  Ground,
  groupPhone,
  highlightOn,
  Icon,
  type IconName,
  Motif,
  type Node,
  type PageContext,
  type Rect,
  rect,
  setPhrase,
  setText,
  shortDate,
  Text,
  type TextSetting,
  textOn,
  typeScale,
  WritingLines,
  weekday,
} from "anpham/kit";

interface Row {
  readonly name: string;
  readonly icon: IconName;
  readonly label: TextSetting;
  readonly texts: readonly TextSetting[];
  /** Lines to write on where nothing is known. */
  readonly dotted: number;
  readonly height: number;
}

export interface PanelSetting {
  readonly area: Rect;
  readonly box: Rect;
  readonly rows: readonly Row[];
  readonly gap: number;
  readonly indent: number;
  readonly pitch: number;
}

const STEPS = [0.5, 0.25, 0, -0.3, -0.6, -0.9];
const SHORT_FROM = 2;

/** When, where and how to answer: what the guest looks up again. */
export function setPanel(
  page: PageContext,
  { area, box }: { readonly area: Rect; readonly box: Rect },
): PanelSetting {
  const sets = STEPS.map((step, index) => rowsAt(page, box.width, step, index >= SHORT_FROM));
  const fitting = sets.find(({ rows, gap }) => heightOf(rows, gap) <= box.height) ?? sets.at(-1)!;
  return { area, box, ...fitting };
}

const heightOf = (rows: readonly Row[], gap: number) =>
  rows.reduce((sum, { height }) => sum + height, 0) + gap * Math.max(0, rows.length - 1);

function rowsAt(page: PageContext, width: number, step: number, short: boolean) {
  const { event, invitation, contact } = page.brief;
  const scale = typeScale(page);
  const size = scale.size(step);
  const indent = size * 2;
  const inner = width - indent;
  const pitch = size * 2.4;
  const label = (text: string) =>
    setText(page, text, { size: scale.size(step - 0.4), weight: 500, width: inner });
  const strong = (text: string) =>
    setText(page, text, {
      size: scale.size(step + 1.4),
      weight: 700,
      family: "display",
      width: inner,
      leading: 1.25,
      maxLines: 1,
      minimum: scale.minimum,
    });
  // In letters a little smaller rather than within a name.
  const text = { size, weight: 500, width: inner, leading: 1.4, minimum: scale.minimum };
  const plain = (words: string) => setText(page, words, text);
  const row = (
    name: string,
    icon: IconName,
    title: string,
    texts: readonly TextSetting[],
    dotted = 0,
  ): Row => {
    const set = label(title);
    const height = set.height + texts.reduce((sum, text) => sum + text.height, 0) + dotted * pitch;
    return { name, icon, label: set, texts, dotted, height };
  };
  const date = event?.date ?? null;
  const when = [
    ...(event?.time
      ? [plain(`${clockTime(event.time)}${date ? `, ${weekday(date)}` : ""}`)]
      : date
        ? [plain(weekday(date))]
        : []),
    ...(date ? [strong(shortDate(date))] : []),
  ];
  const place = event?.place
    ? [
        setPhrase(
          page,
          short ? { ...event.place, text: event.place.short ?? event.place.text } : event.place,
          text,
        ),
      ]
    : [];
  const reply = invitation?.reply
    ? short
      ? (invitation.reply.short ?? invitation.reply.text)
      : invitation.reply.text
    : null;
  const replyText = reply
    ? [setText(page, reply, { size: scale.size(step - 0.4), width: inner, leading: 1.4 })]
    : [];
  const rows = [
    row("when", "calendar", "Thời gian", when, when.length === 0 ? 1 : 0),
    row("where", "map-pin", "Địa điểm", place, place.length === 0 ? 2 : 0),
    row("reply", "phone", "Liên hệ", [strong(groupPhone(contact.phones[0]!)), ...replyText]),
  ];
  return { rows, gap: size * 1.5, indent, pitch };
}

/** The theme's foot as a panel, with its motif in the room that the words leave. */
export const Panel = ({ set }: { readonly set: PanelSetting }, page: PageContext): Node => {
  const { area, box, rows, gap, indent, pitch } = set;
  const ground = page.theme.surfaces.foot;
  const used = heightOf(rows, gap);
  const free = area.height - box.y - used - gap;
  const hasMotif = free > area.height * LEAST_MOTIF;
  const colors = {
    label: textOn(page, ground, "muted", "tint"),
    text: textOn(page, ground, "primary", "paper"),
    icon: highlightOn(page, ground),
  };
  let y = hasMotif ? box.y : box.y + (box.height - used) / 2;
  return (
    <>
      <Ground name="panel" color={ground} area={area} />
      {hasMotif && (
        <Motif
          name="panel-motif"
          area={bleeding(rect(area.x, area.height - free, area.width, free), page)}
          ground={ground}
          align="left"
        />
      )}
      {rows.map((row) => {
        const top = y;
        y += row.height + gap;
        const { label, texts, dotted } = row;
        const icon = label.size * 1.3;
        return (
          <Frame name={row.name} x={box.x} y={top} width={box.width} height={row.height}>
            <div style={{ display: "flex", width: box.width, height: row.height }}>
              <div
                style={{
                  display: "flex",
                  width: indent,
                  flexShrink: 0,
                  marginTop: (label.height - icon) / 2,
                }}
              >
                <Icon name={row.icon} size={icon} color={colors.icon} />
              </div>
              <div style={{ display: "flex", flexDirection: "column" }}>
                <Text set={label} color={colors.label} />
                {texts.map((text) => (
                  <Text set={text} color={colors.text} />
                ))}
                {dotted > 0 && (
                  <WritingLines width={box.width - indent} pitch={pitch} count={dotted} color={colors.text} />
                )}
              </div>
            </div>
          </Frame>
        );
      })}
    </>
  );
};

/** A lower motif would be a sliver; in parts of the card's height. */
const LEAST_MOTIF = 0.22;
