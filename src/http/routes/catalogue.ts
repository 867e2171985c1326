/** `/v1/formats`, `/v1/templates` …: what there is to choose from. */

import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import * as z from "zod";
import { AnphamError } from "../../base/diagnostic.ts";
import { campaign } from "../../model/campaign.ts";
import { format } from "../../model/format.ts";
import { FORMATS } from "../../model/formats/index.ts";
import { institution } from "../../model/institution.ts";
import type { TemplateDefinition } from "../../model/template.ts";
import { THEMES, theme } from "../../model/theme.ts";
import { findById, unknownId } from "../../resolve/known-ids.ts";
import { FIELD_GROUPS } from "../../run/fields/field-groups.ts";
import { ownsEverything, type Principal, principalOf, refuseOthers } from "../access/principal.ts";
import type { ServiceContext } from "../context.ts";
import { describedTemplateAnswer, jsonOf, templateAnswer } from "./answers.ts";
import { leaving } from "./render.ts";

const byId = z.object({ id: z.string().max(100) });
const config = { scope: "read" } as const;
const tags = ["catalogue"];

export function catalogueRoutes(server: FastifyInstance, { library, desk }: ServiceContext): void {
  const app = server.withTypeProvider<ZodTypeProvider>();
  const schema = (summary: string, item: z.ZodType) => ({
    ...{ summary, tags, response: { 200: jsonOf(z.array(item)) } },
  });
  const one = (summary: string, item: z.ZodType) => ({
    ...{ summary, tags, params: byId, response: { 200: jsonOf(item) } },
  });

  app.get("/v1/formats", { config, schema: schema("Các khổ | formats", format) }, () => FORMATS);
  app.get("/v1/formats/:id", { config, schema: one("Một khổ | a format", format) }, ({ params }) =>
    findById("format", params.id, FORMATS),
  );

  app.get("/v1/themes", { config, schema: schema("Các chủ đề | themes", theme) }, () => THEMES);
  app.get("/v1/themes/:id", { config, schema: one("Một chủ đề | a theme", theme) }, ({ params }) =>
    findById("theme", params.id, THEMES),
  );

  app.get("/v1/templates", { config, schema: schema("Các mẫu | templates", templateAnswer) }, async () =>
    Promise.all(library.templates.ids.map(async (id) => templateBody(await library.templates.load(id)))),
  );
  app.get(
    "/v1/templates/:id",
    {
      config,
      schema: one(
        "Một mẫu với JSON Schema và các trường | a template with its JSON Schema and fields",
        describedTemplateAnswer,
      ),
    },
    async ({ params: { id } }, reply) => {
      if (!library.templates.ids.includes(id)) {
        throw new AnphamError([unknownId("template", id, library.templates.ids)]);
      }
      const { fields, schema: request } = await desk.describe(id, leaving(reply));
      const template = templateBody(await library.templates.load(id));
      return { ...template, groups: FIELD_GROUPS, fields, schema: request };
    },
  );

  app.get("/v1/campaigns", { config, schema: schema("Các chiến dịch | campaigns", campaign) }, async () =>
    Promise.all((await library.campaigns.ids()).map((id) => library.campaigns.load(id))),
  );
  app.get(
    "/v1/campaigns/:id",
    { config, schema: one("Một chiến dịch | a campaign", campaign) },
    ({ params }) => library.campaigns.load(params.id),
  );

  app.get(
    "/v1/institutions",
    { config, schema: schema("Các cơ sở | institutions", institution) },
    async (request) => {
      const ids = visibleIds(await library.institutions.ids(), principalOf(request));
      return Promise.all(ids.map((id) => library.institutions.load(id)));
    },
  );
  app.get(
    "/v1/institutions/:id",
    { config, schema: one("Một cơ sở | an institution", institution) },
    (request) => {
      refuseOthers(principalOf(request), request.params.id);
      return library.institutions.load(request.params.id);
    },
  );
}

const templateBody = ({ id, name, description, formats, themes }: TemplateDefinition) => ({
  ...{ id, name, description, formats, themes },
});

/** An institution sees itself and no other. */
const visibleIds = (ids: readonly string[], principal: Principal): readonly string[] =>
  ownsEverything(principal) ? ids : ids.filter((id) => id === principal.owner);
