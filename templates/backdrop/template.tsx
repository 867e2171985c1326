import {
  ALL_THEMES,
  defineTemplate,
  Frame,
  Ground,
  grid,
  LogoBar,
  Page,
  type PageContext,
  rect,
  Stage,
  type StageSetting,
  setLogoBar,
  setStage,
  type TemplateDefinition,
  typeScale,
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
  const least = Math.max(type.message, type.size(3.1));
  const { header: band } = page.theme.surfaces;
  const bottom = Math.min(box.y + box.height, trim.height - short * FOOT);
  const stageWith = (eventStep: number) =>
    setStage(page, {
      area: rect(0, fieldY, trim.width, trim.height - fieldY),
      box: rect(box.x, messageY, box.width, bottom - messageY),
      gap: 2.2 * baseline,
      badge: type.size(1),
      tail: type.size(1.6),
      lead: type.size(0.5),
      event: type.size(eventStep),
      eventLines: 2,
      lines: "no-lead",
      least,
    });
  const carries = ({ message }: StageSetting) =>
    message.headline.set.size >= least && (message.event !== null || page.brief.event === null);
  // A long invitation is set smaller before it presses the headline.
  const stages = [1.1, 0.7, 0.35, 0].map(stageWith);
  const stage = stages.find(carries) ?? stages.at(-1)!;
  return (
    <Page>
      <Stage set={stage} />
      <Ground name="header" color={band} area={rect(0, 0, trim.width, fieldY)} />
      <Frame name="institution" x={box.x} y={box.y} width={header.width} height={header.height}>
        <LogoBar set={header} ground={band} />
      </Frame>
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
  themes: ALL_THEMES,
  pages,
} satisfies TemplateDefinition);
