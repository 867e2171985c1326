/** Finds for every diagnostic where it is mended: a line of the template, or a field of the data. */

import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { Diagnostic } from "../../base/diagnostic.ts";
import { TEMPLATE_ENTRY } from "../../compose/compile-template.ts";
import { drawnAt } from "../../compose/expand.ts";
import type { LiveTemplates } from "../../compose/live-templates.ts";
import type { ChildNode, ElementNode, Frame, PageTree } from "../../model/page-tree.ts";
import { type SourcePlace, sourceOf } from "../../model/source-place.ts";
import type { Choice, FilePlace, Finding } from "../shared/wire.ts";
import { codeFrame, dataSetFile, placeAt, placeInJson, placeOfProperty, placesIn } from "./places.ts";

/** What is known about a piece when something is found in it. */
export interface Circumstances {
  readonly choice: Choice;
  readonly templates: LiveTemplates;
  /** Folder of the data sets. */
  readonly samples: string;
  /** `[]` before the template has run. */
  readonly pages: readonly PageTree[];
  /** What was thrown, or `null`. */
  readonly thrown: unknown;
}

export async function locate(
  diagnostics: readonly Diagnostic[],
  circumstances: Circumstances,
): Promise<readonly Finding[]> {
  return Promise.all(
    diagnostics.map(async (diagnostic) => {
      const place = await placeOf(diagnostic, circumstances);
      return { ...diagnostic, source: place && (await codeFrame(place)) };
    }),
  );
}

async function placeOf(diagnostic: Diagnostic, about: Circumstances): Promise<FilePlace | null> {
  const { where } = diagnostic;
  const folder = about.templates.folderOf(about.choice.template);
  if (/^(?:template\.broken|studio\.stopped)$/.test(diagnostic.code) && folder)
    return placeOfFault(diagnostic, folder, about);
  if (where.file?.endsWith(".json")) return placeInData(where.file, where.path ?? "", where);
  if (where.path?.startsWith("data.") && about.choice.dataSet !== null) {
    return placeInData(
      dataSetFile(about.samples, about.choice.dataSet),
      where.path.slice("data.".length),
      where,
    );
  }
  const frame = about.pages[(where.page ?? 1) - 1]?.frames.find(({ name }) => name === where.frame);
  return frame ? placeInFrame(diagnostic, frame, folder) : null;
}

/** A template that does not compile, does not end, is no template, or throws. */
async function placeOfFault(
  { where, message }: Diagnostic,
  folder: string,
  { templates, thrown }: Circumstances,
): Promise<FilePlace | null> {
  const { file = TEMPLATE_ENTRY, line, column = 1 } = where;
  if (line !== undefined) return { file: resolve(folder, file), line, column };
  const cause = thrown instanceof Error ? thrown.cause : null;
  // In the template's own code, else at the element whose component it was.
  const ran = templates.placeOf(cause) ?? placesIn(folder).inTemplate(drawnAt(cause));
  if (ran) return ran;
  const entry = join(folder, TEMPLATE_ENTRY);
  const text = await readFile(entry, "utf8").catch(() => "");
  const property =
    /default export\.(\w+)/.exec(message.en)?.[1] ?? (/its id is/.test(message.en) ? "id" : "");
  return placeOfProperty(entry, text, property);
}

async function placeInData(
  file: string,
  path: string,
  { line, column = 1 }: Diagnostic["where"],
): Promise<FilePlace | null> {
  const absolute = resolve(file);
  if (line !== undefined) return { file: absolute, line, column };
  const text = await readFile(absolute, "utf8").catch(() => null);
  return text === null ? null : placeInJson(absolute, text, path === "" ? [] : path.split("."));
}

/** The element that says or shows what was complained of, else the frame. */
async function placeInFrame(
  { code, message }: Diagnostic,
  frame: Frame,
  folder: string | null,
): Promise<FilePlace | null> {
  const { inTemplate } = placesIn(folder);
  const written = inTemplate(frame.source);
  if (code === "text.missing-glyph") {
    const characters = [...message.en.matchAll(/U\+([0-9A-F]{4,6})/g)].map(([, hex = ""]) =>
      String.fromCodePoint(Number.parseInt(hex, 16)),
    );
    const says = (node: ChildNode) =>
      typeof node !== "object" && characters.some((each) => String(node).includes(each));
    const holder = inTemplate(holderOf(frame, says));
    return (await literalIn(holder ?? written, characters)) ?? holder ?? written;
  }
  if (code === "layout.missing-picture" || /\b[Ii]mage\b/.test(message.en)) {
    return inTemplate(holderOf(frame, isWithoutPicture)) ?? written;
  }
  return written;
}

/** The innermost element that is meant, or is around the text that is. */
function holderOf(frame: Frame, isMeant: (node: ChildNode) => boolean): SourcePlace | null {
  const visit = (node: ChildNode, around: SourcePlace | null): SourcePlace | null => {
    const own = (typeof node === "object" ? sourceOf(node) : null) ?? around;
    if (isMeant(node)) return own;
    return typeof node === "object" ? first(childrenOf(node), (child) => visit(child, own)) : null;
  };
  return first(frame.variants, (variant) => visit(variant, frame.source));
}

/** An image whose source is no picture. */
const isWithoutPicture = (node: ChildNode): boolean =>
  typeof node === "object" && node.type === "img" && !/^(?:asset|data):/.test(String(node.props.src));

function first<T>(items: readonly T[], find: (item: T) => SourcePlace | null): SourcePlace | null {
  for (const item of items) {
    const found = find(item);
    if (found) return found;
  }
  return null;
}

function childrenOf({ props: { children } }: ElementNode): readonly ChildNode[] {
  if (children === undefined) return [];
  return Array.isArray(children) ? (children as readonly ChildNode[]) : [children as ChildNode];
}

/** Where the template itself writes one of the characters. */
async function literalIn(near: FilePlace | null, characters: readonly string[]): Promise<FilePlace | null> {
  const text = near && (await readFile(near.file, "utf8").catch(() => null));
  if (!near || !text) return null;
  const offsets = characters.map((each) => text.indexOf(each)).filter((offset) => offset >= 0);
  return offsets.length > 0 ? placeAt(near.file, text, Math.min(...offsets)) : null;
}
