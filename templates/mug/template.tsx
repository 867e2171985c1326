import {
  ALL_THEMES,
  column,
  defineTemplate,
  Frame,
  Ground,
  groupPhone,
  Logo,
  Page,
  type PageContext,
  rect,
  Stage,
  setLogo,
  setPhrase,
  setStage,
  setText,
  stackHeight,
  type TemplateDefinition,
  Text,
  textOn,
  typeScale,
  wordsOf,
} from "anpham/kit";

/** What is seen at a time of a mug: less than half of it. Between the two faces, opposite the handle, the motif. */
const FACE = 0.36;
/** Where the second face begins, in parts of the width. */
const TURN = 0.6;

/** Two faces: the message for whom holds the mug in the right hand, the giver for the left. */
function pages(page: PageContext) {
  const { trim, safe } = page.geometry;
  const { foot } = page.theme.surfaces;
  const { brief } = page;
  const type = typeScale(page);
  const gap = trim.height * 0.05;
  const set = setStage(
    { ...page, brief: { ...brief, badge: null, lead: null, event: null } },
    {
      area: rect(0, 0, trim.width * TURN, trim.height),
      box: rect(safe.x, safe.y, trim.width * (TURN - 0.035) - safe.x, safe.height),
      gap,
      badge: type.minimum,
      tail: type.size(0.6),
      lead: type.minimum,
      event: type.minimum,
      sink: 0.5,
    },
  );
  const panel = rect(trim.width * TURN, 0, trim.width * (1 - TURN), trim.height);
  const width = Math.min(trim.width * FACE, safe.x + safe.width - panel.x - 2 * gap);
  const x = (panel.x + safe.x + safe.width - width) / 2;
  const logo = setLogo(page, "logo", { height: trim.height * 0.3, maxWidth: width })!;
  const named = { size: type.size(0.5), minimum: type.minimum, weight: 700, width, leading: 1.25 };
  const inThree = setPhrase(page, brief.institution.name, { ...named, maxLines: 3 });
  // A name that takes more lines than that at the smallest type has one more, rather than a torn word.
  const name =
    inThree.lines.length > 3
      ? setText(page, inThree.lines.join(" "), {
          ...named,
          size: inThree.size,
          maxLines: inThree.lines.length + 1,
        })
      : inThree;
  const contact = setText(page, brief.contact.website ?? groupPhone(brief.contact.phones[0] ?? ""), {
    size: type.size(0),
    minimum: type.minimum,
    weight: 600,
    width,
    maxLines: 1,
  });
  const stack = stackHeight([logo, name, contact], gap) - gap;
  const shownContact = contact.lines.length === 1 && stack <= safe.height ? contact : null;
  const height = stackHeight([logo, name, shownContact], gap) - gap;
  const next = column(safe.y + (safe.height - height) / 2, gap);
  const row = (block: { readonly height: number }) => rect(x, next(block), width, block.height);
  // A curved face is read at an angle: more air beside the words than on a flat sheet.
  const airy = wordsOf(set.message).map((box) => rect(box.x, box.y, box.width + gap, box.height));
  return (
    <Page>
      <Stage set={set} clear={airy} />
      <Ground name="panel" color={foot} area={panel} />
      <Frame name="logo" {...row(logo)}>
        <div style={{ display: "flex", justifyContent: "center", width }}>
          <Logo set={logo} ground={foot} />
        </div>
      </Frame>
      <Frame name="institution" {...row(name)}>
        <Text set={name} color={textOn(page, foot, "primary", "paper")} align="center" />
      </Frame>
      {shownContact && (
        <Frame name="contact" {...row(shownContact)}>
          <Text
            set={shownContact}
            color={textOn(page, foot, "primary-3", "highlight", "primary")}
            align="center"
          />
        </Frame>
      )}
    </Page>
  );
}

export default defineTemplate({
  id: "mug",
  name: { vi: "Cốc sứ", en: "Mug" },
  description: {
    vi: "Hai mặt: thông điệp trên họa tiết, và biểu trưng, tên cơ sở; phía quai để trống chữ.",
    en: "Two faces: the message over the motif, and the institution's mark and name; no words at the handle.",
  },
  formats: ["mug-wrap-200x90"],
  themes: ALL_THEMES,
  pages,
} satisfies TemplateDefinition);
