/** The schemas of requests as JSON Schema (draft 2020-12), with the names that people give the fields. */

import * as z from "zod";
import { safeParse } from "zod/v4/core";
import { brief } from "../../model/brief.ts";
import { institution } from "../../model/institution.ts";
import { renderRequest } from "../../model/request.ts";
import { FIELDS } from "../rows/schema-fields.ts";
import { FIELD_WORDS, fieldExample, fieldLabel } from "./field-words.ts";

/** As much of JSON Schema as zod writes. */
export interface JsonSchema {
  readonly [key: string]: unknown;
  title?: string;
  description?: string;
  examples?: readonly unknown[];
  required?: readonly string[];
  readonly type?: string;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly maxLength?: number;
  readonly minLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly enum?: readonly string[];
}

/** What a caller may write: texts stand for phrases, paths for photos. */
function written(schema: z.ZodType): JsonSchema {
  const made = z.toJSONSchema(schema, {
    io: "input",
    unrepresentable: "any",
    override({ zodSchema, jsonSchema }) {
      const { type } = zodSchema._zod.def;
      if (type !== "pipe" || jsonSchema.type !== "object" || !safeParse(zodSchema, "abc").success) return;
      const inner = jsonSchema.properties?.text;
      const maxLength = typeof inner === "object" ? inner.maxLength : undefined;
      const whole = { ...jsonSchema };
      for (const key of Object.keys(jsonSchema)) delete jsonSchema[key as keyof typeof jsonSchema];
      jsonSchema.anyOf = [{ type: "string", ...(maxLength === undefined ? {} : { maxLength }) }, whole];
    },
  });
  const { $schema: _, ...rest } = made;
  return rest as JsonSchema;
}

/** Puts names on every field of a schema, in place. @param pathOf the field's path in {@link FIELDS} */
function named(schema: JsonSchema, pathOf: (path: string) => string, path = ""): JsonSchema {
  for (const each of schema.anyOf ?? []) named(each, pathOf, path);
  for (const [key, child] of Object.entries(schema.properties ?? {})) {
    const inner = path === "" ? key : `${path}.${key}`;
    const field = pathOf(inner);
    if (FIELD_WORDS[field]) {
      const { vi, en } = fieldLabel(field);
      child.title = vi;
      child.description ??= en;
      const example = fieldExample(field);
      if (example !== null && child.type === "string") child.examples = [example];
    }
    named(child, pathOf, inner);
  }
  return schema;
}

/** Every field may be left out: what is not said is taken from campaign and institution. */
function partial(schema: JsonSchema): JsonSchema {
  return withoutKey(schema, "required");
}

function withoutKey(schema: JsonSchema, key: string): JsonSchema {
  const { [key]: _, ...rest } = schema;
  return {
    ...rest,
    ...(schema.anyOf ? { anyOf: schema.anyOf.map((each) => withoutKey(each, key)) } : {}),
    ...(schema.properties
      ? {
          properties: Object.fromEntries(
            Object.entries(schema.properties).map(([name, child]) => [name, withoutKey(child, key)]),
          ),
        }
      : {}),
  };
}

const fieldOfInstitution = new Map(FIELDS.map((field) => [field.institution, field.path]));
const fieldOfRequest = new Map(FIELDS.map((field) => [field.request, field.path]));

/** An institution's own data. */
export const INSTITUTION_SCHEMA: JsonSchema = named(
  written(institution),
  (path) => fieldOfInstitution.get(path) ?? "",
);

/** Content laid over the brief: `data` of a request. */
export const DATA_SCHEMA: JsonSchema = partial(
  named(written(brief), (path) => fieldOfRequest.get(`data.${path}`) ?? ""),
);

/** A render request of any template. */
export const REQUEST_SCHEMA: JsonSchema = withParts(
  named(written(renderRequest), (path) => path),
  INSTITUTION_SCHEMA,
  DATA_SCHEMA,
);

function withParts(request: JsonSchema, ofInstitution: JsonSchema, data: JsonSchema): JsonSchema {
  const { properties = {} } = request;
  const { institution: reference, ...others } = properties;
  return {
    ...request,
    properties: {
      ...others,
      institution: { ...reference, anyOf: [reference!.anyOf![0]!, ofInstitution] },
      data: { ...others.data, ...data },
    },
  };
}

/** The schema at a field's path. */
export function schemaAt(schema: JsonSchema, path: string): JsonSchema | null {
  if (path === "") return schema;
  const [key = "", ...rest] = path.split(".");
  for (const each of [schema, ...(schema.anyOf ?? [])]) {
    const child = each.properties?.[key];
    if (child) return schemaAt(child, rest.join("."));
  }
  return null;
}

/**
 * What a request for one template may say.
 * @param reads paths of the brief that the template reads
 */
export function templateSchema(
  template: { readonly id: string; readonly formats: readonly string[]; readonly themes: readonly string[] },
  reads: readonly string[],
): JsonSchema {
  const { properties = {}, ...rest } = REQUEST_SCHEMA;
  const data = properties.data!;
  const top = new Set(reads.map((path) => path.split(".")[0]!));
  const kept = Object.entries(data.properties ?? {}).filter(([key]) => top.has(key));
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    ...rest,
    properties: {
      ...properties,
      template: { ...properties.template, const: template.id },
      format: { ...properties.format, enum: template.formats },
      theme: { ...properties.theme, enum: template.themes },
      data: { ...data, properties: Object.fromEntries(kept) },
    },
  };
}
