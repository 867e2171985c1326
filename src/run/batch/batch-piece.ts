/** The one piece of a run: which template, format and file types, and what its rows share. */

import { diagnose, fail } from "../../base/diagnostic.ts";
import type { Format } from "../../model/format.ts";
import { type RenderRequest, renderRequest } from "../../model/request.ts";
import type { TemplateDefinition } from "../../model/template.ts";
import { THEMES } from "../../model/theme.ts";
import { createFindings } from "../../resolve/findings.ts";
import { findById } from "../../resolve/known-ids.ts";
import { refuseUnknownTemplate } from "../../resolve/known-template.ts";
import type { Library } from "../../resolve/library.ts";
import { resolutionOf } from "../../resolve/resolve.ts";
import { catalogueFormat } from "../choose.ts";
import { type OutputChoice, outputsOf, type PieceOutput } from "../outputs.ts";
import type { MappedRow } from "../rows/map-row.ts";
import { requestOf } from "../rows/row-request.ts";

export interface BatchSelection extends OutputChoice {
  readonly template: string;
  readonly format: string;
  /** The same for every row, where a row says nothing else. */
  readonly content: Partial<RenderRequest>;
}

export interface BatchPiece {
  readonly template: TemplateDefinition;
  readonly format: Format;
  readonly outputs: readonly PieceOutput[];
  /** Of the outputs, each once; pixels an inch. */
  readonly resolutions: readonly number[];
  readonly content: Partial<RenderRequest>;
}

/**
 * Checks what is the same for every row, so that a wrong id is told once and before anything is rendered.
 * @throws AnphamError `request.unknown-id`, `request.format-not-offered`, `request.theme-not-offered`, with all that
 *   is wrong
 */
export async function openPiece(library: Library, selection: BatchSelection): Promise<BatchPiece> {
  const { content } = selection;
  const { attempt, add, stopOnErrors } = createFindings();
  await attempt(() => refuseUnknownTemplate(selection.template, library.templates));
  const format = await attempt(() => catalogueFormat(selection.format));
  const theme = await attempt(() =>
    content.theme === undefined ? null : findById("theme", content.theme, THEMES),
  );
  const { institution, message, audience, event } = content;
  const campaign = await attempt(() => library.campaigns.load(content.campaign ?? DEFAULTS.campaign));
  if (campaign) {
    await attempt(() => message && findById("message", message, campaign.messages));
    await attempt(() => audience && findById("audience", audience, campaign.audiences));
    await attempt(() => event && findById("event", event, campaign.events));
  }
  if (typeof institution === "string") await attempt(() => library.institutions.load(institution));
  const outputs = format ? outputsOf(format, selection) : [];
  const resolutions = new Set<number>();
  for (const { profile, ppi } of outputs) {
    const loaded = await attempt(() => library.profiles.load(profile));
    if (loaded) resolutions.add(resolutionOf(ppi, loaded, format!));
  }
  stopOnErrors();

  const template = await library.templates.load(selection.template);
  const offered = { template: template.id };
  if (!template.formats.includes(format!.id)) {
    const params = { ...offered, format: format!.id, offered: template.formats.join(", ") };
    add([diagnose("request.format-not-offered", params, { path: "format" })]);
  }
  if (theme && !template.themes.includes(theme.id)) {
    const params = { ...offered, theme: theme.id, offered: template.themes.join(", ") };
    add([diagnose("request.theme-not-offered", params, { path: "theme" })]);
  }
  stopOnErrors();
  return { template, format: format!, outputs, resolutions: [...resolutions], content };
}

const DEFAULTS = { campaign: renderRequest.shape.campaign.parse(undefined) } as const;

/**
 * What a row asks for as one of the piece's files: its own fields over those that all rows share.
 * @throws AnphamError `request.invalid-field` when neither names an institution
 */
export function rowRequest(
  { template, format, content }: BatchPiece,
  { as, profile, ppi }: PieceOutput,
  row: Pick<MappedRow, "request">,
): RenderRequest {
  const request = requestOf(row, content);
  if ((request as Partial<RenderRequest>).institution === undefined) {
    fail("request.invalid-field", {
      path: "institution",
      reasonVi: "dòng này không nói cơ sở nào",
      reason: "the row names no institution",
      expectedVi: "cột “Tên trường” hoặc “Mã cơ sở”, hoặc --institution",
      expected: "a column “Tên trường” or “Mã cơ sở”, or --institution",
    });
  }
  return { ...request, template: template.id, format: format.id, as, profile, ppi };
}
