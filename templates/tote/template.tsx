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
  type Mm,
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
/** Between the mark and the name, in parts of the gap. */
const NEAR = 0.6;
/** Where the motif begins, in parts of the height. */
const CREST = 0.3;

/**
 * Solid colours straight on the cloth: no ground is printed, the paper token is the cloth, tints would need halftone
 * dots that the weave does not hold. Message above, motif below, who gives it at the top.
 */
function pages(page: PageContext) {
  const { trim, safe } = page.geometry;
  const { align } = page.theme;
  const { institution, message } = page.brief;
  const least = typeScale(page).minimum * 1.05;
  const gap = safe.height * 0.03;
  const logo = setLogo(page, "logo", { height: safe.height * MARK, maxWidth: safe.width * 0.4 })!;
  const nameIn = (width: Mm, maxLines: number) =>
    setPhrase(page, institution.name, { size: least, weight: 600, width, leading: 1.2, maxLines });
  const beside = nameIn(safe.width - logo.width - gap * NEAR, 1);
  // A name of more than two lines stands under the mark.
  const stacked = beside.lines.length > 2;
  const name = stacked ? nameIn(safe.width, 3) : beside;
  const hosts = stacked
    ? { width: Math.max(logo.width, name.width), height: logo.height + gap * NEAR + name.height }
    : { width: logo.width + gap * NEAR + name.width, height: Math.max(logo.height, name.height) };
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
  const flow = stacked
    ? ({ flexDirection: "column", alignItems: align === "center" ? "center" : "flex-start" } as const)
    : ({ alignItems: "center" } as const);
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
        <div style={{ display: "flex", ...flow, gap: gap * NEAR }}>
          <Logo set={logo} ground="paper" />
          <Text set={name} color={ink} align={stacked ? align : "left"} />
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
