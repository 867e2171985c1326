/** A worker thread gets ready for a run before its first job is there. */

import { prepareExport } from "../export/export.ts";
import { engineFor } from "./engines.ts";
import type { Preparation } from "./preparation.ts";

/** Loads the run's template, its printing condition and what writes its files. @throws whatever a job will tell better */
export async function prepare({ folders, template, profile }: Preparation): Promise<void> {
  const { library } = await engineFor(folders);
  const load = async () => {
    const { condition } = await library.profiles.load(profile!);
    await prepareExport(condition === null ? null : await library.conditions.load(condition));
  };
  await Promise.all([template && library.templates.load(template), profile && load()]);
}
