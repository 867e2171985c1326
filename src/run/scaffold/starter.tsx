import {
  ALL_THEMES,
  atAGlance,
  defineTemplate,
  Frame,
  Ground,
  grid,
  LogoBar,
  Page,
  type PageContext,
  qrSymbolSize,
  rect,
  SignStrip,
  Stage,
  setLogoBar,
  setQr,
  setSignStrip,
  setStage,
  typeScale,
} from "anpham/kit";

/** Who speaks on top, what is said in all the room between, what to do next along the foot. Lengths are mm. */
function pages(page: PageContext) {
  const { trim } = page.geometry;
  const { stage: ground, foot } = page.theme.surfaces;
  const { box, baseline } = grid(page);
  const type = typeScale(page);

  // First things are set, which gives their exact size …
  const header = setLogoBar(page, { width: box.width, logoHeight: 5.5 * baseline, nameSize: type.size(0.8) });
  const strip = setSignStrip(page, {
    width: box.width,
    size: type.size(-0.2),
    nameSize: null,
    callSize: type.size(0.2),
    phoneSize: type.size(1.4),
    gap: 2 * baseline,
    ground: foot,
    pad: 2 * baseline,
    qr: page.brief.qr === null ? null : setQr(page.brief.qr, qrSymbolSize(page)),
  });
  const stripY = box.y + box.height - strip.height;
  const messageY = box.y + header.height + 2 * baseline;
  const stage = setStage(atAGlance(page), {
    area: rect(0, 0, trim.width, stripY - 2 * baseline),
    box: rect(box.x, messageY, box.width, stripY - 4 * baseline - messageY),
    gap: 1.5 * baseline,
    badge: type.size(0.4),
    tail: type.size(1.2),
    lead: type.size(0.2),
    event: type.size(0),
  });

  // … then they are placed, so that nothing can overlap.
  const headerAt = rect(box.x, box.y, header.width, header.height);
  return (
    <Page>
      <Stage set={stage} clear={[headerAt]} />
      <Ground name="foot" color={foot} area={rect(0, stripY - 2 * baseline, trim.width, trim.height)} />
      <Frame name="institution" {...headerAt}>
        <LogoBar set={header} ground={ground} />
      </Frame>
      <SignStrip set={strip} x={box.x} y={stripY} />
    </Page>
  );
}

export default defineTemplate({
  id: "starter",
  name: { vi: "Mẫu mới", en: "New template" },
  description: { vi: "Cơ sở, thông điệp và việc làm tiếp theo.", en: "Host, message, and what to do next." },
  formats: ["a5"],
  themes: ALL_THEMES,
  pages,
});
