/** A page as the rules see it. */

import type { Scene } from "../model/scene.ts";
import { framesOf } from "./frames.ts";
import type { PreflightPage } from "./page.ts";
import { textRuns } from "./text-runs.ts";
import type { PaintedInFrame } from "./walk.ts";

/** Everything that a page paints, back to front. */
export const paintedOn = (scene: Scene): readonly PaintedInFrame[] =>
  framesOf(scene).flatMap(({ leaves }) => leaves);

export function openPage({
  scene,
  ...about
}: Omit<PreflightPage, "frames" | "painted" | "texts">): PreflightPage {
  const frames = framesOf(scene);
  const painted = frames.flatMap(({ leaves }) => leaves);
  return { ...about, scene, frames, painted, texts: textRuns(painted) };
}
