/** Which texts of a brief a piece says, and where. */

import { type Rect, union } from "../../base/geometry.ts";
import { capitals } from "../../base/vietnamese/casing.ts";
import { shortDate } from "../../base/vietnamese/dates.ts";
import type { Brief } from "../../model/brief.ts";
import type { Scene } from "../../model/scene.ts";
import { textsOn } from "../../preflight/open-page.ts";
import type { Saying } from "./form-job.ts";

/** A text of the brief under the path by which forms know it. */
export interface BriefText {
  readonly path: string;
  readonly text: string;
  readonly short: string | null;
}

/** The text of one frame. */
export interface FrameText {
  readonly page: number;
  readonly frame: string;
  readonly said: string;
  readonly area: Rect;
}

/** Only letters and digits, in capitals: templates set names in capitals and numbers in groups. */
const bare = (text: string): string => capitals(text.normalize("NFC")).replace(/[^\p{L}\p{N}\p{M}]/gu, "");

/** What is not said word by word: a day is written in one of several ways. */
const NOT_SAID =
  /^(?:audience\.id|event\.(?:date|time)|award\.date|photo\b|institution\.logo|qr$|programmes\.\d+\.(?:icon|levels|quota|inDemand)|handbook\.|directory\.|message\.(?:headline|tail))/;

/** Every text of a brief that can be looked for on a page. */
export function textsOf(brief: Brief): readonly BriefText[] {
  const found: BriefText[] = [];
  const visit = (value: unknown, path: string) => {
    if (value === null || value === undefined || NOT_SAID.test(path)) return;
    if (typeof value === "string") found.push({ path, text: value, short: null });
    else if (Array.isArray(value)) for (const [i, each] of value.entries()) visit(each, `${path}.${i}`);
    else if (typeof value === "object") {
      const phrase = value as { readonly text?: unknown; readonly short?: unknown };
      if (typeof phrase.text === "string" && "short" in phrase) {
        found.push({ path, text: phrase.text, short: (phrase.short as string | null) ?? null });
      } else
        for (const [key, each] of Object.entries(value)) visit(each, path === "" ? key : `${path}.${key}`);
    }
  };
  const { message, ...rest } = brief;
  visit(rest, "");
  // A headline leaves out what stands above and below it; it is said when all of its parts are.
  const [setting = []] = message.headline.settings;
  found.push({ path: "message.text", text: setting.join(" "), short: null });
  if (message.overline !== null)
    found.push({ path: "message.overline", text: message.overline, short: null });
  if (brief.event?.date) found.push({ path: "event.date", text: shortDate(brief.event.date), short: null });
  return found;
}

/** What the frames of a piece say, in the order of pages and frames. */
export function frameTexts(scenes: readonly Scene[]): readonly FrameText[] {
  return scenes.flatMap((scene, page) => {
    const frames = new Map<string, { said: string; area: Rect | null }>();
    for (const { run, painted, box } of textsOn(scene)) {
      const name = painted.placed.frame;
      const frame = frames.get(name) ?? { said: "", area: null };
      frames.set(name, { said: frame.said + run.text, area: union(frame.area, box) });
    }
    return [...frames].flatMap(([frame, { said, area }]) =>
      area ? [{ page, frame, said: bare(said), area }] : [],
    );
  });
}

export function sayingOf({ text, short }: BriefText, said: string): Saying {
  if (said.includes(bare(text))) return "whole";
  return short !== null && said.includes(bare(short)) ? "short" : "unsaid";
}

/** How every text comes out. */
export function sayingsOf(texts: readonly BriefText[], frames: readonly FrameText[]): Record<string, Saying> {
  const all = frames.map(({ said }) => said).join("");
  return Object.fromEntries(texts.map((each) => [each.path, sayingOf(each, all)]));
}

/** The texts that a frame says, the longest first. */
export function textsIn(frame: FrameText, texts: readonly BriefText[]): readonly BriefText[] {
  return texts
    .filter((each) => sayingOf(each, frame.said) !== "unsaid")
    .sort((a, b) => b.text.length - a.text.length);
}

/** The text that holds the words quoted by a finding; they may be cut off with “…”. */
export function textWith(words: string, texts: readonly BriefText[]): BriefText | undefined {
  const wanted = bare(words);
  if (wanted === "") return undefined;
  return texts.find(
    ({ text, short }) => bare(text).includes(wanted) || (short !== null && bare(short).includes(wanted)),
  );
}

/** How large texts are set: by path the largest x-height of the runs that hold their words, mm. */
export function sizesOf(texts: readonly BriefText[], scenes: readonly Scene[]): Record<string, number> {
  const runs = scenes.flatMap((scene) =>
    textsOn(scene).flatMap(({ run, xHeight }) => {
      const words = bare(run.text);
      // Short words stand in many texts.
      return words.length > 3 ? [{ words, xHeight }] : [];
    }),
  );
  return Object.fromEntries(
    texts.flatMap(({ path, text }) => {
      const wanted = bare(text);
      const sizes = runs.filter(({ words }) => wanted.includes(words)).map(({ xHeight }) => xHeight);
      return sizes.length === 0 ? [] : [[path, Math.max(...sizes)]];
    }),
  );
}
