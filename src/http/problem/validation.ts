/** Checks requests against their zod schemas, with the sentences that every other input gets. */

import type { FastifySchemaCompiler } from "fastify";
import type { z } from "zod";
import { checked } from "../../resolve/check.ts";

/** Parts of a request whose name stands before a field's path; a body's fields are the request's own. */
const PREFIXES: Readonly<Record<string, string>> = { querystring: "?", params: ":" };

export const validatorCompiler: FastifySchemaCompiler<z.ZodType> = ({ schema, httpPart }) => {
  const prefix = PREFIXES[httpPart ?? ""];
  return (data) => {
    try {
      return { value: checked(schema, data, prefix === undefined ? {} : { prefix }) };
    } catch (thrown) {
      return { error: thrown as Error };
    }
  };
};

/** Answers are made by this program: they are written as they are. */
export const serializerCompiler = () => (data: unknown) => JSON.stringify(data);
