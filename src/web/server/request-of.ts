/** A draft as render requests: nothing of it reaches a file or the network but pictures that were sent in here. */

import { join } from "node:path";
import type { RenderRequest } from "../../model/request.ts";
import type { Library } from "../../resolve/library.ts";
import { messageFromText } from "../../resolve/message-from-text.ts";
import { FIELDS } from "../../run/rows/schema-fields.ts";
import {
  type Draft,
  nested,
  type Overrides,
  OWN_INSTITUTION,
  overridesOf,
  type PieceDraft,
} from "../model/draft.ts";
import { ownInstitution } from "./own-institution.ts";

export interface RequestSources {
  readonly library: Library;
  /** The brand folder. */
  readonly brand: string;
  /** The file of a picture that was sent in; `null` when there is none. */
  readonly uploadedFile: (ref: string) => string | null;
}

/** Paths of a request's `data` that the form may set. */
const KNOWN: ReadonlySet<string> = new Set(
  FIELDS.flatMap(({ request }) => (request?.startsWith("data.") ? [request.slice("data.".length)] : [])),
);

/** Those that name pictures that were sent in. */
export const PICTURES: readonly string[] = ["photo.file", "institution.logo"];

export async function requestOf(
  draft: Draft,
  piece: PieceDraft,
  sources: RequestSources,
): Promise<RenderRequest> {
  return {
    template: piece.template,
    format: piece.format,
    institution: await institutionOf(draft, sources),
    campaign: draft.campaign,
    message: draft.message,
    audience: draft.audience,
    event: draft.event,
    theme: piece.theme ?? draft.theme,
    data: await withDetails(
      draft,
      withWholeMessage(nested(checkedOverrides(overridesOf(draft, piece), sources))),
      sources,
    ),
  };
}

/** A typed message that lights up a part of itself needs its lines said too; a part that it does not hold is left dark. */
function withWholeMessage(data: Record<string, unknown>): Record<string, unknown> {
  const { message } = data;
  if (typeof message !== "object" || message === null || !("headline" in message)) return data;
  const { headline, ...rest } = message as {
    readonly text?: unknown;
    readonly headline: { readonly emphasis?: unknown };
  };
  if (typeof rest.text !== "string") return data;
  const whole = messageFromText(rest.text);
  const { emphasis } = headline;
  const isPart = typeof emphasis === "string" && whole.text.includes(emphasis);
  return {
    ...data,
    message: { ...whole, ...rest, headline: { ...whole.headline, emphasis: isPart ? emphasis : null } },
  };
}

/** What a draft does not carry of an occupation that the institution has: how long, how many, what for. */
async function withDetails(
  { institution }: Draft,
  data: Record<string, unknown>,
  { library }: RequestSources,
): Promise<Record<string, unknown>> {
  if (!Array.isArray(data.programmes) || institution === OWN_INSTITUTION) return data;
  const { programmes } = await library.institutions.load(institution);
  const known = new Map(programmes.map((each) => [each.name.text, each]));
  return {
    ...data,
    programmes: data.programmes.map((each: { readonly name: string }) => {
      const before = known.get(each.name);
      return before ? { ...before, ...each, name: before.name } : each;
    }),
  };
}

/** Own colours make an institution of the library one that comes with the request. */
async function institutionOf(
  draft: Draft,
  { library, brand }: RequestSources,
): Promise<RenderRequest["institution"]> {
  const { institution: id, colors } = draft;
  if (id === OWN_INSTITUTION) return ownInstitution(draft);
  if (!colors) return id;
  const known = await library.institutions.load(id);
  return {
    ...known,
    logo: known.logo === null ? null : join(brand, known.logo),
    colors: { primary: { rgb: colors.primary }, accent: { rgb: colors.accent } },
  };
}

function checkedOverrides(overrides: Overrides, { uploadedFile }: RequestSources): Overrides {
  const checked = new Map<string, unknown>();
  for (const [path, value] of Object.entries(overrides)) {
    if (!KNOWN.has(path)) continue;
    if (PICTURES.includes(path)) {
      const file = typeof value === "string" ? uploadedFile(value) : null;
      if (file !== null) checked.set(path, file);
      else if (value === null) checked.set(path, null);
    } else checked.set(path, emptied(value));
  }
  // How a photo is shown says nothing without the photo.
  if (typeof checked.get("photo.file") !== "string") {
    for (const path of [...checked.keys()]) if (path.startsWith("photo.")) checked.delete(path);
  } else if (
    // One piece's photo has no point of its own where its set's photo has one.
    typeof checked.get("photo.focus.x") !== "number" ||
    typeof checked.get("photo.focus.y") !== "number"
  ) {
    checked.delete("photo.focus.x");
    checked.delete("photo.focus.y");
  }
  if (checked.get("message.text") === null) checked.delete("message.text");
  return Object.fromEntries(checked);
}

/** A field that was emptied says nothing. */
function emptied(value: unknown): unknown {
  if (typeof value === "string") return value.trim() === "" ? null : value;
  if (!Array.isArray(value)) return value;
  return value.filter((each) => !(typeof each === "string" && each.trim() === "") && !isNameless(each));
}

const isNameless = (value: unknown): boolean =>
  typeof value === "object" &&
  value !== null &&
  "name" in value &&
  typeof value.name === "string" &&
  value.name.trim() === "";
