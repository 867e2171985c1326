/** Every field that a column can fill, read from the schemas themselves: a new field there is a new field here. */

import type { z } from "zod";
import { safeParse } from "zod/v4/core";
import { brief } from "../../model/brief.ts";
import { institution } from "../../model/institution.ts";
import { renderRequest } from "../../model/request.ts";

/** How a cell becomes a value. */
export type FieldKind =
  | "text"
  | "number"
  | "boolean"
  | "date"
  | "id"
  /** One of fixed words. */
  | "choice"
  /** Cells hold several, parted by semicolons or line breaks. */
  | "texts"
  /** Lists and groups with a form of their own: JSON, or words that the field knows how to read. */
  | "structure";

export interface Field {
  /** As columns and maps name it: `institution.name`, `contact.phones`, `event.date`, `theme`. */
  readonly path: string;
  readonly kind: FieldKind;
  /** Of a choice. */
  readonly choices: readonly string[];
  /** Path in a request, `null` where the field is only part of an institution's own data. */
  readonly request: string | null;
  /** Path in an institution's own data, `null` where it is not part of it. */
  readonly institution: string | null;
  /** Whether the schema refuses to be without it, wherever the groups above it are there. */
  readonly isRequired: boolean;
}

type Leaf = Pick<Field, "path" | "kind" | "choices" | "isRequired">;

/** Fields of a request that are no content of a row: they are the run's own, or holders of other fields. */
const NOT_OF_A_ROW: readonly string[] = ["institution", "data"];

/** Where the content of an institution goes when a piece is filled: the brief's path for the institution's. */
const INSTITUTION_IN_BRIEF: Readonly<Record<string, string>> = {
  name: "institution.name",
  "name.short": "institution.name.short",
  monogram: "institution.monogram",
  governingBody: "institution.governingBody",
  "governingBody.short": "institution.governingBody.short",
  logo: "institution.logo",
  enrolmentUrl: "qr",
  programmes: "programmes",
  benefits: "benefits",
};

/** All fields, each path once. */
export const FIELDS: readonly Field[] = allFields();

function allFields(): readonly Field[] {
  const found = new Map<string, Field>();
  for (const leaf of leaves(renderRequest)) {
    if (NOT_OF_A_ROW.includes(leaf.path)) continue;
    found.set(leaf.path, { ...leaf, request: leaf.path, institution: null });
  }
  // A reference to an institution of the brand folder.
  const reference = {
    path: "institution",
    kind: "id",
    choices: [],
    request: "institution",
    institution: null,
    isRequired: false,
  } as const;
  found.set(reference.path, reference);
  for (const leaf of leaves(brief)) {
    // “message” and “event” of a request are ids; in the brief they are groups, whose fields have longer paths.
    found.set(leaf.path, { ...leaf, request: `data.${leaf.path}`, institution: null });
  }
  for (const leaf of leaves(institution)) {
    const inBrief = leaf.path.startsWith("contact.") ? leaf.path : INSTITUTION_IN_BRIEF[leaf.path];
    const path = inBrief === undefined || inBrief === "qr" ? `institution.${leaf.path}` : inBrief;
    const request = inBrief === undefined ? null : `data.${inBrief}`;
    found.set(path, { ...leaf, path, request, institution: leaf.path });
  }
  return [...found.values()];
}

/** The leaves under a schema, with their paths. */
export function leaves(schema: z.core.$ZodType, path = "", isAsked = true): readonly Leaf[] {
  const isRequired = isAsked && !safeParse(schema, undefined).success;
  const inner = unwrapped(schema);
  const { def } = inner._zod;
  const leaf = (kind: FieldKind, choices: readonly string[] = []): Leaf[] => [
    { path, kind, choices, isRequired },
  ];
  switch (def.type) {
    case "object": {
      const shape = (def as z.core.$ZodObjectDef).shape;
      if (isPhrase(shape))
        return [...leaf("text"), { ...leaf("text")[0]!, path: `${path}.short`, isRequired: false }];
      return Object.entries(shape).flatMap(([key, child]) =>
        leaves(child, path === "" ? key : `${path}.${key}`, isRequired),
      );
    }
    case "array": {
      const item = unwrapped((def as z.core.$ZodArrayDef).element);
      const isText = item._zod.def.type === "string" || isPhraseSchema(item);
      return leaf(isText ? "texts" : "structure");
    }
    case "string":
      return leaf(stringKind(inner));
    case "number":
      return leaf("number");
    case "boolean":
      return leaf("boolean");
    case "enum":
      return leaf("choice", Object.values((def as z.core.$ZodEnumDef).entries).map(String));
    default:
      return leaf("structure");
  }
}

/** Without defaults, `nullable`, `preprocess`, `pipe` and `transform` around it. */
function unwrapped(schema: z.core.$ZodType): z.core.$ZodType {
  const { def } = schema._zod;
  switch (def.type) {
    case "default":
    case "nullable":
    case "optional":
      return unwrapped((def as z.core.$ZodDefaultDef).innerType);
    case "pipe": {
      const { in: before, out: after } = def as z.core.$ZodPipeDef;
      // `preprocess` is a transform before a schema, `transform` one after it.
      return unwrapped(before._zod.def.type === "transform" ? after : before);
    }
    default:
      return schema;
  }
}

function isPhrase(shape: Readonly<Record<string, unknown>>): boolean {
  return Object.keys(shape).length === 2 && "text" in shape && "short" in shape;
}

function isPhraseSchema(schema: z.core.$ZodType): boolean {
  const { def } = schema._zod;
  return def.type === "object" && isPhrase((def as z.core.$ZodObjectDef).shape);
}

function stringKind(schema: z.core.$ZodType): FieldKind {
  const def = schema._zod.def as z.core.$ZodStringDef & { readonly format?: string };
  if (def.format === "date") return "date";
  // What takes kebab-case and nothing else is an id, however it was declared; a path takes slashes.
  const takes = (text: string): boolean => safeParse(schema, text).success;
  return takes("a-b") && !takes("A B") && !takes("a/b") ? "id" : "text";
}
