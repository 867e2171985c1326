import {
  bleeding,
  Frame,
  Ground,
  grid,
  List,
  LogoBar,
  Motif,
  type Node,
  Page,
  type PageContext,
  rect,
  setLogoBar,
  setProgrammes,
  setText,
  Text,
  textOn,
  typeScale,
} from "anpham/kit";

/** The back of the cover: what the institution offers, as a greeting. */
export function welcome(page: PageContext): Node {
  const { brief, geometry, theme } = page;
  const { trim } = geometry;
  const { box, baseline } = grid(page, 0.081);
  const { size } = typeScale(page);
  // The motif stands on the strip of the sender.
  const { foot: ground, sheet: strip } = theme.surfaces;
  const words = brief.lead ?? { text: brief.message.text };
  const greeting = setText(page, words.text, {
    size: size(2.1),
    weight: 700,
    family: "display",
    width: box.width,
    leading: 1.25,
    maxLines: 7,
    minimum: size(0.8),
  });
  const sender = setLogoBar(page, {
    width: box.width,
    logoHeight: 6 * baseline,
    nameSize: size(0.8),
    maxLines: 4,
  });
  const senderY = box.y + box.height - sender.height;
  const listY = box.y + 4 * baseline + greeting.height + 4 * baseline;
  const benefits = setProgrammes(
    { ...page, brief: { ...brief, programmes: [] } },
    {
      width: box.width,
      height: senderY - listY - 4 * baseline,
      size: size(0.2),
      columns: [1],
      titleSize: null,
      gap: 0,
    },
  );
  const used = benefits ? listY + benefits.height : listY - 4 * baseline;
  const floor = senderY - 4 * baseline;
  const free = floor - used - 4 * baseline;
  const said = rect(box.x, box.y, box.width, used + 4 * baseline - box.y);
  return (
    <Page>
      <Ground name="ground" color={ground} />
      {free > 0.2 * trim.height && (
        <Motif
          name="motif"
          area={bleeding(rect(0, 0, trim.width, floor), page)}
          ground={ground}
          clear={[said]}
        />
      )}
      <Ground name="floor" color={strip} area={rect(0, floor, trim.width, trim.height - floor)} />
      <Frame name="greeting" x={box.x} y={box.y + 4 * baseline} width={box.width} height={greeting.height}>
        <Text set={greeting} color={textOn(page, ground, "primary", "paper")} />
      </Frame>
      {benefits && (
        <Frame name="benefits" x={box.x} y={listY} width={benefits.width} height={benefits.height}>
          <List set={benefits.list} ground={ground} />
        </Frame>
      )}
      <Frame name="sender" x={box.x} y={senderY} width={box.width} height={sender.height}>
        <LogoBar set={sender} ground={strip} />
      </Frame>
    </Page>
  );
}
