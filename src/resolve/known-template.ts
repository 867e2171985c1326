/** Whether a template is there, and which one was meant when it is not: people name the piece, not its design. */

import { AnphamError } from "../base/diagnostic.ts";
import { slug } from "../base/vietnamese/slug.ts";
import { FORMATS } from "../model/formats/index.ts";
import { unknownId } from "./known-ids.ts";
import type { TemplateSource } from "./library.ts";

/**
 * @throws AnphamError `request.unknown-id`; for the family or the id of a format, such as `decal`, the templates that
 *   offer it come first
 */
export async function refuseUnknownTemplate(id: string, templates: TemplateSource): Promise<void> {
  const { ids } = templates;
  if (ids.includes(id)) return;
  const wanted = slug(id);
  const meant = new Set(
    FORMATS.filter((format) => format.family === wanted || format.id === wanted).map((format) => format.id),
  );
  // A template that is broken is told of by whoever asks for it.
  const loaded = meant.size > 0 ? await Promise.allSettled(ids.map((each) => templates.load(each))) : [];
  const offering = loaded.flatMap((each) =>
    each.status === "fulfilled" && each.value.formats.some((format) => meant.has(format))
      ? [each.value.id]
      : [],
  );
  throw new AnphamError([unknownId("template", id, ids, "template", offering)]);
}
