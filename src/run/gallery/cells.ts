/** The cells of the gallery: every template × format × theme × data set × institution that was asked for. */

import type { Format } from "../../model/format.ts";
import type { RenderRequest } from "../../model/request.ts";
import type { TemplateDefinition } from "../../model/template.ts";
import { THEMES, type Theme } from "../../model/theme.ts";
import type { Library } from "../../resolve/library.ts";
import { catalogueFormat, chosenFormats, chosenIds, idOf } from "../choose.ts";
import { thumbnailPpi } from "../thumbnail.ts";

/** What to show; `null` for everything there is. */
export interface GallerySelection {
  readonly templates: readonly string[] | null;
  readonly formats: readonly string[] | null;
  readonly themes: readonly string[] | null;
  readonly institutions: readonly string[] | null;
  /** Width of the pictures, px. */
  readonly width: number;
}

/** Content laid over the brief, by name. */
export interface DataSet {
  readonly id: string;
  readonly content: Readonly<Record<string, unknown>>;
}

export interface Cell {
  /** Path of its picture without extension, unique. */
  readonly id: string;
  readonly template: TemplateDefinition;
  readonly format: Format;
  readonly theme: Theme;
  readonly data: DataSet;
  readonly institution: string;
  readonly request: RenderRequest;
}

/** @throws AnphamError `request.unknown-id` for whatever was asked for and is not there */
export async function galleryCells(
  library: Library,
  selection: GallerySelection,
  dataSets: readonly DataSet[],
): Promise<readonly Cell[]> {
  const templateIds = chosenIds("template", selection.templates, library.templates.ids);
  const formats = chosenFormats(selection.formats);
  const themes = chosenIds("theme", selection.themes, THEMES.map(idOf));
  const institutions = chosenIds("institution", selection.institutions, await library.institutions.ids());
  const templates = await Promise.all(templateIds.map((id) => library.templates.load(id)));
  return templates.flatMap((template) =>
    template.formats
      .filter((id) => formats.includes(id))
      .map(catalogueFormat)
      .flatMap((format) =>
        THEMES.filter(({ id }) => themes.includes(id) && template.themes.includes(id)).flatMap((theme) =>
          dataSets.flatMap((data) =>
            institutions.map((institution) => ({
              id: `${template.id}/${format.id}/${theme.id}-${data.id}-${institution}`,
              template,
              format,
              theme,
              data,
              institution,
              request: {
                template: template.id,
                format: format.id,
                theme: theme.id,
                institution,
                data: data.content,
                as: "png",
                ppi: thumbnailPpi(format, selection.width),
              },
            })),
          ),
        ),
      ),
  );
}
