/** Strips and billboards: the institution and the message on the stage, the button on a panel beside it. */

import {
  Badge,
  Frame,
  Ground,
  Logo,
  LogoBar,
  Page,
  type PageContext,
  rect,
  Stage,
  Text,
  textOn,
} from "anpham/kit";
import { layOutPanel } from "./panel.ts";
import { layOutStage } from "./strip-stage.ts";

export function beside(page: PageContext) {
  const { trim } = page.geometry;
  const { stage: ground, foot } = page.theme.surfaces;
  const panel = layOutPanel(page);
  const { header, mark, name, stage } = layOutStage(page, panel.x);
  return (
    <Page>
      <Stage set={stage} clear={[header, mark, name].flatMap((block) => (block ? [block.at] : []))} />
      <Ground name="foot" color={foot} area={rect(panel.x, 0, trim.width - panel.x, trim.height)} />
      {header && (
        <Frame name="institution" {...header.at}>
          <LogoBar set={header.set} ground={ground} />
        </Frame>
      )}
      {mark && (
        <Frame name="logo" {...mark.at} fit="none">
          <Logo set={mark.set} ground={ground} />
        </Frame>
      )}
      {name && (
        <Frame name="institution" {...name.at}>
          <Text set={name.set} color={textOn(page, ground, "paper", "primary")} />
        </Frame>
      )}
      <Frame name="call" {...panel.call.at}>
        <Badge set={panel.call.set} />
      </Frame>
      {panel.phone && (
        <Frame name="phone" {...panel.phone.at}>
          <Text set={panel.phone.set} color={textOn(page, foot, "primary", "paper")} />
        </Frame>
      )}
    </Page>
  );
}
