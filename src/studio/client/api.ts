/** Questions to the studio's server. */

import type { OutputType } from "../../model/request.ts";
import type { TemplateField } from "../../run/fields/template-fields.ts";
import type {
  Catalogue,
  Choice,
  FilePlace,
  Finding,
  LoadedTable,
  PageParts,
  Plates,
  ViewAnswer,
} from "../shared/wire.ts";

export interface ThumbnailAnswer {
  /** Base64 of a PNG. */
  readonly png: string | null;
  readonly pages: number;
  readonly findings: readonly Finding[];
}

/** An answer without content is `null`: of a layout that is no longer kept. */
async function ask<T>(address: string, body?: unknown, signal?: AbortSignal): Promise<T> {
  const response = await fetch(address, {
    ...(body === undefined
      ? {}
      : { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) }),
    ...(signal ? { signal } : {}),
  });
  if (!response.ok) throw new Error(`${address}: ${response.status} ${await response.text()}`);
  return (response.status === 204 ? null : await response.json()) as T;
}

export const askCatalogue = (): Promise<Catalogue> => ask("/api/catalogue");

export const askView = (choice: Choice, signal: AbortSignal): Promise<ViewAnswer> =>
  ask("/api/view", { choice }, signal);

export const pictureAddress = (revision: string, page: number): string =>
  `/api/picture/${revision}/${page}.svg`;

export const askParts = (revision: string, page: number): Promise<PageParts | null> =>
  ask(`/api/parts/${revision}/${page}`);

export const askPlates = (revision: string, page: number): Promise<Plates | null> =>
  ask(`/api/plates/${revision}/${page}`);

export const plateAddress = (revision: string, page: number, name: string): string =>
  `/api/plates/${revision}/${page}/${encodeURIComponent(name)}.png`;

export const askThumbnail = (
  choice: Choice,
  width: number,
  { page = 0, committed = false }: { readonly page?: number; readonly committed?: boolean } = {},
): Promise<ThumbnailAnswer> => ask("/api/thumbnail", { choice, width, page, committed });

export const askFields = (template: string): Promise<readonly TemplateField[]> =>
  ask(`/api/fields/${encodeURIComponent(template)}`);

export async function askRows(file: File): Promise<LoadedTable> {
  const bytes = await new Promise<string>((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ""));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
  return ask("/api/rows", { name: file.name, bytes });
}

/** The reference picture of a piece, where its project keeps one. */
export const goldenAddress = ({ template, format, theme }: Choice): string =>
  `/api/golden/${template}-${format}-${theme}.png`;

/** Opens a line in the designer's editor. */
export async function openSource({ file, line, column }: FilePlace): Promise<void> {
  const { address } = await ask<{ readonly address: string | null }>("/api/open", { file, line, column });
  if (address !== null) location.assign(address);
}

/** A file to keep, or what stands against it. */
export async function askExport(
  choice: Choice,
  as: OutputType,
  ppi: number | null,
): Promise<{ readonly name: string; readonly file: Blob } | { readonly findings: readonly Finding[] }> {
  const response = await fetch("/api/export", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ choice, as, ppi }),
  });
  if (!response.ok) return (await response.json()) as { readonly findings: readonly Finding[] };
  const named = /filename="([^"]+)"/.exec(response.headers.get("content-disposition") ?? "");
  return { name: named?.[1] ?? "anpham", file: await response.blob() };
}
