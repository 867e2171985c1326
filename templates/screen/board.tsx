/** A screen in a lobby or a hall: message, occupations and action, beside each other or stacked. */

import { Contact, Frame, Ground, LogoBar, Page, type PageContext, Programmes, Qr, Stage } from "anpham/kit";
import { layOut } from "./board-layout.ts";

export function board(page: PageContext) {
  const { stage: ground, sheet, foot } = page.theme.surfaces;
  const { header, stage, list, strip } = layOut(page);
  return (
    <Page>
      <Stage set={stage} clear={[header.at]} />
      {list && <Ground name="sheet" color={sheet} area={list.area} />}
      <Ground name="foot" color={foot} area={strip.area} />
      <Frame name="institution" {...header.at}>
        <LogoBar set={header.set} ground={ground} />
      </Frame>
      {list && <Programmes set={list.set} x={list.x} y={list.y} ground={sheet} />}
      {strip.qr && (
        <Frame name="qr" {...strip.qr.at} fit="none">
          <Qr set={strip.qr.set} ground={foot} />
        </Frame>
      )}
      <Frame name="contact" {...strip.contact.at}>
        <Contact set={strip.contact.set} ground={foot} />
      </Frame>
    </Page>
  );
}
