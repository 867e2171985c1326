import {
  bleeding,
  Contact,
  Frame,
  Ground,
  LogoBar,
  Motif,
  Page,
  type PageContext,
  Qr,
  qrSymbolSize,
  Stage,
  setContact,
  setLogoBar,
  setQr,
  setStage,
} from "anpham/kit";
import { Enrolment, setEnrolment } from "./enrolment.tsx";
import { Flap } from "./flap.tsx";
import { type Panel, panelsOf, part, sizes, unitOf } from "./panels.ts";

/** Cover, back and, of three panels, the flap with the event. */
export function outside(page: PageContext) {
  const { brief } = page;
  const { stage, sheet, foot } = page.theme.surfaces;
  const u = unitOf(page);
  const size = sizes(page);
  const [cover, back, flap] = panelsOf(page, false).toReversed() as [Panel, Panel, Panel?];
  const logo = { logoHeight: 11 * u, nameSize: size(0.7), maxLines: 5 };
  const bar = setLogoBar(page, { ...logo, width: cover.box.width, marks: false });
  const sender = setLogoBar(page, { ...logo, width: back.box.width });
  const top = cover.box.y + bar.height + 12 * u;
  const told = { ...page, brief: { ...brief, lead: null, event: flap ? null : brief.event } };
  const set = setStage(told, {
    area: cover.area,
    box: part(cover.box, top, cover.box.y + cover.box.height),
    gap: 5 * u,
    badge: size(0.7),
    tail: size(1.7),
    lead: size(0.7),
    event: size(0.4),
    sink: 0,
    yields: 0.4,
  });

  const end = back.area.height - 11 * u;
  const qr = brief.qr === null ? null : setQr(brief.qr, qrSymbolSize(page, 0.12));
  const text = { size: size(0), callSize: size(0.7), phoneSize: size(2.6), gap: 3.5 * u };
  const contact = setContact(page, { ...text, width: back.box.width, height: 70 * u, period: true });
  const contactY = end - contact.height;
  const qrY = contactY - (qr ? qr.side + 4 * u : 0);
  const stripY = qrY - 9 * u;

  // What the inside shows in place of occupations, the back need not say again.
  const middle = part(back.box, back.box.y + sender.height + 8 * u, stripY - 8 * u);
  const steps = brief.programmes.length > 0 ? setEnrolment(page, middle.width, middle.height) : null;
  const stepsY = steps ? middle.y + (middle.height - steps.height) / 2 : 0;
  return (
    <Page>
      <Ground name="back" color={sheet} area={back.area} />
      <Ground name="strip" color={foot} area={part(back.area, stripY, back.area.height)} />
      {!steps && middle.height > LEAST_MOTIF * u && (
        <Motif
          name="back-motif"
          area={bleeding(part(back.area, middle.y, stripY), page)}
          ground={sheet}
          align="left"
        />
      )}
      <Stage set={set} clear={[{ ...cover.box, height: bar.height }]} />
      <Frame name="institution" {...cover.box} height={bar.height}>
        <LogoBar set={bar} ground={stage} />
      </Frame>
      <Frame name="sender" {...back.box} height={sender.height}>
        <LogoBar set={sender} ground={sheet} />
      </Frame>
      {steps && <Enrolment set={steps} x={middle.x} y={stepsY} ground={sheet} />}
      {qr && (
        <Frame name="qr" x={back.box.x} y={qrY} width={qr.side} height={qr.side} fit="none">
          <Qr set={qr} ground={foot} />
        </Frame>
      )}
      <Frame name="contact" {...part(back.box, contactY, end)}>
        <Contact set={contact} ground={foot} />
      </Frame>
      {flap && <Flap panel={flap} />}
    </Page>
  );
}

/** A lower motif would be a sliver, mm on a panel 210 mm high. */
const LEAST_MOTIF = 35;
