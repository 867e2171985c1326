/** The first stage: fills every default, loads every reference and checks all of it. */

import type { Outcome } from "../base/diagnostic.ts";
import { CSS_PPI, type Ppi } from "../base/units.ts";
import type { Format } from "../model/format.ts";
import type { ResolvedJob } from "../model/job.ts";
import type { OutputProfile } from "../model/output-profile.ts";
import type { RenderRequest } from "../model/request.ts";
import { buildBrief } from "./brief.ts";
import { loadDirectory } from "./directory.ts";
import { createFindings } from "./findings.ts";
import { foundationsOf } from "./foundations.ts";
import type { Library } from "./library.ts";
import { loadPictures } from "./pictures.ts";
import { readRequest } from "./read-request.ts";

/**
 * @throws AnphamError with everything that is wrong with the request, not only the first thing
 */
export async function resolve(request: RenderRequest, library: Library): Promise<Outcome<ResolvedJob>> {
  const asked = readRequest(request);
  const foundations = await foundationsOf(asked, library);
  const { template, format, theme, profile, campaign, institution, kit, palette } = foundations;
  const findings = createFindings();
  const { attempt } = findings;
  findings.add(foundations.diagnostics);
  const directory = template.needs?.includes("directory")
    ? await attempt(() => loadDirectory(institution, library))
    : [];
  const { event, message, audience } = foundations;
  const sources = { campaign, message, audience, audienceAsked: asked.audience !== null, event, institution };
  const brief = directory && (await attempt(() => buildBrief({ ...sources, directory }, asked.data)));
  const pictures =
    brief &&
    (await attempt(() =>
      loadPictures({
        brief,
        kit,
        palette,
        themePhoto: theme.photo,
        data: asked.data,
        inline: typeof asked.institution !== "string",
        library,
      }),
    ));
  findings.add(pictures?.diagnostics ?? []);
  findings.stopOnErrors();
  // From here on nothing is null: whatever could not be loaded has been reported above.

  const job: ResolvedJob = {
    template,
    format,
    theme,
    kit,
    palette,
    brief: brief!,
    title: `${brief!.message.text} – ${brief!.institution.name.text}`,
    date: new Date(asked.date ?? Date.UTC(campaign.year, 0, 1)),
    day: asked.date,
    profile,
    condition: foundations.condition,
    inks: foundations.inks,
    faces: foundations.faces,
    as: asked.as,
    ppi: resolutionOf(asked.ppi, profile, format),
    fonts: foundations.fonts,
    assets: pictures!.value,
  };
  return { value: job, diagnostics: findings.diagnostics };
}

/** Pixels an inch of a piece: what was asked for, else what the profile says, else the format. */
export const resolutionOf = (
  asked: Ppi | null,
  profile: Pick<OutputProfile, "ppi">,
  { medium, ppi }: Format,
): Ppi => asked ?? profile.ppi ?? (medium === "screen" ? CSS_PPI : ppi);
