import {
  ALL_THEMES,
  announcing,
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

/**
 * What the wall says, by choice: of an event its name above all, in full or short, and the slogan under it; a name
 * too long to be read from the last row stands beside the slogan instead.
 */
const tellings = (page: PageContext): readonly PageContext[] =>
  page.brief.event ? [announcing(page), announcing(page, "short"), page] : [page];

/** The hosts on paper along the top; under them event or message, as large as the wall allows, beside the motif. */
function pages(page: PageContext) {
  const { trim } = page.geometry;
  const { box: outer, baseline, margin, short } = grid(page);
  // Layout rounds to its own unit: marks over a capital on the edge would pass it by a hair.
  const hair = baseline * 0.05;
  const box = rect(outer.x, outer.y + hair, outer.width, outer.height - 2 * hair);
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
  const stageWith = (told: PageContext, eventStep: number) =>
    setStage(told, {
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
  const carries = ({ message, tellsEvent }: StageSetting) => message.headline.set.size >= least && tellsEvent;
  // A long invitation is set smaller before it presses the headline.
  const stages = tellings(page).flatMap((told) => [1.1, 0.7, 0.35, 0].map((step) => stageWith(told, step)));
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
    vi: "Đơn vị tổ chức, tên sự kiện đọc được từ cuối hội trường, khẩu hiệu, ngày giờ và địa điểm.",
    en: "Hosts, the event's name to be read from the back of the hall, the slogan, date and place.",
  },
  formats: ["backdrop-6x3m", "backdrop-3x2m", "backdrop-4x3m", "backdrop-5x3m", "backdrop-8x4m"],
  themes: ALL_THEMES,
  pages,
} satisfies TemplateDefinition);
