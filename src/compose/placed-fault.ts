/**
 * Tells where in a template's own files it fails. Templates are compiled without places, which cost time and memory, so
 * one that has failed is compiled once more with them and asked for the same pages.
 */

import { resolve } from "node:path";
import { AnphamError } from "../base/diagnostic.ts";
import type { ResolvedJob } from "../model/job.ts";
import type { SourcePlace } from "../model/source-place.ts";
import { TEMPLATE_ENTRY } from "./compile-template.ts";
import { compose } from "./compose.ts";
import { drawnAt } from "./expand.ts";
import { openLiveTemplates } from "./live-templates.ts";
import type { TemplateFolders } from "./template-folders.ts";

/**
 * The failure of {@link compose}, with the place where it is mended as far as that is found; the file is absolute.
 * @param fault what {@link compose} threw for the job
 */
export async function placedFault(
  fault: AnphamError,
  job: ResolvedJob,
  folders: TemplateFolders,
): Promise<AnphamError> {
  const place = await placeOfFault(job, folders).catch(() => null);
  if (!place) return fault;
  const diagnostics = fault.diagnostics.map((each) => ({ ...each, where: { ...each.where, ...place } }));
  return new AnphamError(diagnostics, { cause: fault.cause });
}

async function placeOfFault(job: ResolvedJob, folders: TemplateFolders): Promise<Partial<SourcePlace>> {
  const { id } = job.template;
  const templates = await openLiveTemplates(folders);
  try {
    const folder = templates.folderOf(id) ?? ".";
    const inFolder = (place: SourcePlace) => ({ ...place, file: resolve(folder, place.file) });
    const fault = failureOf({ ...job, template: await templates.load(id) });
    const { file, line, column = 1 } = fault?.diagnostics[0]?.where ?? {};
    if (file !== undefined && line !== undefined) return inFolder({ file, line, column });
    // In the template's own code, else at the element whose component it was.
    const place = templates.placeOf(fault?.cause) ?? drawnAt(fault?.cause);
    return place ? inFolder(place) : { file: resolve(folder, TEMPLATE_ENTRY) };
  } finally {
    await templates.close();
  }
}

function failureOf(job: ResolvedJob): AnphamError | null {
  try {
    compose(job);
    return null;
  } catch (thrown) {
    return thrown instanceof AnphamError ? thrown : null;
  }
}
