import {
  bleeding,
  Contact,
  Frame,
  Ground,
  List,
  type ListSetting,
  LogoBar,
  Message,
  Motif,
  Page,
  type PageContext,
  Programmes,
  type ProgrammesSetting,
  setContact,
  setLogoBar,
  setProgrammes,
  setText,
  wordsOf,
} from "anpham/kit";
import { Enrolment, setEnrolment } from "./enrolment.tsx";
import { type Panel, panelsOf, part, sizes, tell, unitOf } from "./panels.ts";

/** The introduction; the occupations over the other panels; under them what helps and what to do next. */
export function inside(page: PageContext) {
  const { brief } = page;
  const { height } = page.geometry.trim;
  const [about, ...rest] = panelsOf(page, true) as [Panel, Panel, ...Panel[]];
  const last = rest.at(-1)!;
  const size = sizes(page);
  const u = unitOf(page);
  const { stage, sheet, foot } = page.theme.surfaces;
  const pad = PAD * u;

  // A short list speaks louder.
  const benefitSize = size(brief.benefits.length > 4 ? 0.1 : 0.45);
  const benefits = setProgrammes(
    { ...page, brief: { ...brief, programmes: [] } },
    { width: rest[0]!.box.width, height: 80 * u, size: benefitSize, columns: [1], titleSize: null, gap: 0 },
  );
  // Of two panels, the introduction takes the benefits too.
  const under = rest.length > 1;
  const { tail } = brief.message;
  // The cover has told the headline: inside, its second half or else a short lead takes its place.
  const isShort = brief.lead !== null && brief.lead.text.length <= 90;
  const leadLines = [2.6, 2, 1.5].map((step) => {
    const options = { size: size(step), weight: 800, family: "display", width: about.box.width } as const;
    return [...setText(page, brief.lead?.text ?? "", options).lines];
  });
  const settings = tail?.settings ?? (isShort ? leadLines : null);
  const slogan = settings && { overline: null, headline: { settings, emphasis: null }, tail: null };
  const lead = settings === leadLines ? null : brief.lead;
  const words = { ...brief.message, ...slogan };
  const messageEnd = benefits && !under ? 105 * u : 130 * u;
  const message = tell(
    page,
    { badge: null, event: null, lead, message: words },
    part(about.box, about.box.y, messageEnd),
  );

  const contact = setContact(page, {
    size: size(0),
    callSize: size(0.7),
    phoneSize: size(2.4),
    gap: 3.5 * u,
    width: last.box.width,
    height: 60 * u,
    addresses: 0,
    period: true,
  });
  const footHeight = Math.max(contact.height, (under && benefits?.height) || 0) + 2 * pad;
  const footY = height - footHeight;
  const sender =
    under && !benefits
      ? setLogoBar(page, { width: rest[0]!.box.width, logoHeight: 12 * u, nameSize: size(0.7), maxLines: 5 })
      : null;

  const programmes = setOver(page, rest, footY - 2 * pad);
  const spare = programmes ? footY - programmes.height - 2 * pad : footY;
  const steps = programmes ? null : setEnrolment(page, last.box.width, footY - 2 * pad);
  const bandHeight = spare > LEAST_BAND * u && !steps ? spare : 0;
  const listY = bandHeight + pad + (bandHeight > 0 ? 0 : spare / 2);
  const lists = programmes ? divide(programmes.list, rest.length) : [];
  // Of two panels, the steps to enrol take the second one alone.
  const beside = under ? bleeding(part(rest[0]!.area, 0, footY), page) : null;
  const inFoot = (block: number) => footY + (footHeight - block) / 2;
  const benefitsBox = under ? rest[0]!.box : about.box;
  const told = Math.max(...wordsOf(message).map((word) => word.y + word.height));
  const benefitsY = under ? inFoot(benefits?.height ?? 0) : told + pad;
  const stepsY = benefits && !under ? benefitsY + benefits.height + pad : about.area.height * 0.35;
  return (
    <Page>
      <Ground name="ground" color={stage} />
      <Motif
        name="about-motif"
        area={bleeding(part(about.area, stepsY, height), page)}
        clear={wordsOf(message)}
        align="left"
      />
      <Ground
        name="paper"
        color={sheet}
        area={{ ...across(rest), y: bandHeight, height: height - bandHeight }}
      />
      <Motif
        name="motif"
        area={steps ? beside : bleeding({ ...across(rest), y: 0, height: bandHeight }, page)}
        ground={steps ? sheet : stage}
        align="left"
        photo
      />
      <Ground name="foot" color={foot} area={{ ...across(rest), y: footY, height: footHeight }} />
      <Message set={message} ground={stage} />
      {programmes && (
        <Programmes
          set={{
            ...programmes,
            list: lists[0]!,
            height: programmes.height,
          }}
          x={rest[0]!.box.x}
          y={listY}
          ground={sheet}
        />
      )}
      {programmes &&
        lists.slice(1).map((list, index) => (
          <Frame
            name={`programmes-${index + 2}`}
            x={rest[index + 1]!.box.x}
            y={listY + programmes.height - lists[0]!.height}
            width={list.width}
            height={list.height}
          >
            <List set={list} ground={sheet} />
          </Frame>
        ))}
      {steps && <Enrolment set={steps} x={last.box.x} y={(footY - steps.height) / 2} ground={sheet} />}
      {benefits && (
        <Frame
          name="benefits"
          x={benefitsBox.x}
          y={benefitsY}
          width={benefits.width}
          height={benefits.height}
        >
          <List set={benefits.list} ground={under ? foot : stage} />
        </Frame>
      )}
      {sender && (
        <Frame
          name="sender"
          x={rest[0]!.box.x}
          y={inFoot(sender.height)}
          width={sender.width}
          height={sender.height}
        >
          <LogoBar set={sender} ground={foot} />
        </Frame>
      )}
      <Frame
        name="contact"
        x={last.box.x}
        y={inFoot(contact.height)}
        width={contact.width}
        height={contact.height}
      >
        <Contact set={contact} ground={foot} />
      </Frame>
    </Page>
  );
}

/** White above and below a block, and the lowest band that still holds steps. */
const PAD = 10;
const LEAST_BAND = 22;

/** From the first to the last of the panels. */
function across(panels: readonly Panel[]) {
  const [first, last] = [panels[0]!.area, panels.at(-1)!.area];
  return { x: first.x, width: last.x + last.width - first.x };
}

/** The occupations one below the other, as large as lets all of them stand in the panels together. */
function setOver(page: PageContext, panels: readonly Panel[], room: number): ProgrammesSetting | null {
  const { programmes } = page.brief;
  if (programmes.length === 0) return null;
  const size = sizes(page);
  const rows = Math.ceil(programmes.length / panels.length);
  const sets = [2, 1.7, 1.4, 0.9, 0.6, 0.3, 0, -0.4].flatMap((step) => {
    const titleSize = size(1.6);
    const options = {
      width: Math.min(...panels.map(({ box }) => box.width)),
      columns: [1],
      titleSize,
      gap: 5,
    };
    const height = ((room - 2 * titleSize) * programmes.length) / rows;
    return setProgrammes(page, { ...options, size: size(step), height, details: true, levels: true }) ?? [];
  });
  const whole = sets.filter(({ list }) => list.dropped === 0);
  const set = whole.find(({ list }) => list.items.some(({ detail }) => detail)) ?? whole[0] ?? sets.at(-1);
  if (!set) return null;
  const first = divide(set.list, panels.length)[0]!;
  return { ...set, height: set.height - set.list.height + first.height };
}

/** The rows of one list dealt out to several panels, so that they keep their places side by side. */
function divide(list: ListSetting, count: number): readonly ListSetting[] {
  const rows = Math.ceil(list.items.length / count);
  return Array.from({ length: count }, (_, index) => list.items.slice(index * rows, (index + 1) * rows))
    .filter((items) => items.length > 0)
    .map((items) => {
      const height = items.length * (list.rowHeight + list.rowGap) - list.rowGap;
      return { ...list, items, height };
    });
}
