import { type Rect, rect } from "../base/geometry.ts";
import type { Mm } from "../base/units.ts";
import type { ColorToken } from "../model/color-token.ts";
import type { PageContext } from "../model/template.ts";
import { Badge } from "./badge.tsx";
import { highlightOn, textOn } from "./contrast.ts";
import { EventLine } from "./event-line.tsx";
import { Frame } from "./frame.tsx";
import { Headline } from "./headline.tsx";
import type { Node } from "./jsx-runtime.ts";
import type { MessageSetting } from "./set-message.ts";
import { Text } from "./text.tsx";

export interface MessageProps {
  readonly set: MessageSetting;
  /** What the message stands on. */
  readonly ground: ColorToken;
}

/** Badge, headline and support, each in its own frame. */
export const Message = ({ set, ground }: MessageProps, page: PageContext): Node => {
  const { badge, overline, headline, tail, lead, event } = set;
  const plain = textOn(page, ground, "paper", "primary");
  const strong = highlightOn(page, ground);
  return (
    <>
      {badge && (
        <Frame name="badge" {...badge.at}>
          <Badge set={badge.set} />
        </Frame>
      )}
      {overline && (
        <Frame name="overline" {...overline.at}>
          <Text set={overline.set} color={plain} />
        </Frame>
      )}
      <Frame name="headline" {...headline.at}>
        <Headline
          set={headline.set}
          color={plain}
          emphasis={page.brief.message.headline.emphasis}
          highlight={strong}
        />
      </Frame>
      {tail && (
        <Frame name="tail" {...tail.at}>
          <Text set={tail.set} color={plain} />
        </Frame>
      )}
      {lead && (
        <Frame name="lead" {...lead.at}>
          <Text set={lead.set} color={textOn(page, ground, "tint", "ink")} />
        </Frame>
      )}
      {event && (
        <Frame name="event" {...event.at}>
          <EventLine set={event.set} color={plain} iconColor={strong} />
        </Frame>
      )}
    </>
  );
};

/** Where the words of a message stand, line by line, for art that must keep clear of them. */
export function wordsOf({ badge, overline, headline, tail, lead, event }: MessageSetting): readonly Rect[] {
  const { set, at } = headline;
  const lines = set.lineWidths.map((width, index) =>
    rect(at.x, at.y + set.padTop + index * set.leading * set.size, width, set.leading * set.size),
  );
  const box = (
    placed: { readonly set: { readonly width: Mm; readonly height: Mm }; readonly at: Rect } | null,
  ) => (placed ? [rect(placed.at.x, placed.at.y, placed.set.width, placed.set.height)] : []);
  return [...box(badge), ...box(overline), ...lines, ...box(tail), ...box(lead), ...box(event)];
}
