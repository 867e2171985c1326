import {
  ALL_THEMES,
  atAGlance,
  defineTemplate,
  Ground,
  grid,
  occasions,
  Page,
  type PageContext,
  rect,
  SignStrip,
  Stage,
  type StageSetting,
  setBadge,
  setSignStrip,
  setStage,
  type TemplateDefinition,
  telling,
  typeScale,
} from "anpham/kit";

/**
 * The message and a label of the occasion, by choice: the event with its day, on two lines where one holds no form of
 * its name; the badge; no label. All else is told at the gate.
 */
function tellings(page: PageContext, labelSize: number, width: number): readonly PageContext[] {
  const size = { size: labelSize, maxWidth: width, minimum: labelSize };
  const within = (said: PageContext, lines: number) =>
    occasions(said).find((text) => setBadge(page, text, size).text.lines.length <= lines);
  const event = telling(page, { badge: null });
  const labels = [within(event, 1) ?? within(event, 2), within(telling(page, { event: null }), 1)];
  const plain = telling(atAGlance(page), { badge: null, event: null, lead: null });
  const labelled = labels.flatMap((text) =>
    text === undefined ? [] : [telling(plain, { badge: { text, short: null } })],
  );
  return [...labelled, plain];
}

/** One huge message over the whole length; one strip says who speaks and whom to call. */
function pages(page: PageContext) {
  const { trim, safe } = page.geometry;
  const { foot } = page.theme.surfaces;
  const { short, box: inner } = grid(page, 0.09);
  const type = typeScale(page, 0.06);
  const unit = short * 0.015;
  const pad = 2.4 * unit;

  const strip = setSignStrip(page, {
    width: inner.width,
    size: type.size(0),
    nameSize: type.size(0.25),
    callSize: type.size(0),
    phoneSize: type.size(1.2),
    gap: 6 * unit,
    ground: foot,
  });
  const stripY = safe.y + safe.height - strip.height - pad / 2;
  const fieldY = stripY - pad;
  const top = safe.y + pad / 2;
  const box = rect(inner.x, top, inner.width, fieldY - pad - top);
  const stageFor = (told: PageContext) =>
    setStage(told, {
      area: rect(0, 0, trim.width, fieldY),
      box,
      gap: 1.6 * unit,
      sink: 0.5,
      badge: type.size(0),
      tail: type.size(0.6),
      lead: type.size(0),
      event: type.size(0),
    });
  const stages = tellings(page, type.size(0), box.width * 0.7).map(stageFor);
  const plain = stages.at(-1)!;
  const size = ({ message }: StageSetting) => message.headline.set.size;
  // The label costs a flat cloth too much of its message.
  const stage = stages.find((each) => size(each) >= Math.max(type.message, size(plain) * 0.72)) ?? plain;
  return (
    <Page>
      <Stage set={stage} />
      <Ground name="foot" color={foot} area={rect(0, fieldY, trim.width, trim.height - fieldY)} />
      <SignStrip set={strip} x={inner.x} y={stripY} />
    </Page>
  );
}

export default defineTemplate({
  id: "bandroll",
  name: { vi: "Băng rôn ngang", en: "Bandroll" },
  description: {
    vi: "Một thông điệp thật lớn suốt chiều dài; tên, địa chỉ đơn vị và một số điện thoại ở dải chân.",
    en: "One huge message along the cloth; name, address and one telephone number on a strip at the foot.",
  },
  formats: [
    "bandroll-6x0.8m",
    "bandroll-3x1m",
    "bandroll-4x1m",
    "bandroll-5x1.5m",
    "bandroll-6x1.5m",
    "bandroll-10x2m",
  ],
  themes: ALL_THEMES,
  pages,
} satisfies TemplateDefinition);
