import {
  ALL_THEMES,
  bleeding,
  defineTemplate,
  Frame,
  type Grid,
  Ground,
  grid,
  LogoBar,
  type Mm,
  Motif,
  Page,
  type PageContext,
  rect,
  Stage,
  type StageSetting,
  setStage,
  type TemplateDefinition,
  Text,
  textOn,
  typeScale,
} from "anpham/kit";
import { eventAsMessage, setHosts, setWhen } from "./hosts.tsx";
import { Blanks, Person, setPerson } from "./person.tsx";

/** The mark and name of the institution in a band under the slot; below it the person. */
function card(page: PageContext) {
  const { trim } = page.geometry;
  const { stage, sheet } = page.theme.surfaces;
  const { box, baseline } = grid(page);
  const hosts = setHosts(page, box.width * 0.84, trim.height * 0.18, 3);
  const hostsAt = rect(box.x, box.y, box.width * 0.84, hosts.height);
  const band = rect(0, 0, trim.width, hostsAt.y + hosts.height + 3 * baseline);
  const top = band.height + 3 * baseline;
  const at = rect(box.x, top, box.width, box.y + box.height - top);
  // On a card so low, name and host share one edge, whatever the theme.
  const person = setPerson(page, at, baseline, "left");
  const words = { ...hostsAt, width: hosts.width };
  return (
    <Page>
      <Ground name="sheet" color={sheet} />
      <Ground name="ground" color={stage} area={band} />
      <Motif name="motif" area={bleeding(band, page)} clear={[words]} align="left" />
      <Frame name="institution" {...hostsAt}>
        <LogoBar set={hosts} ground={page.theme.surfaces.stage} />
      </Frame>
      {person ? <Person set={person} ground={sheet} /> : <Blanks at={at} ground={sheet} />}
    </Page>
  );
}

/** Parts of the height for the stage: more where no day is told under the person, or institution and event have long names. */
const STAGES = { announced: [0.43, 0.49, 0.55, 0.6, 0.64, 0.68], alone: [0.52, 0.6] } as const;

interface OccasionOptions extends Pick<Grid, "box" | "baseline"> {
  /** Of the stage. */
  readonly height: Mm;
  /** Of the words. */
  readonly top: Mm;
}

function setOccasion(page: PageContext, { height, top, box, baseline }: OccasionOptions): StageSetting {
  const { minimum } = typeScale(page);
  return setStage(eventAsMessage(page), {
    area: rect(0, 0, page.geometry.trim.width, height),
    box: rect(box.x, top, box.width, height - top - 3 * baseline),
    gap: baseline,
    badge: minimum,
    tail: minimum,
    lead: minimum,
    event: minimum,
    sink: 0,
    least: minimum * 1.25,
  });
}

/** Under the slot the hosts and their event, then the person, then day and place. */
function pass(page: PageContext) {
  const { trim } = page.geometry;
  const { sheet, foot } = page.theme.surfaces;
  const { box, baseline } = grid(page);
  const type = typeScale(page);
  const hosts = setHosts(page, box.width, trim.height * 0.09, 3);
  const hostsAt = rect(box.x, box.y, box.width, hosts.height);
  const when = setWhen(page, box.width);
  const top = hostsAt.y + hosts.height + 3 * baseline;
  const stages = STAGES[when ? "announced" : "alone"].map((share) =>
    setOccasion(page, { height: trim.height * share, top, box, baseline }),
  );
  const set = stages.find(({ message }) => message.headline.set.size >= type.minimum) ?? stages.at(-1)!;
  const { area } = set;
  const footHeight = when ? when.height + 2.5 * baseline + trim.height - box.y - box.height : 0;
  const footTop = trim.height - footHeight;
  const sheetTop = area.height + 4 * baseline;
  const bottom = when ? footTop - 3 * baseline : box.y + box.height;
  const at = rect(box.x, sheetTop, box.width, bottom - sheetTop);
  const person = setPerson(page, at, 1.5 * baseline, page.theme.align);
  return (
    <Page>
      <Ground name="sheet" color={sheet} />
      <Stage set={set} clear={[hostsAt]} />
      <Frame name="institution" {...hostsAt}>
        <LogoBar set={hosts} ground={page.theme.surfaces.stage} />
      </Frame>
      {person ? <Person set={person} ground={sheet} /> : <Blanks at={at} ground={sheet} />}
      {when && (
        <>
          <Ground name="foot" color={foot} area={rect(0, footTop, trim.width, footHeight)} />
          <Frame name="event" x={box.x} y={footTop + 2.5 * baseline} width={box.width} height={when.height}>
            <Text set={when} color={textOn(page, foot, "ink", "paper")} align={page.theme.align} />
          </Frame>
        </>
      )}
    </Page>
  );
}

export default defineTemplate({
  id: "name-card",
  name: { vi: "Thẻ tên, thẻ đeo sự kiện", en: "Name card and event pass" },
  description: {
    vi: "Tên người dùng thẻ thật lớn, vai trò, cơ sở và sự kiện; chừa chỗ viết tay khi chưa có tên.",
    en: "The wearer's name large, role, institution and event; lines to write on where no name is given.",
  },
  formats: ["name-card-86x54", "name-card-90x130"],
  themes: ALL_THEMES,
  pages: (page) => (page.geometry.trim.height > page.geometry.trim.width ? pass(page) : card(page)),
} satisfies TemplateDefinition);
