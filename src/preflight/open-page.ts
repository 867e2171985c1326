/** A page as the rules see it. */

import { foundOnceForList } from "../base/found-once.ts";
import { isSameRect } from "../base/geometry.ts";
import { keptWith } from "../base/kept-with.ts";
import type { PageGeometry } from "../model/page-geometry.ts";
import type { Scene } from "../model/scene.ts";
import { framesOf } from "./frames.ts";
import type { FrameLeaves, PreflightPage } from "./page.ts";
import type { TextRun } from "./text-runs.ts";

/** What a page asks people to read, back to front. */
export const textsOn = (scene: Scene): readonly TextRun[] => framesOf(scene).flatMap(({ texts }) => texts);

/** The frames of a page together. */
type Content = Pick<PreflightPage, "frames" | "texts">;

const together = foundOnceForList((frames: readonly FrameLeaves[]): Content => {
  const texts: TextRun[] = [];
  for (const frame of frames) for (const text of frame.texts) texts.push(text);
  return { frames, texts };
});

const latest = keptWith<Content, PreflightPage>();

/** The same object for a page that is the same in everything, so that what is found out about it is found out once. */
export function openPage(about: Omit<PreflightPage, keyof Content>): PreflightPage {
  const content = together(framesOf(about.scene));
  const known = latest.get(content);
  if (known && isSamePage(known, about)) return known;
  const { number, scene, format, profile, sampleImage } = about;
  const { frames, texts } = content;
  const page: PreflightPage = { number, scene, frames, texts, format, profile, sampleImage };
  latest.set(content, page);
  return page;
}

const isSamePage = (known: PreflightPage, about: Omit<PreflightPage, keyof Content>): boolean =>
  known.number === about.number &&
  known.format === about.format &&
  known.profile === about.profile &&
  known.sampleImage === about.sampleImage &&
  isSameGeometry(known.scene.geometry, about.scene.geometry);

const isSameGeometry = (one: PageGeometry, other: PageGeometry): boolean =>
  isSameRect(one.trim, other.trim) && isSameRect(one.safe, other.safe) && one.bleed === other.bleed;
