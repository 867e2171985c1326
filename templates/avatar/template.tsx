import {
  ALL_THEMES,
  bleeding,
  type ColorToken,
  defineTemplate,
  Frame,
  Ground,
  Headline,
  isLight,
  Logo,
  Motif,
  type Node,
  Page,
  type PageContext,
  rect,
  type TemplateDefinition,
  textOn,
} from "anpham/kit";
import { type AvatarLayout, layOut } from "./layout.ts";
import { Ring } from "./ring.tsx";

/** The mark on the theme's ground, the campaign's tag in the segment under it, a ring round both. */
function pages(page: PageContext) {
  const { trim } = page.geometry;
  const { stage, sheet, foot } = page.theme.surfaces;
  const { mark, tag, segmentY } = layOut(page);
  // A picture's own colours may not show on a deep ground: it stands on the sheet, and the stage becomes the segment.
  const turns = mark.logo !== null && !isLight(stage);
  const [ground, segment] = turns ? [sheet, stage] : [stage, foot];
  return (
    <Page>
      <Ground name="ground" color={ground} />
      <Motif name="motif" area={bleeding(rect(0, 0, trim.width, segmentY), page)} ground={ground} quiet />
      {tag && (
        <Ground name="foot" color={segment} area={rect(0, segmentY, trim.width, trim.height - segmentY)} />
      )}
      <Ring ground={ground} />
      <Mark set={mark} ground={ground} />
      {tag && (
        <Frame name="badge" {...tag.at}>
          <Headline set={tag.set} color={textOn(page, segment, "primary", "paper")} align="center" />
        </Frame>
      )}
    </Page>
  );
}

interface MarkProps {
  readonly set: AvatarLayout["mark"];
  readonly ground: ColorToken;
}

const Mark = ({ set, ground }: MarkProps, page: PageContext): Node => {
  const { logo, letters, at } = set;
  const grounds = isLight(ground) ? ([ground, "glow"] as const) : ([ground, "primary-2"] as const);
  return (
    <Frame name="logo" {...at} fit="none">
      {logo && <Logo set={logo} ground={ground} />}
      {letters && <Headline set={letters} color={textOn(page, grounds, "paper", "primary")} align="center" />}
    </Frame>
  );
};

export default defineTemplate({
  id: "avatar",
  name: { vi: "Ảnh đại diện", en: "Avatar" },
  description: {
    vi: "Biểu trưng hoặc chữ viết tắt của cơ sở trong vòng tròn, kèm dòng chữ của chiến dịch.",
    en: "The institution's mark or letters in a circle, with the campaign's tag.",
  },
  formats: ["avatar-facebook", "avatar-zalo", "avatar-youtube"],
  themes: ALL_THEMES,
  pages,
} satisfies TemplateDefinition);
