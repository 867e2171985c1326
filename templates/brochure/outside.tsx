import {
  Badge,
  bleeding,
  Contact,
  EventLine,
  Frame,
  Ground,
  LogoBar,
  Message,
  Motif,
  Page,
  type PageContext,
  Qr,
  qrSymbolSize,
  setBadge,
  setContact,
  setEventLine,
  setLogoBar,
  setPhrase,
  setQr,
  setText,
  stackHeight,
  Text,
  textOn,
  wordsOf,
} from "anpham/kit";
import { type Panel, panelsOf, part, sizes, tell } from "./panels.ts";

/** Cover, back and, of three panels, the flap with the event. */
export function outside(page: PageContext) {
  const { brief } = page;
  const size = sizes(page);
  const [cover, back, flap] = panelsOf(page, false).toReversed() as [Panel, Panel, Panel?];
  const logo = { logoHeight: 11, nameSize: size(0.7), maxLines: 5 };
  const bar = setLogoBar(page, { ...logo, width: cover.box.width, marks: false });
  const sender = setLogoBar(page, { ...logo, width: back.box.width });
  const top = cover.box.y + bar.height + 12;
  const message = tell(page, { lead: null, event: flap ? null : brief.event }, part(cover.box, top, 145));

  const foot = cover.area.height - 11;
  const qr = brief.qr === null ? null : setQr(brief.qr, qrSymbolSize(page, 0.12));
  const text = { size: size(0), callSize: size(0.7), phoneSize: size(2.6), gap: 3.5 };
  const contact = setContact(page, { ...text, width: back.box.width, height: 70, period: true });
  const contactY = foot - contact.height;
  const qrY = contactY - (qr ? qr.side + 4 : 0);

  const words = brief.event?.name ?? brief.enrolmentPeriod ?? brief.message;
  const width = flap?.box.width ?? 0;
  const bold = {
    size: size(3),
    weight: 800,
    family: "display",
    leading: 1.2,
    maxLines: 5,
    minimum: size(1),
  } as const;
  const title = setText(page, words.text, { ...bold, width });
  const named = { ...page, brief: { ...brief, badge: brief.event?.name ?? null } };
  const event = setEventLine(named, { size: size(0.5), width, maxLines: 4 });
  const period =
    brief.event &&
    brief.enrolmentPeriod &&
    setPhrase(page, brief.enrolmentPeriod, { size: size(0.2), width });
  const call = setBadge(page, brief.callToAction.text, { size: size(1), maxWidth: width });
  const flapEnd = flap ? flap.box.y + stackHeight([title, event, period, call], 7) : 0;
  return (
    <Page>
      <Ground name="cover" color="primary" area={cover.area} />
      <Ground name="back" color="paper" area={back.area} />
      <Ground name="strip" color="tint" area={part(back.area, qrY - 10, cover.area.height)} />
      <Motif name="motif" area={bleeding(part(cover.area, 70, 210), page)} clear={wordsOf(message)} photo />
      <Frame name="institution" {...cover.box} height={bar.height}>
        <LogoBar set={bar} ground="primary" />
      </Frame>
      <Message set={message} ground="primary" />
      <Frame name="sender" {...back.box} height={sender.height}>
        <LogoBar set={sender} ground="paper" />
      </Frame>
      {qr && (
        <Frame name="qr" x={back.box.x} y={qrY} width={qr.side} height={qr.side} fit="none">
          <Qr set={qr} />
        </Frame>
      )}
      <Frame name="contact" {...part(back.box, contactY, foot)}>
        <Contact set={contact} ground="tint" />
      </Frame>
      {flap && (
        <>
          <Ground name="flap" color="tint" area={flap.area} />
          <Motif name="flap-motif" area={bleeding(part(flap.area, flapEnd + 10, 210), page)} ground="tint" />
          <Frame name="flap-words" {...part(flap.box, flap.box.y, flapEnd)}>
            <div style={{ display: "flex", flexDirection: "column", alignItems: "flex-start", gap: 7 }}>
              <Text set={title} color={textOn(page, "tint", "primary")} />
              {event && <EventLine set={event} color={textOn(page, "tint", "ink")} />}
              {period && <Text set={period} color={textOn(page, "tint", "ink")} />}
              <Badge set={call} />
            </div>
          </Frame>
        </>
      )}
    </Page>
  );
}
