import {
  ALL_THEMES,
  bleeding,
  column,
  defineTemplate,
  Frame,
  Ground,
  Headline,
  isLight,
  Logo,
  Motif,
  Page,
  type PageContext,
  rect,
  type TemplateDefinition,
  Text,
  textOn,
} from "anpham/kit";
import { Foot } from "./foot.tsx";
import { layOut } from "./lay-out.ts";

/** What the law asks for and nothing else; the theme shows in its ground, a quiet motif and the band at the foot. */
function pages(page: PageContext) {
  const { trim } = page.geometry;
  const { stage: ground, foot: band } = page.theme.surfaces;
  const set = layOut(page);
  const { box, upright, footY, fieldY, room, title } = set;
  const { logo, gap, body, between, name, width, over } = title;
  const spare = Math.max(0, room.height - over - name.height);
  const x = box.x + box.width - width;
  const next = column(box.y + spare / 2, between);
  const at = (block: { readonly height: number }, after = between) =>
    rect(x, next(block, after), width, block.height);
  const logoAt =
    logo &&
    (upright
      ? rect(box.x + (box.width - logo.width) / 2, next(logo, gap), logo.width, logo.height)
      : rect(box.x, box.y + (room.height - logo.height) / 2, logo.width, logo.height));
  const bodyAt = body && at(body);
  const nameAt = at(name);
  const nameX = upright ? x + (width - name.width) / 2 : x;
  const words = [
    rect(nameX, nameAt.y, name.width, name.height),
    ...[logoAt, bodyAt].flatMap((at) => at ?? []),
  ];
  const grounds = isLight(ground) ? ([ground, "glow"] as const) : ([ground] as const);
  const plain = textOn(page, grounds, "paper", "primary");
  const align = upright ? "center" : "left";
  const onFoot = textOn(page, band, "ink", "paper");
  return (
    <Page>
      <Ground name="ground" color={ground} />
      {/* Pale art may run under a name; steps on a deep ground would take its contrast. */}
      <Motif
        name="motif"
        area={bleeding(rect(0, 0, trim.width, fieldY), page)}
        clear={isLight(ground) && !upright ? [] : words}
        quiet
        align={align}
      />
      <Ground name="foot" color={band} area={rect(0, fieldY, trim.width, trim.height - fieldY)} />
      {logo && logoAt && (
        <Frame name="logo" {...logoAt}>
          <Logo set={logo} ground={ground} />
        </Frame>
      )}
      {body && bodyAt && (
        <Frame name="governing-body" {...bodyAt}>
          <Text set={body} color={plain} align={align} />
        </Frame>
      )}
      <Frame name="headline" {...nameAt}>
        <Headline set={name} color={plain} align={align} />
      </Frame>
      <Foot set={set.foot} x={box.x} y={footY} width={box.width} color={onFoot} ground={band} />
    </Page>
  );
}

export default defineTemplate({
  id: "signboard",
  name: { vi: "Bảng hiệu", en: "Signboard" },
  description: {
    vi: "Cơ quan chủ quản, tên đăng ký đầy đủ, địa chỉ, điện thoại theo Luật Quảng cáo; không kèm khẩu hiệu.",
    en: "Governing body, full registered name, address and telephone as the Law on Advertising asks; no slogan.",
  },
  formats: ["signboard-4x1.5m", "signboard-3x1.2m", "signboard-6x2m", "signboard-0.8x2.4m", "signboard-1x4m"],
  themes: ALL_THEMES,
  pages,
} satisfies TemplateDefinition);
