import {
  bleeding,
  Contact,
  Frame,
  Ground,
  grid,
  isLight,
  LogoBar,
  Message,
  Motif,
  type Node,
  Page,
  type PageContext,
  Qr,
  qrSymbolSize,
  rect,
  setContact,
  setLogoBar,
  setQr,
  setStage,
  typeScale,
  wordsOf,
} from "anpham/kit";

/** The back cover: the message once more, then how to reach the sender. */
export function backCover(page: PageContext): Node {
  const { brief, geometry, theme } = page;
  const { trim } = geometry;
  const { box, baseline } = grid(page, 0.081);
  const { size } = typeScale(page);
  const { stage, foot } = theme.surfaces;
  const pad = 3 * baseline;
  const qr = brief.qr === null ? null : setQr(brief.qr, qrSymbolSize(page));
  const contactX = box.x + (qr ? qr.side + 3 * baseline : 0);
  const contact = setContact(page, {
    width: box.x + box.width - contactX,
    height: trim.height * 0.24,
    size: size(-0.3),
    callSize: size(0.2),
    phoneSize: size(2.6),
    gap: 0.9 * baseline,
    period: true,
  });
  const footHeight = Math.max(qr?.side ?? 0, contact.height) + 2 * pad;
  const footY = trim.height - footHeight;
  const sender = setLogoBar(page, { width: box.width, logoHeight: 6 * baseline, nameSize: size(0.8) });
  const top = box.y + sender.height + 4 * baseline;
  const set = setStage(
    { ...page, brief: { ...brief, badge: null, lead: null, event: null } },
    {
      area: rect(0, 0, trim.width, footY),
      box: rect(box.x, top, box.width, (footY - top) * 0.8),
      gap: 2 * baseline,
      badge: size(0.5),
      tail: size(1.6),
      lead: size(0.5),
      event: size(0.5),
      sink: 0,
    },
  );
  const inFoot = (height: number) => footY + (footHeight - height) / 2;
  return (
    <Page>
      <Ground name="ground" color={stage} area={set.area} />
      <Motif
        name="motif"
        area={bleeding(set.area, page)}
        clear={[...wordsOf(set.message), { ...box, height: sender.height }]}
        align={set.message.align}
      />
      <Message set={set.message} ground={stage} />
      <Ground name="foot" color={foot} area={rect(0, footY, trim.width, footHeight)} />
      <Frame name="sender" {...box} height={sender.height}>
        <LogoBar set={sender} ground={stage} />
      </Frame>
      {qr && (
        <Frame
          name="qr"
          x={box.x - (isLight(foot) ? qr.quiet : 0)}
          y={inFoot(qr.side)}
          width={qr.side}
          height={qr.side}
          fit="none"
        >
          <Qr set={qr} ground={foot} />
        </Frame>
      )}
      <Frame
        name="contact"
        x={contactX}
        y={inFoot(contact.height)}
        width={contact.width}
        height={contact.height}
      >
        <Contact set={contact} ground={foot} />
      </Frame>
    </Page>
  );
}
