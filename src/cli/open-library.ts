import type { Library } from "../resolve/library.ts";
import { type CommonOptions, foldersFrom } from "./context.ts";

/** The library of a command's folders; its engines are loaded here, for the commands that need them. */
export async function openLibraryOf(options: CommonOptions): Promise<Library> {
  const { openTemplates } = await import("../compose/registry.ts");
  const { openLibrary } = await import("../resolve/library.ts");
  const { brand, fonts, templates } = foldersFrom(options);
  return openLibrary({ brand, fonts, templates: await openTemplates(templates) });
}
