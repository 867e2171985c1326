/** From one expanded page to its frames. */

import { type Diagnostic, diagnose, type Outcome } from "../base/diagnostic.ts";
import { foundOnce } from "../base/found-once.ts";
import type { FrameProps } from "../kit/frame.tsx";
import { FRAME } from "../kit/markers.ts";
import type { PageGeometry } from "../model/page-geometry.ts";
import type { ChildNode, ElementNode, Frame } from "../model/page-tree.ts";
import { type SourcePlace, sourceOf } from "../model/source-place.ts";
import { TemplateFault } from "./expand.ts";

type ExpandedFrame = Omit<FrameProps, "children" | "variants"> & {
  readonly children?: ChildNode | readonly ChildNode[];
  readonly variants?: readonly (readonly ChildNode[])[];
};

/**
 * Frames in paint order. What is not a Frame is gathered, run by run, into frames of the trim size. A frame that the
 * content around it left no room for is not drawn, and told about.
 */
export function collectFrames(
  children: readonly ChildNode[],
  geometry: PageGeometry,
): Outcome<readonly Frame[]> {
  const frames: Frame[] = [];
  const diagnostics: Diagnostic[] = [];
  let loose: ChildNode[] = [];
  const closeRun = () => {
    if (loose.length > 0) frames.push(pageFrame(loose, geometry, frames));
    loose = [];
  };
  for (const child of children) {
    if (typeof child === "object" && child.type === FRAME) {
      closeRun();
      const frame = frameOf(child);
      if (frame && hasRoom(frame)) frames.push(frame);
      else if (frame && frame.role === "content") {
        diagnostics.push(diagnose("layout.no-room", { frame: frame.name }, { frame: frame.name }));
      }
    } else {
      loose.push(child);
    }
  }
  closeRun();
  refuseDuplicates(frames);
  return { value: frames, diagnostics };
}

const hasRoom = ({ width, height }: Frame): boolean => width > 0 && height > 0;

function pageFrame(children: readonly ChildNode[], { trim }: PageGeometry, before: readonly Frame[]): Frame {
  const earlier = before.filter((frame) => /^page(-\d+)?$/.test(frame.name)).length;
  return {
    name: earlier === 0 ? "page" : `page-${earlier + 1}`,
    role: "content",
    ...trim,
    clipped: false,
    fit: { minimum: 1, maximum: 1 },
    variants: [rootOf(children)],
    source: sourceOf(children.find((child) => typeof child === "object")),
  };
}

/** The same frame for the same element: what is found out about it holds for every page that has it. */
const frameOf = foundOnce((element: ElementNode) =>
  readFrame(element.props as unknown as ExpandedFrame, sourceOf(element)),
);

/** `null` for a frame that holds nothing. */
function readFrame(props: ExpandedFrame, source: SourcePlace | null): Frame | null {
  const { name, role = "content", x, y, width, height } = props;
  const isArt = role === "art";
  const { fit = isArt ? "none" : { minimum: 0.75, maximum: 1 }, clipped = isArt } = props;
  if (typeof name !== "string" || name === "") {
    throw new TemplateFault({ vi: "một khung không có tên", en: "a frame has no name" }, source);
  }
  for (const [key, value] of Object.entries({ x, y, width, height })) {
    if (Number.isFinite(value)) continue;
    throw new TemplateFault(
      { vi: `khung “${name}” có ${key} không hợp lệ`, en: `the frame “${name}” has no valid ${key}` },
      source,
    );
  }
  const contents = props.variants ?? (props.children === undefined ? [] : [asList(props.children)]);
  const variants = contents.filter((content) => content.length > 0).map(rootOf);
  if (variants.length === 0) return null;
  const range = fit === "none" ? { minimum: 1, maximum: 1 } : { minimum: fit.minimum, maximum: fit.maximum };
  if (!(range.minimum > 0 && range.minimum <= range.maximum)) {
    throw new TemplateFault(
      {
        vi: `khung “${name}” co giãn từ ${range.minimum} đến ${range.maximum}, không phải một khoảng`,
        en: `the frame “${name}” may be scaled from ${range.minimum} to ${range.maximum}, which is no range`,
      },
      source,
    );
  }
  return { name, role, x, y, width, height, clipped, fit: range, variants, source };
}

/** A frame has one root: the only element, or a column around several. */
function rootOf(children: readonly ChildNode[]): ElementNode {
  const [only] = children;
  if (children.length === 1 && typeof only === "object") return only;
  const style = { display: "flex", flexDirection: "column", width: "100%", height: "100%" };
  return { type: "div", props: { style, children: children.length === 1 ? only! : children } };
}

function refuseDuplicates(frames: readonly Frame[]): void {
  const seen = new Set<string>();
  for (const { name, source } of frames) {
    if (seen.has(name)) {
      throw new TemplateFault(
        {
          vi: `hai khung của một trang cùng tên “${name}”`,
          en: `two frames of one page are called “${name}”`,
        },
        source,
      );
    }
    seen.add(name);
  }
}

const asList = <T>(value: T | readonly T[]): readonly T[] =>
  Array.isArray(value) ? (value as T[]) : [value as T];
