import {
  bleeding,
  defineTemplate,
  Frame,
  Ground,
  grid,
  LogoBar,
  Message,
  Motif,
  Page,
  type PageContext,
  rect,
  setLogoBar,
  setMessage,
  setSupport,
  type TemplateDefinition,
  typeScale,
  wordsOf,
} from "anpham/kit";

/** How much of the height people on the stage stand in front of: motif only. */
const FOOT = 0.06;

/** The hosts on paper along the top; under them the message, as large as the wall allows, beside climbing steps. */
function pages(page: PageContext) {
  const { trim } = page.geometry;
  const { box, baseline, margin, short } = grid(page);
  const type = typeScale(page, 0.024);

  const header = setLogoBar(page, {
    width: box.width,
    logoHeight: 7.5 * baseline,
    nameSize: type.size(1),
  });
  const fieldY = box.y + header.height + 2.5 * baseline;
  const messageY = fieldY + margin;
  const width = box.width * 0.8;
  const bottom = Math.min(box.y + box.height, trim.height - short * FOOT);
  const messageWith = (eventStep: number) => {
    const support = setSupport(page, {
      width,
      badge: type.size(1),
      tail: type.size(1.6),
      lead: type.size(0.5),
      event: type.size(eventStep),
      leadWidth: width,
      eventLines: 2,
    });
    const set = setMessage(
      page,
      { ...support, lead: null },
      {
        box: rect(box.x, messageY, width, bottom - messageY),
        gap: 2.2 * baseline,
        yields: 0.22,
        sink: 0.4,
      },
    );
    const reads = set.headline.set.size >= Math.max(type.message, type.size(3.1));
    return { set, fits: reads && (set.event !== null || support.event === null) };
  };
  // A long invitation is set smaller before it presses the headline.
  const tries = [1.1, 0.7, 0.35, 0].map(messageWith);
  const message = (tries.find(({ fits }) => fits) ?? tries.at(-1)!).set;
  const motifX = trim.width * 0.3;
  return (
    <Page>
      <Ground name="ground" color="primary" />
      <Motif
        name="motif"
        area={bleeding(rect(motifX, messageY, trim.width - motifX, trim.height - messageY), page)}
        columns={5}
        start={0}
        clear={wordsOf(message)}
        photo
      />
      <Ground name="header" color="paper" area={rect(0, 0, trim.width, fieldY)} />
      <Frame name="institution" x={box.x} y={box.y} width={header.width} height={header.height}>
        <LogoBar set={header} ground="paper" />
      </Frame>
      <Message set={message} ground="primary" />
    </Page>
  );
}

export default defineTemplate({
  id: "backdrop",
  name: { vi: "Phông nền sân khấu", en: "Stage backdrop" },
  description: {
    vi: "Đơn vị tổ chức, tên sự kiện, thông điệp đọc được từ cuối hội trường, ngày giờ và địa điểm.",
    en: "Hosts, event, a message that reads from the back of the hall, date and place.",
  },
  formats: ["backdrop-6x3m", "backdrop-3x2m", "backdrop-4x3m", "backdrop-5x3m", "backdrop-8x4m"],
  themes: ["vuon-len"],
  pages,
} satisfies TemplateDefinition);
