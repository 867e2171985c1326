/** The first stage: fills every default, loads every reference and checks all of it. */

import * as z from "zod";
import { AnphamError, type Diagnostic, diagnose, type Outcome } from "../base/diagnostic.ts";
import type { FontFace } from "../base/font/face.ts";
import { CSS_PPI, type Ppi } from "../base/units.ts";
import type { BrandKit } from "../model/brand-kit.ts";
import type { Campaign } from "../model/campaign.ts";
import type { Format } from "../model/format.ts";
import { FORMATS } from "../model/formats/index.ts";
import { type Institution, institution as institutionSchema } from "../model/institution.ts";
import type { ResolvedJob } from "../model/job.ts";
import type { OutputProfile } from "../model/output-profile.ts";
import type { RenderRequest } from "../model/request.ts";
import type { TemplateDefinition } from "../model/template.ts";
import { THEMES, type Theme } from "../model/theme.ts";
import { buildBrief } from "./brief.ts";
import { checked } from "./check.ts";
import { loadDirectory } from "./directory.ts";
import { createFindings } from "./findings.ts";
import { facesOf } from "./fonts.ts";
import { colorsWithoutInks, inkTable } from "./inks.ts";
import { findById, unknownId } from "./known-ids.ts";
import type { Library } from "./library.ts";
import { buildPalette } from "./palette.ts";
import { loadPictures } from "./pictures.ts";
import { overridden } from "./profile-overrides.ts";
import { type CheckedRequest, readRequest } from "./read-request.ts";

/**
 * @throws AnphamError with everything that is wrong with the request, not only the first thing
 */
export async function resolve(request: RenderRequest, library: Library): Promise<Outcome<ResolvedJob>> {
  const asked = readRequest(request);
  const findings = createFindings();
  const { attempt } = findings;

  const [template, format, theme, profile, campaign, institution, fonts] = await Promise.all([
    attempt(() => loadTemplate(asked.template, library)),
    attempt(() => findById("format", asked.format, FORMATS)),
    attempt(() => findById("theme", asked.theme, THEMES)),
    attempt(async () => overridden(await library.profiles.load(asked.profile), asked)),
    attempt(() => library.campaigns.load(asked.campaign)),
    attempt(() => loadInstitution(asked.institution, library)),
    attempt(() => library.fonts()),
  ]);
  if (template && format) findings.add(offersFormat(template, format));
  if (format && profile) findings.add(suitsMedium(format, profile));
  if (template && theme) findings.add(offersTheme(template, theme));
  const said = campaign && (await attempt(() => chooseContent(asked, campaign)));
  const kit = campaign && (await attempt(() => library.kits.load(campaign.kit)));
  const faces = kit && theme && template && familiesOf(kit, theme, template);
  if (faces && fonts) findings.add(hasFaces(faces, fonts));
  const conditionId = profile?.condition;
  const condition = conditionId ? await attempt(() => library.conditions.load(conditionId)) : null;
  findings.stopOnErrors();
  // From here on nothing is null: whatever could not be loaded has been reported above.

  const palette = buildPalette(kit!, institution!.colors);
  findings.add(palette.diagnostics);
  if (condition) findings.add(colorsWithoutInks(kit!, institution!, condition));
  const directory = template!.needs?.includes("directory")
    ? await attempt(() => loadDirectory(institution!, library))
    : [];
  const brief =
    directory &&
    (await attempt(() =>
      buildBrief({ ...said!, campaign: campaign!, institution: institution!, directory }, asked.data),
    ));
  const pictures =
    brief &&
    (await attempt(() =>
      loadPictures({
        brief,
        kit: kit!,
        palette: palette.value,
        themePhoto: theme!.photo,
        data: asked.data,
        inline: isInline(asked),
        library,
      }),
    ));
  findings.add(pictures?.diagnostics ?? []);
  findings.stopOnErrors();

  const job: ResolvedJob = {
    template: template!,
    format: format!,
    theme: theme!,
    kit: kit!,
    palette: palette.value,
    brief: brief!,
    title: `${brief!.message.text} – ${brief!.institution.name.text}`,
    date: new Date(asked.date ?? Date.UTC(campaign!.year, 0, 1)),
    day: asked.date,
    profile: profile!,
    condition,
    inks: inkTable(kit!, palette.value),
    faces: faces!,
    as: asked.as,
    ppi: asked.ppi ?? profile!.ppi ?? defaultPpi(format!),
    fonts: facesOf(fonts!, Object.values(faces!)),
    assets: pictures!.value,
  };
  return { value: job, diagnostics: findings.diagnostics };
}

const defaultPpi = ({ medium, ppi }: Format): Ppi => (medium === "screen" ? CSS_PPI : ppi);

async function loadTemplate(id: string, { templates }: Library): Promise<TemplateDefinition> {
  if (!templates.ids.includes(id)) throw new AnphamError([unknownId("template", id, templates.ids)]);
  return templates.load(id);
}

const isInline = ({ institution }: CheckedRequest): boolean => typeof institution !== "string";

/** The caller's own institution: its logo may be any file of the caller's, not only one of the brand folder. */
const inlineInstitution = institutionSchema.extend({ logo: z.string().nullable().default(null) });

async function loadInstitution(
  given: CheckedRequest["institution"],
  { institutions }: Library,
): Promise<Institution> {
  if (typeof given === "string") return institutions.load(given);
  return checked(inlineInstitution, given, { prefix: "institution", refuseUnknown: true });
}

/** The message, audience and event asked for, else the campaign's first ones and no event. */
async function chooseContent(asked: CheckedRequest, campaign: Campaign) {
  const { attempt, stopOnErrors } = createFindings();
  const event = await attempt(() => asked.event && findById("event", asked.event, campaign.events));
  const messageId = asked.message ?? (event ? event.message : null);
  const message = await attempt(() =>
    messageId ? findById("message", messageId, campaign.messages) : campaign.messages[0]!,
  );
  const audience = await attempt(() =>
    asked.audience ? findById("audience", asked.audience, campaign.audiences) : campaign.audiences[0]!,
  );
  stopOnErrors();
  return {
    event: event || null,
    message: message!,
    audience: audience!,
    audienceAsked: asked.audience !== null,
  };
}

const offersFormat = (template: TemplateDefinition, { id: format }: Format): Diagnostic[] =>
  template.formats.includes(format)
    ? []
    : [
        diagnose(
          "request.format-not-offered",
          { template: template.id, format, offered: template.formats.join(", ") },
          { path: "format" },
        ),
      ];

const offersTheme = (template: TemplateDefinition, { id: theme }: Theme): Diagnostic[] =>
  template.themes.includes(theme)
    ? []
    : [
        diagnose(
          "request.theme-not-offered",
          { template: template.id, theme, offered: template.themes.join(", ") },
          { path: "theme" },
        ),
      ];

/** Screens have no inks and no cutter. */
const suitsMedium = (format: Format, profile: OutputProfile): Diagnostic[] =>
  format.medium === "screen" && profile.colorSpace === "cmyk"
    ? [diagnose("impose.screen-format", { format: format.id, profile: profile.id }, { path: "profile" })]
    : [];

/** Formal pieces take the kit's formal family; else the kit's display family wins over the theme's. */
const familiesOf = (
  { faces: { display, text, formal } }: BrandKit,
  { displayFace }: Theme,
  template: TemplateDefinition,
): ResolvedJob["faces"] => ({
  display: template.display === "formal" ? formal : (display ?? displayFace ?? text),
  text,
});

/** A missing family would quietly become another one. */
function hasFaces(faces: ResolvedJob["faces"], fonts: readonly FontFace[]): Diagnostic[] {
  const families = [...new Set(fonts.map((face) => face.family))];
  return (["display", "text"] as const)
    .filter((role) => !families.includes(faces[role]))
    .map((role) => unknownId("font", faces[role], families, `faces.${role}`));
}
