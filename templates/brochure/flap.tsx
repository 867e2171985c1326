import {
  Badge,
  bleeding,
  EventLine,
  Frame,
  fitPhrase,
  Ground,
  highlightOn,
  isLight,
  Motif,
  type Node,
  opticalShare,
  type PageContext,
  rect,
  setBadge,
  setEventLine,
  setPhrase,
  stackHeight,
  Text,
  textOn,
} from "anpham/kit";
import { type Panel, part, sizes, unitOf } from "./panels.ts";

/** The title at most, in its largest ems. */
const HIGHEST = 5;

/** The panel that is folded in: the event, or when to enrol, and what to do. */
export const Flap = ({ panel }: { readonly panel: Panel }, page: PageContext): Node => {
  const { brief, theme } = page;
  const { area, box } = panel;
  const u = unitOf(page);
  const size = sizes(page);
  const gap = 7 * u;
  const ground = isLight(theme.surfaces.foot) ? theme.surfaces.foot : "tint";
  const words = brief.event?.name ?? brief.enrolmentPeriod ?? brief.message;
  const largest = size(3) * opticalShare(page);
  const title = fitPhrase(page, words.text, {
    width: box.width,
    height: HIGHEST * largest,
    maximum: largest,
  });
  const named = { ...page, brief: { ...brief, badge: brief.event?.name ?? null } };
  const event = setEventLine(named, { size: size(0.5), width: box.width, maxLines: 4 });
  const period =
    brief.event &&
    brief.enrolmentPeriod &&
    setPhrase(page, brief.enrolmentPeriod, { size: size(0.2), width: box.width });
  const call = setBadge(page, brief.callToAction.text, { size: size(1), maxWidth: box.width });
  const end = box.y + stackHeight([title, event, period, call], gap);
  const grounds = [ground, "glow"] as const;
  const plain = textOn(page, grounds, "ink");
  return (
    <>
      <Ground name="flap" color={ground} area={area} />
      <Motif
        name="flap-motif"
        area={bleeding(part(area, end + 3 * u, area.height), page)}
        ground={ground}
        clear={[rect(box.x, box.y, box.width, end - box.y)]}
        align="left"
      />
      <Frame name="flap-words" {...part(box, box.y, end)}>
        <div style={{ display: "flex", flexDirection: "column", alignItems: "flex-start", gap }}>
          <Text set={title} color={textOn(page, grounds, "primary")} />
          {event && <EventLine set={event} color={plain} iconColor={highlightOn(page, grounds)} />}
          {period && <Text set={period} color={plain} />}
          <Badge set={call} />
        </div>
      </Frame>
    </>
  );
};
