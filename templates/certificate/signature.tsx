import {
  capitals,
  Frame,
  type Node,
  type PageContext,
  setPhrase,
  setText,
  Text,
  type TextSetting,
  textOn,
} from "anpham/kit";
import { display, formalSizes } from "./formal.tsx";
import { dateLine } from "./words.ts";

export interface SignatureSetting {
  readonly date: TextSetting;
  readonly role: TextSetting | null;
  readonly name: TextSetting | null;
  /** Free for the signature and the round seal on its left: a seal is 36 mm wide at most. */
  readonly room: number;
  readonly width: number;
  readonly height: number;
}

const ROOM = 0.13;

/** Place and date, who signs, room to sign, and the signer's name. */
export function setSignature(page: PageContext, width: number): SignatureSetting {
  const { fixed } = formalSizes(page);
  const { signer = null } = page.brief.award ?? {};
  const size = fixed(0.019);
  const date = setText(page, dateLine(page), { ...display(400, width), size });
  const role =
    signer &&
    setPhrase(
      page,
      { ...signer.role, text: capitals(signer.role.text) },
      { ...display(700, width), size, maxLines: 2 },
    );
  const name = signer && setText(page, signer.name, { ...display(700, width), size: size * 1.1 });
  const room = fixed(ROOM);
  const height = date.height + (role?.height ?? 0) + room + (name?.height ?? 0);
  return { date, role, name, room, width, height };
}

export const Signature = (
  { set, x, y }: { readonly set: SignatureSetting; readonly x: number; readonly y: number },
  page: PageContext,
): Node => {
  const { date, role, name, width, height } = set;
  const color = textOn(page, "paper", "ink");
  const head = date.height + (role?.height ?? 0);
  return (
    <>
      <Frame name="date" x={x} y={y} width={width} height={head}>
        <div style={{ display: "flex", flexDirection: "column", alignItems: "center", width, height: head }}>
          <Text set={date} color={color} align="center" />
          {role && <Text set={role} color={color} align="center" />}
        </div>
      </Frame>
      {name && (
        <Frame name="signer" x={x} y={y + height - name.height} width={width} height={name.height}>
          <div
            style={{
              display: "flex",
              flexDirection: "column",
              alignItems: "center",
              width,
              height: name.height,
            }}
          >
            <Text set={name} color={color} align="center" />
          </div>
        </Frame>
      )}
    </>
  );
};
