import type { Mm } from "../base/units.ts";
import type { FrameRole } from "../model/scene.ts";
import { type Element, jsx, type Node } from "./jsx-runtime.ts";
import { FRAME } from "./markers.ts";

export interface FrameProps {
  /** Unique on its page; people are told about the frame by this name. */
  readonly name: string;
  /** mm from the trim's top left corner; negative reaches into the bleed. */
  readonly x: Mm;
  readonly y: Mm;
  readonly width: Mm;
  readonly height: Mm;
  /** How far auto-fit may scale the content. By default text may shrink to 75 %; art is never scaled. */
  readonly fit?: { readonly minimum: number; readonly maximum: number } | "none";
  /** `art` may run off the page and under other frames; `content` (the default) must be read whole. */
  readonly role?: FrameRole;
  /** Cuts off what leaves the frame; by default only art is cut. */
  readonly clipped?: boolean;
  readonly children?: Node;
  /** Instead of children: the same content from the fullest to the shortest; the first that fits is used. */
  readonly variants?: readonly Node[];
}

/** A named box of the page, laid out on its own. */
export const Frame = (props: FrameProps): Element =>
  jsx(FRAME, props as FrameProps & Readonly<Record<string, unknown>>);
