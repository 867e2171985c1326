import type { ColorToken } from "../model/color-token.ts";
import { Badge } from "./badge.tsx";
import { textOn } from "./contrast.ts";
import type { Node } from "./jsx-runtime.ts";
import { lastingDrawing } from "./lasting.ts";
import { type ContactSetting, LINE_GAP } from "./set-contact.ts";
import { Text } from "./text.tsx";

export interface ContactProps {
  readonly set: ContactSetting;
  readonly ground: ColorToken;
}

/** Call to action, telephone and address lines, as {@link setContact} set them. */
export const Contact = lastingDrawing(({ set, ground }: ContactProps, page): Node => {
  const { call, period, periodBeside, phone, lines, gap } = set;
  const quiet = textOn(page, ground, "muted", "tint");
  return (
    <div style={{ display: "flex", flexDirection: "column", width: set.width, height: set.height }}>
      <div style={{ display: "flex", alignItems: "center", gap: 2 * gap }}>
        <Badge set={call} />
        {period && periodBeside && <Text set={period} color={quiet} />}
      </div>
      {period && !periodBeside && (
        <div style={{ display: "flex", marginTop: gap }}>
          <Text set={period} color={quiet} />
        </div>
      )}
      <div style={{ display: "flex", marginTop: gap }}>
        <Text set={phone} color={textOn(page, ground, "primary", "paper")} />
      </div>
      {lines.map(({ text, strong }) => (
        <div style={{ display: "flex", marginTop: gap * LINE_GAP }}>
          <Text
            set={text}
            color={
              strong
                ? textOn(page, ground, "primary-3", "highlight", "primary")
                : textOn(page, ground, "ink", "paper")
            }
          />
        </div>
      ))}
    </div>
  );
});
