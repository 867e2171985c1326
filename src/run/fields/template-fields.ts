/**
 * The fields of a template, found by watching it: the template is composed in all its formats with everything that
 * may be said, and what it reads of the brief is what it has use for. No template declares its fields.
 */

import type { Localized } from "../../base/diagnostic.ts";
import { foundOnce } from "../../base/found-once.ts";
import { compose } from "../../compose/compose.ts";
import type { Brief } from "../../model/brief.ts";
import type { Asset, ResolvedJob } from "../../model/job.ts";
import type { PictureRole } from "../../model/template.ts";
import type { Library } from "../../resolve/library.ts";
import { resolve } from "../../resolve/resolve.ts";
import { FIELDS, type Field } from "../rows/schema-fields.ts";
import { controlOf, type FieldControl } from "./field-control.ts";
import { fieldGroup, type GroupId, OUTPUT_FIELDS } from "./field-groups.ts";
import { fieldExample, fieldLabel } from "./field-words.ts";
import { DATA_SCHEMA, INSTITUTION_SCHEMA, type JsonSchema, REQUEST_SCHEMA, schemaAt } from "./json-schema.ts";
import { recorded } from "./recorded.ts";
import { FULL_DATA, SAMPLE_INSTITUTION } from "./sample.ts";

export interface FieldLimits {
  readonly minLength: number | null;
  /** Characters. */
  readonly maxLength: number | null;
  readonly minimum: number | null;
  readonly maximum: number | null;
  readonly minItems: number | null;
  readonly maxItems: number | null;
}

/** One field as a form shows it. Plain data. */
export interface TemplateField {
  /** As columns and maps name it: `event.date`. */
  readonly path: string;
  readonly group: GroupId;
  readonly control: FieldControl;
  readonly label: Localized;
  /** As it is typed. */
  readonly example: string | null;
  /** Path in a render request, `null` where it is only part of an institution's own data. */
  readonly request: string | null;
  /** Path in an institution's own data, `null` where it is not part of it. */
  readonly institution: string | null;
  readonly limits: FieldLimits;
  /** Of a choice of fixed words. */
  readonly choices: readonly string[];
  /** Whether an institution that is given as data, or the person that a piece is for, must have it. */
  readonly required: boolean;
  /** Of the template's formats, those in which it is read; none for what only an institution's data must have. */
  readonly formats: readonly string[];
}

const PICTURES: Readonly<Partial<Record<PictureRole, string>>> = { photo: "photo", logo: "institution.logo" };

/** Fields that every piece has, whatever its template reads. */
const OF_EVERY_PIECE: readonly string[] = ["format", "theme", "campaign", "institution", ...OUTPUT_FIELDS];
/** Ids of a campaign that fill parts of the brief. */
const CHOSEN_BY: Readonly<Record<string, readonly string[]>> = {
  message: ["message"],
  audience: ["audience", "lead", "callToAction", "benefits"],
  event: ["event", "badge", "invitation", "award"],
};
/** What an institution's data must have, whatever is read of it. */
const isOfInstitution = ({ institution, isRequired }: Field): boolean => institution !== null && isRequired;

const fieldsOf = foundOnce<Library, Map<string, Promise<readonly TemplateField[]>>>(() => new Map());

/**
 * The fields in the order of the schemas; found once for each template of a library.
 * @throws AnphamError `request.unknown-id`, `template.broken`
 */
export function templateFields(library: Library, template: string): Promise<readonly TemplateField[]> {
  const ofLibrary = fieldsOf(library);
  let fields = ofLibrary.get(template);
  if (!fields) {
    fields = findFields(library, template);
    ofLibrary.set(template, fields);
    fields.catch(() => ofLibrary.delete(template));
  }
  return fields;
}

async function findFields(library: Library, id: string): Promise<readonly TemplateField[]> {
  const template = await library.templates.load(id);
  const reads = new Map<string, string[]>();
  for (const format of template.formats) {
    for (const path of await readsIn(library, id, format)) {
      const formats = reads.get(path) ?? [];
      if (!formats.includes(format)) reads.set(path, [...formats, format]);
    }
  }
  return FIELDS.flatMap((field) => {
    const formats = formatsOf(field, reads, template.formats);
    return formats.length === 0 && !isOfInstitution(field) ? [] : [describe(field, formats)];
  });
}

/** Everything that the template reads of the brief in one format, as paths into it. */
async function readsIn(library: Library, template: string, format: string): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  const pictured = new Set<string>();
  for (const data of [FULL_DATA, {}]) {
    const request = { template, format, institution: SAMPLE_INSTITUTION, data };
    const { value: job } = await resolve(request, library);
    const marks = job.assets.filter(isMark);
    // With pictures where everything is said; without them, what stands in their place is read.
    const assets = data === FULL_DATA ? [...marks, ...standIns()] : marks;
    const brief = recorded<Brief>(job.brief);
    const drawn = drawnBy({ ...job, assets, brief: brief.value });
    for (const path of brief.paths) if (path !== "qr") found.add(path);
    for (const [role, path] of Object.entries(PICTURES)) {
      found.delete(path);
      if (drawn.includes(pictureId(role))) pictured.add(path);
    }
    // A text that is taken along with the brief is read unseen: whether it matters shows in what is drawn.
    const other = { ...job.brief, qr: `${job.brief.qr}?` };
    if (brief.paths.has("qr") && drawnBy({ ...job, assets, brief: other }) !== drawn) found.add("qr");
  }
  return new Set([...found, ...pictured]);
}

const drawnBy = (job: ResolvedJob): string => JSON.stringify(compose(job).value.map(({ frames }) => frames));

const isMark = ({ role }: Asset): boolean => role === "campaign-mark" || role === "authority-mark";

const pictureId = (role: string): string => `picture-of-the-${role}`;

/** Pictures that are only looked for, never drawn. */
const standIns = (): readonly Asset[] =>
  (Object.keys(PICTURES) as PictureRole[]).map((role) => ({
    role,
    name: role,
    id: pictureId(role),
    mediaType: "image/png",
    pixelWidth: 3000,
    pixelHeight: 2000,
    data: new Uint8Array(),
    focus: { x: 0.5, y: 0.5 },
    tones: null,
    look: role === "photo" ? null : { colors: [], opaque: false, aspect: 1.5 },
  }));

function formatsOf(
  { path, request, institution }: Field,
  reads: ReadonlyMap<string, readonly string[]>,
  all: readonly string[],
): readonly string[] {
  if (OF_EVERY_PIECE.includes(path)) return all;
  if (institution?.startsWith("colors.")) return all;
  const chosen = request === path ? CHOSEN_BY[path] : undefined;
  if (chosen) return all.filter((format) => chosen.some((part) => isRead(part, reads, format)));
  // An institution's signer signs its awards, and what it enrols with is behind its code.
  const inBrief = institution?.startsWith("signer.")
    ? `award.${institution}`
    : institution === "enrolmentUrl"
      ? "qr"
      : request?.startsWith("data.")
        ? request.slice("data.".length)
        : null;
  return inBrief === null ? [] : all.filter((format) => isRead(inBrief, reads, format));
}

/** Whether the path, something inside it, or the whole that holds it was read as such. */
function isRead(path: string, reads: ReadonlyMap<string, readonly string[]>, format: string): boolean {
  const at = (each: string) => reads.get(each)?.includes(format) ?? false;
  if (path.startsWith("photo.")) return at("photo");
  // A phrase is read by its text.
  if (at(`${path}.text`)) return true;
  if (at(path)) return true;
  return [...reads.keys()].some((each) => each.startsWith(`${path}.`) && at(each));
}

function describe(field: Field, formats: readonly string[]): TemplateField {
  const { path, request, institution, choices } = field;
  const schema = schemaOf(field);
  return {
    path,
    group: fieldGroup(path),
    control: controlOf(field),
    label: fieldLabel(path),
    example: fieldExample(path),
    request,
    institution,
    limits: limitsOf(schema),
    choices,
    required: isOfInstitution(field) || path === "person.name",
    formats,
  };
}

function schemaOf({ path, request, institution }: Field): JsonSchema | null {
  if (request?.startsWith("data.")) return schemaAt(DATA_SCHEMA, request.slice("data.".length));
  if (institution !== null) return schemaAt(INSTITUTION_SCHEMA, institution);
  return schemaAt(REQUEST_SCHEMA, path);
}

function limitsOf(schema: JsonSchema | null): FieldLimits {
  const parts = schema === null ? [] : flat(schema);
  const first = (key: keyof FieldLimits): number | null =>
    parts.map((part) => part[key]).find((value) => typeof value === "number") ?? null;
  return {
    minLength: first("minLength"),
    maxLength: first("maxLength"),
    minimum: first("minimum"),
    maximum: first("maximum"),
    minItems: first("minItems"),
    maxItems: first("maxItems"),
  };
}

const flat = (schema: JsonSchema): readonly JsonSchema[] => [schema, ...(schema.anyOf ?? []).flatMap(flat)];

/** Paths of the brief that a template's fields fill, for its JSON Schema. */
export const briefPathsOf = (fields: readonly TemplateField[]): readonly string[] =>
  fields.flatMap(({ request }) => (request?.startsWith("data.") ? [request.slice("data.".length)] : []));
