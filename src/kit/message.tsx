import { type Rect, rect } from "../base/geometry.ts";
import type { Mm } from "../base/units.ts";
import type { ColorToken } from "../model/color-token.ts";
import { Badge } from "./badge.tsx";
import { highlightOn, isLight, textOn } from "./contrast.ts";
import { EventLine, linesOfEvent } from "./event-line.tsx";
import { Frame } from "./frame.tsx";
import { Headline } from "./headline.tsx";
import type { Node } from "./jsx-runtime.ts";
import { lastingDrawing } from "./lasting.ts";
import type { MessageSetting, Placed } from "./set-message.ts";
import type { TextSetting } from "./set-text.ts";
import { linesOf, Text } from "./text.tsx";

export interface MessageProps {
  readonly set: MessageSetting;
  /** What the message stands on. */
  readonly ground: ColorToken;
}

/** Badge, headline and support, each in its own frame. */
export const Message = ({ set: { badge, ...words }, ground }: MessageProps): Node => (
  <>
    {badge && (
      <Frame name="badge" {...badge.at}>
        <Badge set={badge.set} align={words.align} />
      </Frame>
    )}
    <Words set={words} ground={ground} />
  </>
);

interface WordsProps {
  readonly set: Omit<MessageSetting, "badge">;
  readonly ground: ColorToken;
}

const Words = lastingDrawing(({ set, ground }: WordsProps, page): Node => {
  const { overline, headline, tail, lead, event, align } = set;
  // On a light stage the motif's pale halo may reach under the words.
  const grounds = isLight(ground) ? ([ground, "glow"] as const) : ([ground] as const);
  const plain = textOn(page, grounds, "paper", "primary");
  const strong = highlightOn(page, grounds);
  return (
    <>
      {overline && (
        <Frame name="overline" {...overline.at}>
          <Text set={overline.set} color={plain} align={align} />
        </Frame>
      )}
      <Frame name="headline" {...headline.at}>
        <Headline set={headline.set} color={plain} emphasis={set.emphasis} highlight={strong} align={align} />
      </Frame>
      {tail && (
        <Frame name="tail" {...tail.at}>
          <Text set={tail.set} color={plain} align={align} />
        </Frame>
      )}
      {lead && (
        <Frame name="lead" {...lead.at}>
          <Text set={lead.set} color={textOn(page, grounds, "tint", "ink")} align={align} />
        </Frame>
      )}
      {event && (
        <Frame name="event" {...event.at}>
          <EventLine set={event.set} color={plain} iconColor={strong} />
        </Frame>
      )}
    </>
  );
});

/** Where the words of a message stand, line by line, for art that must keep clear of them. */
export function wordsOf({
  badge,
  overline,
  headline,
  tail,
  lead,
  event,
  align,
}: MessageSetting): readonly Rect[] {
  const placed = ({ at }: Placed<unknown>, width: Mm, y: Mm, height: Mm) =>
    rect(align === "center" ? at.x + (at.width - width) / 2 : at.x, y, width, height);
  const lines = (block: Placed<TextSetting> | null) =>
    block
      ? linesOf(block.set).map(({ y, width, height }) => placed(block, width, block.at.y + y, height))
      : [];
  const label = badge ? [placed(badge, badge.set.width, badge.at.y, badge.set.height)] : [];
  // The rows of an event stand on the left edge of their block, wherever that stands.
  const rows = event
    ? linesOfEvent(event.set).map(({ y, width, height }) => rect(event.at.x, event.at.y + y, width, height))
    : [];
  return [...label, ...lines(overline), ...lines(headline), ...lines(tail), ...lines(lead), ...rows];
}
