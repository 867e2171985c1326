import {
  Badge,
  column,
  defineTemplate,
  Frame,
  fitHeadline,
  Ground,
  grid,
  groupPhone,
  Headline,
  headlineSettings,
  highlightOn,
  LogoBar,
  Motif,
  Page,
  type PageContext,
  rect,
  setBadge,
  setLogoBar,
  setText,
  stackHeight,
  type TemplateDefinition,
  Text,
  textOn,
  typeScale,
} from "anpham/kit";

/** Everything that must be read stands in the window that phones and desktops share, above the avatar. */
function pages(page: PageContext) {
  const { brief, geometry, format } = page;
  const { trim, bleedBox } = geometry;
  const { box, baseline } = grid(page, 0.05);
  const type = typeScale(page);
  const gap = 3 * baseline;
  // Platforms lay the avatar over a lower corner.
  const avatarTop = Math.min(trim.height, ...format.covered.map((zone) => zone.y));
  const bottom = Math.min(box.y + box.height, avatarTop - baseline);

  const header = setLogoBar(page, {
    width: box.width,
    logoHeight: 9 * baseline,
    nameSize: type.size(0.35),
    governingBody: false,
  });
  const badge =
    brief.badge &&
    setBadge(page, brief.badge.short ?? brief.badge.text, {
      size: type.size(0.35),
      maxWidth: box.width * 0.6,
    });
  const rest = box.width - (badge ? badge.width + gap : 0);
  const phone = setText(page, groupPhone(brief.contact.phones[0] ?? ""), {
    size: type.size(1),
    weight: 700,
    family: "display",
    leading: 1.2,
  });
  const shownPhone = phone.width <= rest ? phone : null;
  const row = { height: Math.max(badge?.height ?? 0, shownPhone?.height ?? 0) };
  const air = 4.5 * baseline;
  const room = bottom - box.y - header.height - air - stackHeight([row], gap);
  const headline = fitHeadline(page, headlineSettings(page), { width: box.width, height: room });
  const spare = room - headline.height;

  const next = column(box.y + spare * 0.5, gap);
  const frame = (block: { readonly height: number }, after = gap) => ({
    x: box.x,
    y: next(block, after),
    width: box.width,
    height: block.height,
  });
  const [headerFrame, headlineFrame, rowFrame] = [frame(header, air), frame(headline), frame(row)];
  const words = [
    rect(headerFrame.x, headerFrame.y, box.width, header.height),
    rect(headlineFrame.x, headlineFrame.y, headline.width, headline.height),
    rect(rowFrame.x, rowFrame.y, (badge ? badge.width + gap : 0) + (shownPhone?.width ?? 0), row.height),
  ];
  const white = textOn(page, "primary", "paper");
  return (
    <Page>
      <Ground name="ground" color="primary" />
      <Motif
        name="motif"
        area={rect(
          trim.width * 0.5,
          bleedBox.y,
          bleedBox.x + bleedBox.width - trim.width * 0.5,
          bleedBox.height,
        )}
        clear={words}
        photo
      />
      <Frame name="institution" {...headerFrame}>
        <LogoBar set={header} ground="primary" />
      </Frame>
      <Frame name="headline" {...headlineFrame}>
        <Headline
          set={headline}
          color={white}
          emphasis={brief.message.headline.emphasis}
          highlight={highlightOn(page, "primary")}
        />
      </Frame>
      <Frame name="contact" {...rowFrame}>
        <div style={{ display: "flex", alignItems: "center", gap }}>
          {badge && <Badge set={badge} />}
          {shownPhone && <Text set={shownPhone} color={white} />}
        </div>
      </Frame>
    </Page>
  );
}

export default defineTemplate({
  id: "facebook-cover",
  name: { vi: "Ảnh bìa Facebook", en: "Facebook page cover" },
  description: {
    vi: "Thông điệp và số điện thoại trong vùng máy tính và điện thoại cùng thấy.",
    en: "Message and telephone in the window that desktops and phones share.",
  },
  formats: ["facebook-cover"],
  themes: ["vuon-len"],
  pages,
} satisfies TemplateDefinition);
