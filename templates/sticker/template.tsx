import {
  bleeding,
  defineTemplate,
  Frame,
  fitHeadline,
  Ground,
  Headline,
  highlightOn,
  Logo,
  Motif,
  Page,
  type PageContext,
  rect,
  setLogo,
  setPhrase,
  setText,
  stackHeight,
  type TemplateDefinition,
  Text,
  type TextSetting,
  textOn,
  typeScale,
} from "anpham/kit";

/** How high they climb, in parts of the height from the top. */
const CREST = 0.22;

type Size = Pick<TextSetting, "width" | "height">;

/** A year stands on its own line, as on a medal. */
const YEAR = /\s+((?:năm\s+)?\d{4})$/u;

/** The campaign's badge in one to four lines, else the headline as it likes to break. */
function ways(page: PageContext, width: number): readonly (readonly string[])[] {
  const { badge, message } = page.brief;
  if (!badge) return message.headline.settings;
  const size = typeScale(page).minimum;
  const text = badge.short ?? badge.text;
  const year = YEAR.exec(text)?.[1];
  const rest = year ? text.replace(YEAR, "") : text;
  return [3, 1, 0.8, 0.6, 0.45].map((share) => [
    ...setText(page, rest, { size, width: width * share }).lines,
    ...(year ? [year] : []),
  ]);
}

/** In the fewest lines that can be read; in as large type as there can be when none can. */
function fitWords(page: PageContext, room: Size, least: number): TextSetting {
  const settings = ways(page, room.width);
  const byLines = [...settings].sort((one, other) => one.length - other.length);
  const readable = byLines
    .map((setting) => fitHeadline(page, [setting], { ...room, align: "center" }))
    .find(({ size }) => size >= least);
  return readable ?? fitHeadline(page, settings, { ...room, align: "center" });
}

/** A mark over the message over the name; what the circle has no room for stays away, the message never. */
function layOut(page: PageContext) {
  const { safe } = page.geometry;
  const least = typeScale(page).minimum * 1.03;
  const gap = safe.height * 0.035;
  const wanted = setPhrase(page, page.brief.institution.name, {
    align: "center",
    size: least,
    weight: 500,
    leading: 1.16,
    width: safe.width,
    maxLines: 2,
  });
  const fitting = wanted.lines.length <= 2 && wanted.width <= safe.width ? wanted : null;
  const stackOf = (share: number, name: TextSetting | null) => {
    const logo =
      share > 0 ? setLogo(page, "logo", { height: safe.height * share, maxWidth: safe.width * 0.7 }) : null;
    const height = safe.height - stackHeight([logo, name], gap);
    const message = fitWords(page, { width: safe.width, height }, least);
    // Letters that a roundel is too small for make a pill of it: beside a name they say nothing new.
    const isClear = !name || !logo?.letters || logo.width <= logo.height;
    return {
      logo,
      message,
      name,
      gap,
      spare: height - message.height,
      fits: isClear && message.size >= least,
    };
  };
  const choices = [
    ...(fitting ? [0.34, 0.3, 0.26, 0.22, 0.2, 0].map((share) => stackOf(share, fitting)) : []),
    ...[0.4, 0.32, 0.25, 0.2, 0.17].map((share) => stackOf(share, null)),
  ];
  return choices.find(({ fits }) => fits) ?? stackOf(0, null);
}

function pages(page: PageContext) {
  const { trim, safe } = page.geometry;
  const { logo, message, name, spare, gap } = layOut(page);
  const centred = (y: number, block: Size) =>
    rect(safe.x + (safe.width - block.width) / 2, y, block.width, block.height);
  const logoAt = logo && centred(safe.y + spare / 2, logo);
  const messageAt = centred(logoAt ? logoAt.y + logoAt.height + gap : safe.y + spare / 2, message);
  const nameAt = name && centred(messageAt.y + message.height + gap, name);
  const white = textOn(page, ["primary", "primary-2"], "paper");
  const strong = highlightOn(page, "primary-2");
  const emphasis = page.brief.badge ? message.lines.at(-1)! : page.brief.message.headline.emphasis;
  return (
    <Page>
      <Ground name="ground" color="primary" />
      <Motif
        name="motif"
        area={bleeding(rect(0, trim.height * CREST, trim.width, trim.height * (1 - CREST)), page)}
        ground="primary"
        quiet
      />
      {logo && logoAt && (
        <Frame name="logo" {...logoAt}>
          <Logo set={logo} ground={["primary", "primary-2"]} />
        </Frame>
      )}
      <Frame name="message" {...messageAt}>
        <Headline set={message} color={white} emphasis={emphasis} highlight={strong} align="center" />
      </Frame>
      {name && nameAt && (
        <Frame name="institution" {...nameAt}>
          <Text set={name} color={textOn(page, ["primary", "primary-2"], "tint", "paper")} align="center" />
        </Frame>
      )}
    </Page>
  );
}

export default defineTemplate({
  id: "sticker",
  name: { vi: "Huy hiệu, nhãn dán tròn", en: "Round badge and sticker" },
  description: {
    vi: "Biểu trưng, một câu ngắn và tên cơ sở, giữ trong vòng tròn.",
    en: "Mark, a few words and the institution's name, kept within the circle.",
  },
  formats: ["badge-58", "decal-round-100"],
  themes: ["vuon-len"],
  pages,
} satisfies TemplateDefinition);
