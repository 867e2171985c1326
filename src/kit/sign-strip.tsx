/** The strip along the foot of a sign: who speaks on the left, what to do on the right, a code between where it can be scanned. */

import type { Mm } from "../base/units.ts";
import type { ColorToken } from "../model/color-token.ts";
import type { PageContext } from "../model/template.ts";
import { isLight } from "./contrast.ts";
import { Frame } from "./frame.tsx";
import type { Node } from "./jsx-runtime.ts";
import { Qr, type QrSetting } from "./qr.tsx";
import { Reply, Sender } from "./sender.tsx";
import { type ReplyFlow, type ReplySetting, setReply } from "./set-reply.ts";
import { type SenderSetting, setSender } from "./set-sender.ts";

export interface SignStripOptions {
  readonly width: Mm;
  /** Of the address. */
  readonly size: Mm;
  /** `null` where the name and the mark stand elsewhere. */
  readonly nameSize: Mm | null;
  readonly callSize: Mm;
  readonly phoneSize: Mm;
  /** Between columns; a third of it between lines. */
  readonly gap: Mm;
  /** What the strip stands on: a light one is the quiet zone of the code. */
  readonly ground: ColorToken;
  /** How far that ground reaches over and under the strip; the code's quiet zone may reach as far. 0 by default. */
  readonly pad?: Mm;
  readonly qr?: QrSetting | null;
}

export interface SignStripSetting {
  readonly sender: SenderSetting;
  readonly reply: ReplySetting;
  readonly qr: QrSetting | null;
  /** The sender over the reply instead of beside it. */
  readonly stacked: boolean;
  readonly gap: Mm;
  readonly ground: ColorToken;
  readonly width: Mm;
  readonly height: Mm;
  /** Of the lower row where the sender stands over the reply; else as high as the strip. */
  readonly foot: Mm;
}

/** Of a code, without what of its quiet zone a light ground gives around the strip. */
const codeHeight = (qr: QrSetting | null, ground: ColorToken, free: Mm): Mm =>
  qr ? qr.side - (isLight(ground) ? 2 * Math.min(qr.quiet, free) : 0) : 0;

/** One way to arrange a strip. */
interface Way {
  readonly flow: ReplyFlow;
  /** How much of the strip the reply may take; all of it where it stands under the sender. */
  readonly share: number;
  readonly lines: readonly [name: number, address: number];
}
const WAYS: readonly Way[] = [
  { flow: "row", share: 0.55, lines: [2, 2] },
  { flow: "column", share: 0.42, lines: [2, 2] },
  { flow: "column", share: 0.5, lines: [2, 2] },
  { flow: "row", share: 1, lines: [2, 2] },
  { flow: "column", share: 1, lines: [2, 2] },
  { flow: "row", share: 1, lines: [3, 3] },
  { flow: "column", share: 1, lines: [3, 3] },
  { flow: "column", share: 0.42, lines: [3, 3] },
  { flow: "column", share: 0.5, lines: [3, 3] },
];

/** Height of the mark in lines of the name. */
const LOGO = 2.5;
/** The number stands beside the call only where it keeps this much of its size. */
const PHONE = 0.8;
/** Between call and telephone, beside and under each other, in parts of the gap. */
const BESIDE = 0.7;
const UNDER = 1 / 3;
/** Where it costs the sender nothing, call and telephone stand so far apart beside each other. */
const LOOSE = 1.1;
/** Between sender and reply where one stands over the other, in parts of the gap. */
const STACKED = 0.5;

/**
 * The flattest strip that names the sender with an address; the mark stays away where it would cost the address
 * its room.
 */
export function setSignStrip(page: PageContext, options: SignStripOptions): SignStripSetting {
  const { width, size, nameSize, callSize, phoneSize, gap, ground, pad = 0, qr = null } = options;
  const own = setReply(page, { width, callSize, phoneSize, gap: gap * UNDER, flow: "column" }).phone.size;
  const arrange = ({ flow, share, lines }: Way, logo: boolean, apart: number): SignStripSetting => {
    const stacked = share === 1;
    const beside = qr && !stacked ? qr.side + gap : 0;
    const reply = setReply(page, {
      width: (width - (stacked && qr ? qr.side + gap : 0)) * share,
      callSize,
      phoneSize,
      gap: gap * (flow === "row" ? apart : UNDER),
      flow,
    });
    const sender = setSender(page, {
      width: stacked ? width : width - reply.width - gap - beside,
      logoHeight: logo && nameSize !== null ? nameSize * LOGO : null,
      nameSize,
      size,
      nameLines: lines[0],
      addressLines: lines[1],
      web: nameSize === null,
    });
    const free = stacked ? Math.min(pad, gap * STACKED) : pad;
    const row = Math.max(reply.height, codeHeight(qr, ground, free));
    const height = stacked ? sender.height + gap * STACKED + row : Math.max(sender.height, row);
    return { sender, reply, qr, stacked, gap, ground, width, height, foot: stacked ? row : height };
  };
  const readable = ({ reply }: SignStripSetting) =>
    reply.flow === "column" || (reply.call.text.lines.length <= 2 && reply.phone.size >= own * PHONE);
  const ways = [true, false].flatMap((logo) =>
    WAYS.map((way) => ({ set: arrange(way, logo, BESIDE), way, logo }))
      .filter(({ set }) => readable(set))
      .toSorted((one, other) => one.set.height - other.set.height),
  );
  const { set, way, logo } = ways.find(({ set: { sender } }) => sender.complete) ?? ways.at(-1)!;
  if (way.flow !== "row") return set;
  const loose = arrange(way, logo, LOOSE);
  const costsNothing = loose.height <= set.height && saidBy(loose.sender) === saidBy(set.sender);
  return costsNothing && readable(loose) ? loose : set;
}

/** What a sender says, and how large. */
const saidBy = ({ name, lines }: SenderSetting): string =>
  JSON.stringify([name, ...lines].map((text) => text && [text.lines, text.size]));

export interface SignStripProps {
  readonly set: SignStripSetting;
  readonly x: Mm;
  readonly y: Mm;
}

export const SignStrip = ({ set, x, y }: SignStripProps): Node => {
  const { sender, reply, qr, stacked, gap, ground, width, height, foot } = set;
  const senderY = stacked ? y : y + (height - sender.height) / 2;
  const beside = (block: number) => y + height - (foot + block) / 2;
  const replyX = stacked ? x : x + width - reply.width;
  return (
    <>
      {(sender.name || sender.lines.length > 0) && (
        <Frame
          name={sender.name ? "institution" : "address"}
          x={x}
          y={senderY}
          width={sender.width}
          height={sender.height}
        >
          <Sender set={sender} ground={ground} />
        </Frame>
      )}
      {qr && (
        <Frame
          name="qr"
          x={stacked ? x + width - qr.side : replyX - gap - qr.side}
          y={beside(qr.side)}
          width={qr.side}
          height={qr.side}
          fit="none"
        >
          <Qr set={qr} ground={ground} />
        </Frame>
      )}
      <Frame name="contact" x={replyX} y={beside(reply.height)} width={reply.width} height={reply.height}>
        <Reply set={reply} ground={ground} align={stacked ? "left" : "right"} />
      </Frame>
    </>
  );
};
