import {
  dottedLine,
  type FormalLine,
  FormalLines,
  fitName,
  formalHeight,
  Ground,
  grid,
  Page,
  type PageContext,
  Rosette,
  rect,
  setPhrase,
  setText,
  typeScale,
  wordsLine,
} from "anpham/kit";
import { Panel, setPanel } from "./panel.tsx";

/** Part of the card that the panel with time and place takes. */
const PANEL = 0.36;
/** How far the words may shrink, and from which step on short forms are used. */
const STEPS = [0.9, 0.7, 0.5, 0.25, 0, -0.3, -0.6, -0.9];
const SHORT_FROM = 4;

/** The invitation on the left, when and where on the right. */
export function inside(page: PageContext) {
  const { trim } = page.geometry;
  const { box, baseline } = grid(page, 0.085);
  const panelArea = rect(trim.width * (1 - PANEL), 0, trim.width * PANEL, trim.height);
  const pad = 3.5 * baseline;
  const panel = setPanel(page, {
    area: panelArea,
    box: rect(panelArea.x + pad, box.y, box.x + box.width - panelArea.x - pad, box.height),
  });
  const column = rect(box.x, box.y, panelArea.x - box.x - pad, box.height);
  const sets = STEPS.map((step, index) => wordsAt(page, column.width, step, index >= SHORT_FROM));
  const words = sets.find((lines) => formalHeight(lines) <= column.height) ?? sets.at(-1)!;
  const y = column.y + (column.height - formalHeight(words)) / 2;
  return (
    <Page>
      <Ground name="ground" color="paper" />
      <Rosette
        name="rosette"
        x={panelArea.x / 2}
        y={trim.height / 2}
        radius={Math.min(panelArea.x, trim.height) * 0.42}
        color={page.tint("primary", 10)}
      />
      <Panel set={panel} />
      <FormalLines lines={words} x={column.x} y={y} width={column.width} ground="paper" />
    </Page>
  );
}

/** What an invitation says that the brief has no words for. */
const USUAL = { greeting: "Trân trọng kính mời", purpose: "tới dự" } as const;

function wordsAt(page: PageContext, width: number, step: number, short: boolean): readonly FormalLine[] {
  const { invitation, person, event, message } = page.brief;
  const scale = typeScale(page);
  const text = (by: number) => scale.size(step + by);
  const said = (phrase: { readonly text: string; readonly short: string | null }) =>
    short ? (phrase.short ?? phrase.text) : phrase.text;
  const serif = (weight: number, leading: number) =>
    ({ family: "display", weight, width, leading, align: "center" }) as const;
  const gap = text(0);
  const purpose = invitation
    ? said(invitation.purpose)
    : event
      ? `${USUAL.purpose} ${said(event.name)}`
      : `${USUAL.purpose} chương trình “${message.text}”`;
  const greeting = invitation ? said(invitation.greeting) : USUAL.greeting;
  const closing = invitation?.closing ? said(invitation.closing) : null;
  return [
    wordsLine("greeting", setText(page, greeting, { ...serif(700, 1.25), size: text(1.6) }), 0, "title"),
    ...(person?.title
      ? [wordsLine("address", setText(page, person.title, { ...serif(400, 1.3), size: text(0.3) }), gap)]
      : []),
    person
      ? wordsLine(
          "name",
          fitName(page, person.name, width, text(2.6)),
          person.title ? gap * 0.3 : gap,
          "name",
        )
      : dottedLine("name", { width: width * 0.86, pitch: text(1.3) * 1.7, count: 2, before: 0 }),
    ...(person?.detail
      ? [
          wordsLine(
            "detail",
            setPhrase(page, person.detail, { ...serif(400, 1.35), size: text(0), maxLines: short ? 1 : 2 }),
            gap * 0.4,
          ),
        ]
      : []),
    wordsLine(
      "purpose",
      setText(page, purpose, { ...serif(600, 1.35), size: text(0.8) }),
      gap * (person ? 1.2 : 2),
    ),
    ...(closing
      ? [wordsLine("closing", setText(page, closing, { ...serif(400, 1.4), size: text(0) }), gap * 1.3)]
      : []),
  ];
}
