/** What a caller asks for as a job, checked before it is taken on: what can never work is refused at once. */

import type { FastifyRequest } from "fastify";
import { fail } from "../../base/diagnostic.ts";
import type { RenderRequest } from "../../model/request.ts";
import { checked } from "../../resolve/check.ts";
import { parseJson } from "../../resolve/read-json.ts";
import { openPiece } from "../../run/batch/batch-piece.ts";
import { DEFAULT_NAME, parseNamePattern } from "../../run/batch/name-pattern.ts";
import { planKit } from "../../run/kit/kit-plan.ts";
import { readMap } from "../../run/rows/match-columns.ts";
import { addressBlocks } from "../access/address-blocks.ts";
import { ownsEverything, type Principal, refuseOthers } from "../access/principal.ts";
import type { ServiceContext } from "../context.ts";
import { withOwnPictures } from "../desk/own-request.ts";
import { refuseDeep } from "../limits/json-body.ts";
import { readParts, type SentFile } from "../limits/multipart.ts";
import {
  type BatchRequest,
  batchRequest,
  contentOf,
  type KitRequest,
  kitRequest,
  type NewJob,
} from "./job-record.ts";
import { checkWebhook, type WebhookRules } from "./webhook.ts";

export interface AcceptedJob {
  readonly job: NewJob;
  readonly rows: Uint8Array | null;
}

type Accepting = Pick<ServiceContext, "settings" | "library" | "findUpload">;

/** @throws AnphamError what is wrong with it */
export async function acceptJob(
  kind: "kit" | "batch",
  request: FastifyRequest,
  principal: Principal,
  { settings, library, findUpload }: Accepting,
): Promise<AcceptedJob> {
  const { body, file } = await sent(request, settings);
  const asked: KitRequest | BatchRequest = checked(kind === "kit" ? kitRequest : batchRequest, body);
  if (asked.webhook !== null) checkWebhook(asked.webhook, webhookRules(settings));
  if (asked.map !== null) readMap(asked.map);
  const whose = withOwnInstitution(asked, kind, file !== null, principal);
  refuseOthers(principal, whose.institution);
  const owned = await withOwnPictures(whose as Partial<RenderRequest> & typeof whose, {
    principal,
    findUpload,
  });
  const content = contentOf(owned) as Partial<RenderRequest>;
  if (kind === "batch") {
    const { template, format, as, profile, name } = owned as BatchRequest;
    await openPiece(library, { template, format, as, profile, content });
    parseNamePattern(name ?? DEFAULT_NAME, "name");
  } else {
    const { templates, formats, as, profile } = owned as KitRequest;
    await planKit(library, { templates, formats, as, profile, content });
  }
  const rows = rowsOf(owned, file);
  if (kind === "batch" && !rows) fail("service.no-file", {});
  const { webhook } = owned;
  return {
    job: { kind, request: { ...owned, rows: null }, rows: rows?.name ?? null, webhook } as NewJob,
    rows: rows?.bytes ?? null,
  };
}

export const webhookRules = ({
  WEBHOOK_HOSTS,
  WEBHOOK_PRIVATE,
}: ServiceContext["settings"]): WebhookRules => ({
  hosts: WEBHOOK_HOSTS,
  allowedPrivate: addressBlocks(WEBHOOK_PRIVATE),
});

/** A kit without rows is the one of the key's own institution. */
function withOwnInstitution<R extends KitRequest | BatchRequest>(
  asked: R,
  kind: "kit" | "batch",
  hasFile: boolean,
  principal: Principal,
): R {
  const hasRows = hasFile || asked.rows !== null;
  if (kind === "batch" || hasRows || asked.institution !== undefined) return asked;
  if (ownsEverything(principal)) fail("service.no-file", {});
  return { ...asked, institution: principal.owner };
}

async function sent(
  request: FastifyRequest,
  settings: ServiceContext["settings"],
): Promise<{ readonly body: unknown; readonly file: SentFile | null }> {
  if (!request.isMultipart()) return { body: request.body, file: null };
  const { file, texts } = await readParts(request, settings, settings.ROWS_MB);
  const text = texts.get("request") ?? "{}";
  refuseDeep(text);
  return { body: parseJson(text, "request"), file };
}

const ENDINGS = ["csv", "tsv", "txt", "xlsx", "json", "ndjson", "jsonl"];

/** The rows as a file of the job's; of the caller's name, only a known ending is kept. */
function rowsOf({ rows }: KitRequest | BatchRequest, file: SentFile | null) {
  if (file) {
    const ending = /\.([a-z]{3,6})$/i.exec(file.name)?.[1]?.toLowerCase() ?? "";
    return { name: `rows.${ENDINGS.includes(ending) ? ending : "csv"}`, bytes: file.bytes };
  }
  return rows === null ? null : { name: "rows.json", bytes: Buffer.from(JSON.stringify(rows)) };
}
