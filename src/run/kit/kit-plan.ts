/** Which pieces a kit has, and the requests behind each. */

import { AnphamError, diagnose } from "../../base/diagnostic.ts";
import type { Format } from "../../model/format.ts";
import type { RenderRequest } from "../../model/request.ts";
import type { TemplateDefinition } from "../../model/template.ts";
import { THEMES } from "../../model/theme.ts";
import type { Library } from "../../resolve/library.ts";
import { catalogueFormat, chosenFormats, chosenIds, idOf } from "../choose.ts";
import { fileMark } from "../names.ts";
import { type OutputChoice, outputsOf, type PieceOutput } from "../outputs.ts";
import { thumbnailPpi } from "../thumbnail.ts";
import type { GivenInstitution } from "./kit-row.ts";

/** What a kit is made of; `null` for everything, or what the format wants. */
export interface KitSelection extends OutputChoice {
  readonly templates: readonly string[] | null;
  readonly formats: readonly string[] | null;
  /** The same for every piece: campaign, message, audience, event, theme, data, date. */
  readonly content: Partial<RenderRequest>;
}

export interface KitOutput extends PieceOutput {
  /** Of its files: the piece's name, and the scale where it is not 1:1. */
  readonly stem: string;
}

/** One template in one format. */
export interface KitPiece {
  readonly template: TemplateDefinition;
  readonly format: Format;
  /** Stem of its pictures on overviews. */
  readonly name: string;
  readonly outputs: readonly KitOutput[];
}

/** Width of the pictures on overviews, px. */
export const THUMBNAIL_WIDTH = 480;
/** @throws AnphamError `request.unknown-id`; `request.format-not-offered` when nothing is left */
export async function planKit(library: Library, selection: KitSelection): Promise<readonly KitPiece[]> {
  const ids = chosenIds("template", selection.templates, library.templates.ids);
  const formats = chosenFormats(selection.formats);
  const { theme } = selection.content;
  if (theme !== undefined) chosenIds("theme", [theme], THEMES.map(idOf));
  const all = await Promise.all(library.templates.ids.map((id) => library.templates.load(id)));
  const shared = (format: string) => all.filter((each) => each.formats.includes(format)).length > 1;
  const planned = all
    .filter(({ id, themes }) => ids.includes(id) && (theme === undefined || themes.includes(theme)))
    .flatMap((template) =>
      template.formats
        .filter((id) => formats.includes(id))
        .map(async (id): Promise<KitPiece> => {
          const format = catalogueFormat(id);
          const name = shared(id) ? `${template.id}-${id}` : id;
          const outputs = outputsOf(format, selection).map(async (output): Promise<KitOutput> => {
            return { ...output, stem: `${name}${fileMark(await library.profiles.load(output.profile))}` };
          });
          return { template, format, name, outputs: await Promise.all(outputs) };
        }),
    );
  const pieces = await Promise.all(planned);
  if (pieces.length === 0) {
    const offered = [...new Set(all.filter(({ id }) => ids.includes(id)).flatMap((each) => each.formats))];
    throw new AnphamError([
      diagnose("request.format-not-offered", {
        template: ids.join(", "),
        format: formats.join(", "),
        offered: offered.join(", "),
      }),
    ]);
  }
  return pieces;
}

/** The outputs' requests in their order, and last the thumbnail's. */
export function requestsOf(
  { template, format, outputs }: KitPiece,
  institution: GivenInstitution,
  content: Partial<RenderRequest>,
): readonly RenderRequest[] {
  const piece = { ...content, template: template.id, format: format.id, institution };
  return [
    ...outputs.map(({ as, profile, ppi }) => ({ ...piece, as, profile, ppi })),
    { ...piece, as: "png", ppi: thumbnailPpi(format, THUMBNAIL_WIDTH) },
  ];
}
