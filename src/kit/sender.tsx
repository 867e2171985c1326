import type { ColorToken } from "../model/color-token.ts";
import type { PageContext } from "../model/template.ts";
import { Badge } from "./badge.tsx";
import { textOn } from "./contrast.ts";
import type { Node } from "./jsx-runtime.ts";
import { Logo } from "./logo.tsx";
import type { Align } from "./set-message.ts";
import type { ReplySetting } from "./set-reply.ts";
import type { SenderSetting } from "./set-sender.ts";
import { Text } from "./text.tsx";

/** Mark, name and address, as {@link setSender} set them. */
export const Sender = (
  { set, ground }: { readonly set: SenderSetting; readonly ground: ColorToken },
  page: PageContext,
): Node => (
  <div style={{ display: "flex", alignItems: "center", height: set.height, gap: set.gap }}>
    {set.logo && <Logo set={set.logo} ground={ground} />}
    <div style={{ display: "flex", flexDirection: "column" }}>
      {set.name && <Text set={set.name} color={textOn(page, ground, "primary", "paper")} />}
      {set.lines.map((line) => (
        <Text set={line} color={textOn(page, ground, "ink", "tint")} />
      ))}
    </div>
  </div>
);

const EDGE = { left: "flex-start", center: "center", right: "flex-end" } as const;

/** Call and telephone, as {@link setReply} set them. */
export const Reply = (
  {
    set,
    ground,
    align = "left",
  }: { readonly set: ReplySetting; readonly ground: ColorToken; readonly align?: Align | "right" },
  page: PageContext,
): Node => {
  const inRow = set.flow === "row";
  return (
    <div
      style={{
        display: "flex",
        flexDirection: inRow ? "row" : "column",
        alignItems: inRow ? "center" : EDGE[align],
        justifyContent: inRow ? EDGE[align] : "flex-start",
        gap: set.gap,
        height: set.height,
      }}
    >
      <Badge set={set.call} />
      <Text set={set.phone} color={textOn(page, ground, "primary", "paper")} />
    </div>
  );
};
