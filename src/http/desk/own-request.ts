/** A caller's request as it may be rendered: only the caller's institution, only the caller's pictures. */

import { type Diagnostic, diagnose, fail } from "../../base/diagnostic.ts";
import { CSS_PPI, mmToPx } from "../../base/units.ts";
import { FORMATS } from "../../model/formats/index.ts";
import type { RenderRequest } from "../../model/request.ts";
import { isJsonObject, type JsonObject } from "../../resolve/deep-merge.ts";
import { createFindings } from "../../resolve/findings.ts";
import { refuseUnknownTemplate } from "../../resolve/known-template.ts";
import type { Library } from "../../resolve/library.ts";
import { type CheckedRequest, readRequest } from "../../resolve/read-request.ts";
import { type Principal, refuseOthers } from "../access/principal.ts";

/** Finds a caller's upload: its name inside, `null` when the caller has none of that id. */
export type FindUpload = (owner: string, id: string) => Promise<string | null>;

export interface OwnRequestOptions {
  readonly principal: Principal;
  readonly library: Library;
  readonly findUpload: FindUpload;
  /** Largest picture, megapixels. */
  readonly megapixels: number;
}

/**
 * @throws AnphamError `request.invalid-field`, `request.unknown-id`, `service.other-institution`, `asset.not-uploaded`, `service.too-large`
 */
export async function ownRequest(given: unknown, options: OwnRequestOptions): Promise<CheckedRequest> {
  const request = readRequest(given);
  // Before anything is named by it: a template is a folder.
  await refuseUnknownTemplate(request.template, options.library.templates);
  refuseOthers(options.principal, request.institution);
  const owned = await withOwnPictures(request, options);
  await refuseTooManyPixels(owned, options);
  return owned;
}

/**
 * The request with uploads named as they are called inside. Every field that can name a picture is here; rendering
 * refuses what would slip through.
 * @throws AnphamError `asset.not-uploaded`, one for each picture
 */
export async function withOwnPictures<R extends Pick<Partial<RenderRequest>, "institution" | "data">>(
  request: R,
  { principal, findUpload }: Pick<OwnRequestOptions, "principal" | "findUpload">,
): Promise<R> {
  const findings = createFindings();
  const own = async (name: unknown, path: string): Promise<unknown> => {
    // What is no text is refused by its schema.
    if (typeof name !== "string") return name;
    const found = await findUpload(principal.owner, name);
    if (found === null) findings.add([notUploaded(name, path)]);
    return found;
  };
  const { institution, data } = request;
  const changed: { institution?: JsonObject; data?: JsonObject } = {};
  if (isJsonObject(institution) && "logo" in institution) {
    changed.institution = { ...institution, logo: await own(institution.logo, "institution.logo") };
  }
  if (isJsonObject(data)) {
    const over = data.institution;
    const { photo } = data;
    changed.data = {
      ...data,
      ...(isJsonObject(over) && "logo" in over
        ? { institution: { ...over, logo: await own(over.logo, "data.institution.logo") } }
        : {}),
      ...(isJsonObject(photo) && "file" in photo
        ? { photo: { ...photo, file: await own(photo.file, "data.photo.file") } }
        : typeof photo === "string"
          ? { photo: await own(photo, "data.photo") }
          : {}),
    };
  }
  findings.stopOnErrors();
  return { ...request, ...changed };
}

const notUploaded = (name: string, path: string): Diagnostic =>
  diagnose("asset.not-uploaded", { name: name.slice(0, 80) }, { path });

const PIXELS: readonly string[] = ["png", "jpeg", "webp", "tiff"];

/** Rendering has a limit of memory; a service has one of patience. */
async function refuseTooManyPixels(
  { as, format: id, profile: profileId, ppi }: CheckedRequest,
  { library, megapixels }: OwnRequestOptions,
): Promise<void> {
  const format = FORMATS.find((each) => each.id === id);
  if (!format || !PIXELS.includes(as)) return;
  const profile = await library.profiles.load(profileId).catch(() => null);
  const used = ppi ?? profile?.ppi ?? (format.medium === "screen" ? CSS_PPI : format.ppi);
  const found = (mmToPx(format.width, used) * mmToPx(format.height, used)) / 1e6;
  if (found > megapixels) {
    fail("service.too-large", { found: Math.ceil(found), limit: megapixels }, { path: "ppi" });
  }
}
