/** What a piece stands on before anything is said on it: everything that a request names by an id. */

import * as z from "zod";
import { type Diagnostic, diagnose } from "../base/diagnostic.ts";
import type { FontFace } from "../base/font/face.ts";
import { foundOnce } from "../base/found-once.ts";
import { Recent } from "../base/recent.ts";
import type { BrandKit } from "../model/brand-kit.ts";
import type { Audience, Campaign, CampaignEvent, Message } from "../model/campaign.ts";
import type { Format } from "../model/format.ts";
import { FORMATS } from "../model/formats/index.ts";
import type { InkTable } from "../model/ink.ts";
import { type Institution, institution as institutionSchema } from "../model/institution.ts";
import type { ResolvedJob } from "../model/job.ts";
import type { OutputCondition } from "../model/output-condition.ts";
import type { OutputProfile } from "../model/output-profile.ts";
import type { Palette } from "../model/palette.ts";
import type { TemplateDefinition } from "../model/template.ts";
import { THEMES, type Theme } from "../model/theme.ts";
import { checked } from "./check.ts";
import { createFindings } from "./findings.ts";
import { facesOf } from "./fonts.ts";
import { colorsWithoutInks, inkTable } from "./inks.ts";
import { findById, unknownId } from "./known-ids.ts";
import { refuseUnknownTemplate } from "./known-template.ts";
import type { Library } from "./library.ts";
import { buildPalette } from "./palette.ts";
import { overridden } from "./profile-overrides.ts";
import type { CheckedRequest } from "./read-request.ts";

export interface Foundations {
  readonly template: TemplateDefinition;
  readonly format: Format;
  readonly theme: Theme;
  readonly profile: OutputProfile;
  readonly campaign: Campaign;
  readonly institution: Institution;
  readonly event: CampaignEvent | null;
  readonly message: Message;
  readonly audience: Audience;
  readonly kit: BrandKit;
  readonly faces: ResolvedJob["faces"];
  readonly fonts: readonly FontFace[];
  readonly condition: OutputCondition | null;
  readonly palette: Palette;
  readonly inks: InkTable;
  readonly diagnostics: readonly Diagnostic[];
}

/** The fields of a request that decide what it stands on. */
const DECIDING = [
  "institution",
  "template",
  "format",
  "theme",
  "profile",
  "bleed",
  "marks",
  "outline",
  "scale",
  "mirror",
  "campaign",
  "event",
  "message",
  "audience",
] as const satisfies readonly (keyof CheckedRequest)[];

/** What the latest requests stood on. A library always gives the same things for the same ids, but for templates. */
const laidOf = foundOnce<
  Library,
  Recent<{ readonly asked: CheckedRequest; readonly foundations: Foundations }>
>(() => new Recent(REMEMBERED));
const REMEMBERED = 8;

/**
 * The same objects for the rows of a print run, which differ only in what they say.
 * @throws AnphamError with everything that is wrong with what the request names
 */
export async function foundationsOf(asked: CheckedRequest, library: Library): Promise<Foundations> {
  const recent = laidOf(library);
  const known = recent.take((each) => DECIDING.every((field) => each.asked[field] === asked[field]));
  if (known && (await isCurrent(known.foundations, asked, library))) return known.foundations;
  const foundations = await lay(asked, library);
  // What was written into the request may be rewritten by its owner.
  if (typeof asked.institution === "string") {
    recent.put({ asked: { ...asked, data: {} }, foundations });
  }
  return foundations;
}

/** Whoever writes a template sees every new version of it. */
const isCurrent = async (
  { template }: Foundations,
  asked: CheckedRequest,
  library: Library,
): Promise<boolean> => (await library.templates.load(asked.template).catch(() => null)) === template;

async function lay(asked: CheckedRequest, library: Library): Promise<Foundations> {
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
  if (format && profile) findings.add([...suitsMedium(format, profile), ...suitsBinding(format, profile)]);
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
  return {
    template: template!,
    format: format!,
    theme: theme!,
    profile: profile!,
    campaign: campaign!,
    institution: institution!,
    ...said!,
    kit: kit!,
    faces: faces!,
    fonts: facesOf(fonts!, Object.values(faces!)),
    condition,
    palette: palette.value,
    inks: inkTable(kit!, palette.value),
    diagnostics: findings.diagnostics,
  };
}

async function loadTemplate(id: string, { templates }: Library): Promise<TemplateDefinition> {
  await refuseUnknownTemplate(id, templates);
  return templates.load(id);
}

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

/** On a press sheet of its own a page of a handbook stands alone, unless the profile makes booklets. */
const suitsBinding = (
  format: Format,
  { id: profile, sheet, booklet, mirror }: OutputProfile,
): Diagnostic[] => {
  if (booklet && mirror) return [MIRRORED_BOOKLET];
  return format.family === "handbook" && sheet && !booklet
    ? [diagnose("impose.loose-pages", { profile }, { path: "profile" })]
    : [];
};

/** Its spreads would be folded the other way. */
const MIRRORED_BOOKLET = diagnose(
  "request.invalid-field",
  {
    path: "mirror",
    reasonVi: "sách đóng ghim không lật gương được",
    reason: "a booklet cannot be mirrored",
    expectedVi: "một hồ sơ xuất không đóng sách, hoặc bỏ lật gương",
    expected: "an output profile without a booklet, or no mirroring",
  },
  { path: "mirror" },
);

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
