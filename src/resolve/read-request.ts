/** Checks a request's form. Whether its ids exist is asked later, where the existing ones are known. */

import * as z from "zod";
import { renderRequest } from "../model/request.ts";
import { checkedByField } from "./check.ts";

export type CheckedRequest = z.output<typeof renderRequest>;

/** The fields that hold nothing but an id. */
const ID_FIELDS = [
  "template",
  "format",
  "campaign",
  "message",
  "audience",
  "event",
  "theme",
  "profile",
] as const;

/**
 * The request schema with any text for an id: “A5” is then an unknown format with “a5” as the nearest one,
 * which helps more than a rule about hyphens.
 */
const lenientRequest = renderRequest.extend({
  ...Object.fromEntries(ID_FIELDS.map((field) => [field, anyText(renderRequest.shape[field])])),
  institution: z.union([z.string(), z.record(z.string(), z.unknown())]),
});

function anyText(field: z.ZodType): z.ZodType {
  const fallback = field.safeParse(undefined);
  if (!fallback.success) return z.string();
  return fallback.data === null
    ? z.string().nullable().default(null)
    : z.string().default(String(fallback.data));
}

/** @throws AnphamError `request.invalid-field`, one for each wrong field */
export const readRequest = (request: unknown): CheckedRequest =>
  checkedByField(lenientRequest, request) as CheckedRequest;
