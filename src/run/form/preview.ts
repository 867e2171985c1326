/** The piece as it is now: pictures of the pages asked for, what it says of the brief, findings by field. */

import type { Diagnostic } from "../../base/diagnostic.ts";
import { AnphamError } from "../../base/diagnostic.ts";
import { sheetToSvg } from "../../export/svg/sheet-to-svg.ts";
import { impose } from "../../impose/impose.ts";
import { imposeJobOf } from "../../impose/impose-job.ts";
import { FORMATS } from "../../model/formats/index.ts";
import type { Engine } from "../../render.ts";
import { exportOptionsOf } from "../../render.ts";
import { unknownId } from "../../resolve/known-ids.ts";
import type { Preview, PreviewJob, PreviewPage } from "./form-job.ts";
import {
  type BriefText,
  type FrameText,
  frameTexts,
  sayingsOf,
  textsIn,
  textsOf,
  textWith,
} from "./sayings.ts";

/**
 * Drawn with the format's whole bleed, whatever the file will have: the form shows or hides it.
 * @throws AnphamError as `render` does
 */
export async function preview(engine: Engine, { request, pages }: PreviewJob): Promise<Preview> {
  const format = FORMATS.find(({ id }) => id === request.format);
  if (!format)
    throw new AnphamError([
      unknownId(
        "format",
        request.format,
        FORMATS.map(({ id }) => id),
      ),
    ]);
  const { job, scenes, diagnostics, timings } = await engine.compose({
    ...request,
    as: "svg",
    profile: "web",
    bleed: format.bleed,
  });
  const start = performance.now();
  const wanted = pages ?? scenes.map((_, index) => index);
  const drawn: PreviewPage[] = [];
  const options = { ...exportOptionsOf(job), text: "outlines" as const };
  for (const page of wanted) {
    const scene = scenes[page];
    if (!scene) continue;
    const { value: sheets } = await impose([scene], imposeJobOf(job));
    const [sheet] = sheets;
    if (sheet) drawn.push({ page, svg: sheetToSvg(sheet, options) });
  }
  const texts = textsOf(job.brief);
  const frames = frameTexts(scenes);
  return {
    kind: "preview",
    pages: drawn,
    pageCount: scenes.length,
    bleed: format.bleed,
    diagnostics: diagnostics.map((each) => withPath(each, texts, frames)),
    sayings: sayingsOf(texts, frames),
    places: placesOf(texts, frames),
    timings: { ...timings, export: performance.now() - start },
  };
}

/** A finding about a frame is told where its words are typed: by the words it quotes, else by what the frame says. */
function withPath(
  finding: Diagnostic,
  texts: readonly BriefText[],
  frames: readonly FrameText[],
): Diagnostic {
  const { where } = finding;
  if (where.path !== undefined || where.frame === undefined) return finding;
  const frame = frames.find((each) => each.frame === where.frame && each.page + 1 === (where.page ?? 1));
  const inFrame = frame ? textsIn(frame, texts) : [];
  const quoted = /“([^”]+?)…?”/u.exec(finding.message.vi)?.[1];
  const text = (quoted && textWith(quoted, inFrame)) || (quoted && textWith(quoted, texts)) || inFrame[0];
  const path = text?.path ?? (where.frame in OF_FRAME ? OF_FRAME[where.frame] : undefined);
  return path === undefined ? finding : { ...finding, where: { ...where, path } };
}

/** Frames without words, by the names that templates give them. */
const OF_FRAME: Readonly<Record<string, string>> = {
  qr: "qr",
  photo: "photo.file",
  logo: "institution.logo",
};

function placesOf(texts: readonly BriefText[], frames: readonly FrameText[]): Preview["places"] {
  const places: Record<string, { page: number; area: FrameText["area"] }> = {};
  for (const frame of frames) {
    for (const { path } of textsIn(frame, texts)) places[path] ??= { page: frame.page, area: frame.area };
  }
  return places;
}
