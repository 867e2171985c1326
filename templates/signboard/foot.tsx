import {
  type ColorToken,
  Frame,
  groupPhone,
  type PageContext,
  Sender,
  type SenderSetting,
  setSender,
  setText,
  Text,
  type TextSetting,
  typeScale,
} from "anpham/kit";

export interface FootSetting {
  /** Address and telephone apart, or both in one text. */
  readonly parts: { readonly address: SenderSetting; readonly phone: TextSetting } | null;
  readonly whole: TextSetting;
  readonly upright: boolean;
  readonly gap: number;
  readonly height: number;
}

/** Address and telephone: side by side, one over the other on an upright sign, in one text where both are long. */
export function setFoot(
  page: PageContext,
  { width, gap, upright }: { readonly width: number; readonly gap: number; readonly upright: boolean },
): FootSetting {
  const { contact } = page.brief;
  const type = typeScale(page, 0.05);
  const said = `ĐT: ${groupPhone(contact.phones[0] ?? "")}`;
  const phone = setText(page, said, { size: type.size(0.35), weight: 700, leading: 1.28 });
  const address = setSender(page, {
    width: upright ? width : width - phone.width - 3 * gap,
    logoHeight: null,
    nameSize: null,
    size: type.size(0.1),
    addressLines: upright ? 6 : 2,
  });
  const whole = setText(page, `${contact.addresses[0]?.text ?? ""} – ${said}`, {
    size: type.minimum,
    weight: 500,
    leading: 1.28,
    width,
  });
  if (!address.complete) return { parts: null, whole, upright, gap, height: whole.height };
  const height = upright ? address.height + gap + phone.height : Math.max(address.height, phone.height);
  return { parts: { address, phone }, whole, upright, gap, height };
}

export interface FootProps {
  readonly set: FootSetting;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly color: string;
  readonly ground: ColorToken;
}

export function Foot({ set, x, y, width, color, ground }: FootProps) {
  const { parts, whole, upright, gap, height } = set;
  if (!parts) {
    return (
      <Frame name="contact" x={x} y={y} width={width} height={height}>
        <Text set={whole} color={color} />
      </Frame>
    );
  }
  const { address, phone } = parts;
  const phoneWidth = upright ? width : phone.width * 1.004;
  const middle = (block: { readonly height: number }) => (upright ? y : y + (height - block.height) / 2);
  return (
    <>
      <Frame name="address" x={x} y={middle(address)} width={address.width} height={address.height}>
        <Sender set={address} ground={ground} />
      </Frame>
      <Frame
        name="contact"
        x={x + width - phoneWidth}
        y={upright ? y + address.height + gap : middle(phone)}
        width={phoneWidth}
        height={phone.height}
      >
        <Text set={phone} color={color} />
      </Frame>
    </>
  );
}
