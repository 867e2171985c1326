import {
  Action,
  ALL_THEMES,
  Badge,
  defineTemplate,
  Frame,
  LogoBar,
  Page,
  type PageContext,
  rect,
  Stage,
  type TemplateDefinition,
} from "anpham/kit";
import { layOut } from "./layout.ts";

function pages(page: PageContext) {
  const { foot, header, headerAt, badge, stage } = layOut(page);
  const ground = page.theme.surfaces.stage;
  const said = rect(foot.at.x, foot.at.y, foot.set.width, foot.set.height);
  return (
    <Page>
      <Stage set={stage} clear={[headerAt, said, ...(badge ? [badge.at] : [])]} />
      <Frame name="institution" {...headerAt}>
        <LogoBar set={header} ground={ground} />
      </Frame>
      {badge && (
        <Frame name="badge" {...badge.at}>
          <Badge set={badge.set} />
        </Frame>
      )}
      <Frame name="contact" {...foot.at}>
        <Action set={foot.set} ground={ground} />
      </Frame>
    </Page>
  );
}

export default defineTemplate({
  id: "social-cover",
  name: { vi: "Ảnh bìa mạng xã hội", en: "Social media cover" },
  description: {
    vi: "Thông điệp, lời kêu gọi và số điện thoại trong vùng mà máy tính, điện thoại và TV cùng thấy.",
    en: "Message, call and telephone in the window that desktops, phones and TVs share.",
  },
  formats: [
    "facebook-cover",
    "facebook-group-cover",
    "facebook-event-cover",
    "youtube-channel-art",
    "zalo-oa-cover",
  ],
  themes: ALL_THEMES,
  pages,
} satisfies TemplateDefinition);
