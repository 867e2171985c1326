import {
  ALL_THEMES,
  atAGlance,
  defineTemplate,
  Frame,
  Ground,
  grid,
  occasions,
  Page,
  type PageContext,
  Reply,
  rect,
  Sender,
  Stage,
  setBadge,
  setReply,
  setSender,
  setStage,
  type TemplateDefinition,
  telling,
  typeScale,
} from "anpham/kit";

/** The message under a label of the occasion: who rides past reads no more. */
function inPassing(page: PageContext, size: number, maxWidth: number): PageContext {
  const setting = { size, maxWidth, minimum: size };
  const label = occasions(page).find((text) => setBadge(page, text, setting).text.lines.length <= 2);
  const { short = null } = page.brief.badge ?? {};
  const text = label ?? short;
  return telling(atAGlance(page), {
    badge: text === null ? null : { text, short: null },
    event: null,
    lead: null,
  });
}

/** The sender at the head, the message in short stacked lines, call and telephone at the foot; pockets stay free. */
function pages(page: PageContext) {
  const { trim, safe } = page.geometry;
  const { header: band, foot } = page.theme.surfaces;
  const { short } = grid(page);
  const type = typeScale(page, 0.052);
  const unit = short * 0.02;
  const inset = 1.5 * unit;
  const box = rect(safe.x + inset, safe.y + unit, safe.width - 2 * inset, safe.height - 2 * unit);

  const senderOf = (logoHeight: number | null, most: number, addressLines = most) =>
    setSender(page, {
      width: box.width,
      logoHeight,
      nameSize: type.size(0.2),
      size: type.size(0),
      nameLines: most,
      addressLines,
    });
  // A long name needs the mark's room, and so may its words; it is never left out.
  const senders = [
    senderOf(8 * unit, 3),
    senderOf(6 * unit, 3),
    senderOf(6 * unit, 4, 3),
    senderOf(null, 4),
    senderOf(null, 8),
  ];
  const complete = senders.filter((set) => set.complete);
  const sender = complete.find(({ whole }) => whole) ?? complete[0] ?? senders.at(-1)!;
  const fieldY = box.y + sender.height + 2 * unit;

  const reply = setReply(page, {
    width: box.width,
    callSize: type.size(0.3),
    phoneSize: type.size(2.5),
    gap: 1.2 * unit,
    flow: "column",
  });
  const footY = box.y + box.height - reply.height;
  const footTop = footY - 2.2 * unit;
  const stage = setStage(inPassing(page, type.size(0.3), box.width), {
    area: rect(0, fieldY, trim.width, footTop - fieldY),
    box: rect(box.x, fieldY + 3 * unit, box.width, footTop - fieldY - 6 * unit),
    gap: 2.4 * unit,
    sink: 0.12,
    badge: type.size(0.3),
    tail: type.size(0.8),
    lead: type.size(0),
    event: type.size(0),
  });
  return (
    <Page>
      <Stage set={stage} />
      <Ground name="header" color={band} area={rect(0, 0, trim.width, fieldY)} />
      <Ground name="foot" color={foot} area={rect(0, footTop, trim.width, trim.height - footTop)} />
      <Frame name="institution" x={box.x} y={box.y} width={box.width} height={sender.height}>
        <Sender set={sender} ground={band} />
      </Frame>
      <Frame name="contact" x={box.x} y={footY} width={box.width} height={reply.height}>
        <Reply set={reply} ground={foot} align={page.theme.align} />
      </Frame>
    </Page>
  );
}

export default defineTemplate({
  id: "pennant",
  name: { vi: "Phướn dọc", en: "Pennant" },
  description: {
    vi: "Thông điệp xếp dòng ngắn cho người đi xe máy, số điện thoại lớn; hai đầu luồn cây để trống.",
    en: "The message in short lines for who rides past, a large telephone number; both pole pockets stay free.",
  },
  formats: ["pennant-0.8x2.5m", "pennant-0.6x2m", "pennant-1x3m"],
  themes: ALL_THEMES,
  pages,
} satisfies TemplateDefinition);
