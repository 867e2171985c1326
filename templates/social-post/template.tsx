import {
  Action,
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
  setAction,
  setLogoBar,
  setStage,
  type TemplateDefinition,
  telling,
  typeScale,
} from "anpham/kit";
import { thumbnail } from "./thumbnail.tsx";

/** What a post says where room is short: the badge, then the place, go before an event is left unsaid. */
function shorter(page: PageContext): readonly PageContext[] {
  const { event } = page.brief;
  if (!event) return [];
  const unlabelled = telling(page, { badge: null });
  return [unlabelled, telling(unlabelled, { event: { ...event, place: null } })];
}

/** One message on the stage, one action at the foot; what a platform covers at the foot is the foot's own ground. */
function layOut(page: PageContext) {
  const { trim, safe } = page.geometry;
  const { box, margin, baseline } = grid(page);
  const type = typeScale(page);
  const isWide = trim.width > 1.4 * trim.height;
  const gap = 1.6 * baseline;
  const action = setAction(page, {
    width: box.width,
    callSize: type.size(isWide ? 0.1 : 0.5),
    phoneSize: type.size(isWide ? 1.6 : 2.9),
    gap: 2 * gap,
  });
  const pad = isWide ? 0.6 * margin : 0.8 * margin;
  const floor = Math.min(trim.height - pad, safe.y + safe.height);
  const actionAt = rect(box.x, floor - action.height, box.width, action.height);
  const footY = actionAt.y - pad;

  const header = setLogoBar(page, {
    width: box.width,
    logoHeight: type.minimum * (isWide ? 2 : 2.6),
    nameSize: type.size(isWide ? 0 : 0.4),
    governingBody: false,
  });
  const headerAt = rect(box.x, box.y, box.width, header.height);
  const top = box.y + header.height + (isWide ? 0.8 : 1.2) * margin;
  const stageOf = (told: PageContext) =>
    setStage(told, {
      area: rect(0, 0, trim.width, footY),
      box: rect(box.x, top, box.width, footY - pad - top),
      gap,
      badge: type.size(isWide ? 0.2 : 0.5),
      // Where an event is told, the slogan's second half would make it two messages.
      tail: isWide || page.brief.event ? null : type.size(1.4),
      lead: type.size(0),
      // A link's picture stands over the link's own title.
      event: isWide ? null : type.size(0.2),
      eventLines: 2,
      lines: "no-lead",
    });
  const carries = ({ tellsEvent, message }: StageSetting) =>
    tellsEvent && message.headline.set.size >= type.message;
  const full = stageOf(page);
  const stage = isWide || carries(full) ? full : (shorter(page).map(stageOf).find(carries) ?? full);
  return { action, actionAt, footY, header, headerAt, stage };
}

function post(page: PageContext) {
  const { trim } = page.geometry;
  const { stage: ground, foot } = page.theme.surfaces;
  const { action, actionAt, footY, header, headerAt, stage } = layOut(page);
  return (
    <Page>
      <Stage set={stage} clear={[headerAt]} />
      <Ground name="foot" color={foot} area={rect(0, footY, trim.width, trim.height - footY)} />
      <Frame name="institution" {...headerAt}>
        <LogoBar set={header} ground={ground} />
      </Frame>
      <Frame name="contact" {...actionAt}>
        <Action set={action} ground={foot} align={stage.message.align} />
      </Frame>
    </Page>
  );
}

/** Pictures beside a title of their own, shown a few centimetres wide. */
const THUMBNAILS: readonly string[] = ["youtube-thumbnail"];

export default defineTemplate({
  id: "social-post",
  name: { vi: "Bài đăng mạng xã hội", en: "Social media post" },
  description: {
    vi: "Một thông điệp lớn, một lời kêu gọi; bài vuông, đứng, ảnh liên kết, ảnh thu nhỏ và tin 24 giờ.",
    en: "One large message, one call; square and portrait posts, link pictures, thumbnails and stories.",
  },
  formats: ["facebook-post", "facebook-post-portrait", "facebook-link", "youtube-thumbnail", "story"],
  themes: ALL_THEMES,
  pages: (page) => (THUMBNAILS.includes(page.format.id) ? thumbnail(page) : post(page)),
} satisfies TemplateDefinition);
