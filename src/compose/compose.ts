/** Compose: runs the template and hands layout its pages as named frames of plain elements. */

import { AnphamError, diagnose, type Outcome } from "../base/diagnostic.ts";
import { PAGE } from "../kit/markers.ts";
import type { ResolvedJob } from "../model/job.ts";
import type { ChildNode, ElementNode, PageTree } from "../model/page-tree.ts";
import { collectFrames } from "./collect-frames.ts";
import { expand, TemplateFault } from "./expand.ts";
import { composeContext } from "./page-context.ts";
import { thrownReason } from "./purity.ts";

/**
 * The same job gives the same pages: templates have no clock, no I/O and no chance.
 * @throws AnphamError `template.broken` when the template throws or breaks a rule
 */
export function compose(job: ResolvedJob): Outcome<readonly PageTree[]> {
  const { page, geometry, colors } = composeContext(job);
  try {
    const pages = splitPages(expand(job.template.pages(page), page));
    const frames = pages.map((children) => collectFrames(children, geometry));
    const diagnostics = frames.flatMap((found, index) =>
      found.diagnostics.map((one) => ({ ...one, where: { ...one.where, page: index + 1 } })),
    );
    // Read once all pages have run: they share one list, so a tint means the same on each.
    const all = colors();
    return { value: frames.map(({ value }) => ({ geometry, frames: value, colors: all })), diagnostics };
  } catch (thrown) {
    if (thrown instanceof AnphamError) throw thrown;
    const { reason, source } =
      thrown instanceof TemplateFault ? thrown : { reason: thrownReason(thrown), source: null };
    const params = { template: job.template.id, reasonVi: reason.vi, reason: reason.en };
    const broken = diagnose("template.broken", params, source ?? {});
    throw new AnphamError([broken], { cause: thrown });
  }
}

/** The children of each page. A template without `<Page>` has one page. */
function splitPages(nodes: readonly ChildNode[]): readonly (readonly ChildNode[])[] {
  if (nodes.length === 0) throw new TemplateFault({ vi: "mẫu không vẽ trang nào", en: "it draws no page" });
  const isPage = (node: ChildNode): node is ElementNode => typeof node === "object" && node.type === PAGE;
  if (!nodes.some(isPage)) return [nodes];
  return nodes.map((node) => {
    if (!isPage(node)) {
      throw new TemplateFault({
        vi: "có thứ nằm ngoài <Page>; đưa nó vào trong",
        en: "something stands beside a <Page>; put it inside",
      });
    }
    const { children = [] } = node.props;
    return Array.isArray(children) ? (children as readonly ChildNode[]) : [children as ChildNode];
  });
}
