/** What tests of templates look at: the frames of composed pages. */

import { expect } from "vitest";
import type { ChildNode, Frame, PageTree } from "../../../src/model/page-tree.ts";

/** The words of a frame, line breaks as blanks. */
export const textOf = (frame: Frame | undefined): string => textsOf(frame).join(" ");

/** The texts of a frame as they stand, a line or a part of one each. */
export function textsOf(frame: Frame | undefined): readonly string[] {
  const parts: string[] = [];
  const visit = (node: ChildNode): void => {
    if (typeof node !== "object") {
      parts.push(String(node));
      return;
    }
    const { children } = node.props;
    for (const child of children === undefined ? [] : [children].flat()) visit(child);
  };
  if (frame) visit(frame.variants[0]!);
  return parts.map((part) => part.replaceAll("\u00a0", " "));
}

export const frameNamed = ({ frames }: PageTree, name: string): Frame | undefined =>
  frames.find((frame) => frame.name === name);

/** Everything that is to be read stands in the safe area, and nothing stands on anything else. */
export function expectFramesApart({ frames, geometry: { trim, safe } }: PageTree, page: string): void {
  const content = frames.filter(({ role }) => role === "content");
  for (const { name, x, y, width, height } of content) {
    const where = `${name} on ${page}`;
    // The quiet zone of a code may stand in the margin; its dark modules may not.
    const bounds = name === "qr" ? trim : safe;
    expect(x, where).toBeGreaterThanOrEqual(bounds.x - 0.01);
    expect(x + width, where).toBeLessThanOrEqual(bounds.x + bounds.width + 0.01);
    expect(y, where).toBeGreaterThanOrEqual(bounds.y - 0.01);
    expect(y + height, where).toBeLessThanOrEqual(bounds.y + bounds.height + 0.01);
  }
  content.forEach((one, i) => {
    for (const other of content.slice(i + 1)) {
      const apart = one.y + one.height <= other.y + 0.01 || other.y + other.height <= one.y + 0.01;
      const beside = one.x + one.width <= other.x + 0.01 || other.x + other.width <= one.x + 0.01;
      const isQr = one.name === "qr" || other.name === "qr";
      expect(apart || beside || isQr, `${one.name} over ${other.name} on ${page}`).toBe(true);
    }
  });
}
