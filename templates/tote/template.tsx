import {
  ALL_THEMES,
  column,
  defineTemplate,
  Frame,
  fitHeadline,
  Headline,
  headlineSettings,
  highlightOn,
  Logo,
  Motif,
  Page,
  type PageContext,
  rect,
  setLogo,
  setPhrase,
  type TemplateDefinition,
  Text,
  textOn,
  typeScale,
} from "anpham/kit";

/** Largest height of the message and its mark, in parts of the print. */
const MESSAGE = 0.5;
const MARK = 0.085;
/** Where the motif begins, in parts of the height. */
const CREST = 0.3;

/**
 * Solid colours straight on the cloth: no ground is printed, the paper token is the cloth, tints would need halftone
 * dots that the weave does not hold. Message above, motif below, who gives it in one line at the top.
 */
function pages(page: PageContext) {
  const { trim, safe } = page.geometry;
  const { align } = page.theme;
  const { institution, message } = page.brief;
  const least = typeScale(page).minimum * 1.05;
  const gap = safe.height * 0.03;
  const logo = setLogo(page, "logo", { height: safe.height * MARK, maxWidth: safe.width * 0.4 })!;
  const nameWidth = safe.width - logo.width - gap;
  const name = setPhrase(page, institution.name, {
    size: least,
    weight: 600,
    width: nameWidth,
    leading: 1.2,
    maxLines: 1,
  });
  // A name of more than two lines is a text; the mark speaks for it.
  const shownName = name.lines.length <= 2 ? name : null;
  const hosts = {
    width: logo.width + (shownName ? gap * 0.6 + shownName.width : 0),
    height: Math.max(logo.height, shownName?.height ?? 0),
  };
  const headline = fitHeadline(page, headlineSettings(page), {
    width: safe.width,
    height: safe.height * MESSAGE,
    align,
  });
  const next = column(safe.y, gap * 1.4);
  const at = (block: { readonly width: number; readonly height: number }) => {
    const x = align === "center" ? safe.x + (safe.width - block.width) / 2 : safe.x;
    return rect(x, next(block), block.width, block.height);
  };
  const hostsAt = at({ ...hosts, width: Math.min(safe.width, hosts.width * ROUNDING) });
  const headlineAt = at({ ...headline, width: Math.min(safe.width, headline.width * ROUNDING) });
  const top = trim.height * CREST;
  const ink = textOn(page, "paper", "primary");
  return (
    <Page>
      <Motif
        name="motif"
        area={rect(0, top, trim.width, trim.height - top)}
        ground="paper"
        clear={[hostsAt, headlineAt]}
        align="center"
        solid
      />
      <Frame name="institution" {...hostsAt}>
        <div style={{ display: "flex", alignItems: "center", gap: gap * 0.6 }}>
          <Logo set={logo} ground="paper" />
          {shownName && <Text set={shownName} color={ink} />}
        </div>
      </Frame>
      <Frame name="headline" {...headlineAt}>
        <Headline
          set={headline}
          color={ink}
          emphasis={message.headline.emphasis}
          highlight={highlightOn(page, "paper")}
          align={align}
        />
      </Frame>
    </Page>
  );
}

/** Layout rounds to its own unit: a frame as narrow as its block gives it this much air. */
const ROUNDING = 1.004;

export default defineTemplate({
  id: "tote",
  name: { vi: "Túi vải", en: "Tote bag" },
  description: {
    vi: "Một thông điệp và một họa tiết lớn bằng vài màu đặc, in lụa trên vải mộc.",
    en: "One message and one large motif in a few solid colours, screen printed on natural cloth.",
  },
  formats: ["tote-280x350"],
  themes: ALL_THEMES,
  pages,
} satisfies TemplateDefinition);
