/**
 * Where pieces are asked for. Identical requests at one time are one rendering; what was rendered is remembered; a
 * request whose callers have all left does not begin; nothing takes longer than it may.
 */

import { LRUCache } from "lru-cache";
import { AnphamError, diagnose, fail } from "../../base/diagnostic.ts";
import { foundOnce } from "../../base/found-once.ts";
import type { Folders } from "../../render.ts";
import type { CheckedRequest } from "../../resolve/read-request.ts";
import { type FieldsResult, TEMPLATE_FIELDS, type TemplateDescription } from "../../run/fields/fields-job.ts";
import { RENDERING, type Threads } from "../../run/pool.ts";
import { PREFLIGHT, type PreflightResult } from "../../run/preflight-job.ts";
import { surely } from "../../run/queue/local-queue.ts";
import type { RenderResult } from "../../run/render-job.ts";
import type { PieceCache } from "../cache/piece-cache.ts";
import { shareFlights } from "./flights.ts";

/** Where a piece came from. */
export type PieceSource = "rendered" | "shared" | "memory" | "disk";

export interface Piece {
  /** Its content's name, lower-case hex. */
  readonly tag: string;
  readonly source: PieceSource;
  readonly artifacts: RenderResult["artifacts"];
  readonly diagnostics: RenderResult["diagnostics"];
  /** Of the rendering, whenever that was. */
  readonly timings: RenderResult["timings"];
}

export interface Desk {
  /** The piece's name without rendering it. */
  tag(request: CheckedRequest): Promise<string>;
  /**
   * @param leave aborted when the caller has gone
   * @throws AnphamError what is wrong with the request; `run.queue-full`, `service.timeout`, `run.cancelled`
   */
  render(request: CheckedRequest, leave: AbortSignal): Promise<Piece>;
  /** Equal requests are judged once, as long as it is remembered. @throws AnphamError as {@link render} */
  preflight(request: CheckedRequest, leave: AbortSignal): Promise<PreflightResult>;
  /** What a template reads; found once. @throws AnphamError as {@link render} */
  describe(template: string, leave: AbortSignal): Promise<TemplateDescription>;
}

export interface DeskOptions {
  readonly threads: Threads;
  readonly folders: Folders;
  readonly tag: (request: CheckedRequest) => Promise<string>;
  readonly cache: PieceCache;
  /** Longest wait, ms. */
  readonly timeout: number;
  /** Told of every piece that was made or found. */
  readonly onPiece: (piece: Piece) => void;
}

/** Of what is remembered of judgements: about 10 MB. */
const MOST_FINDINGS = 10_000;

export function openDesk({ threads, folders, tag: tagOf, cache, timeout, onPiece }: DeskOptions): Desk {
  /** Answers ask for it before and while they render. */
  const tag = foundOnce(tagOf);
  const rendering = threads.pool(RENDERING);
  const judging = threads.pool(PREFLIGHT);
  const describing = threads.pool(TEMPLATE_FIELDS);
  const renderings = shareFlights<RenderResult>(timeout);
  const judgements = shareFlights<PreflightResult>(timeout);
  const judged = new LRUCache<string, PreflightResult>({
    maxSize: MOST_FINDINGS,
    sizeCalculation: ({ diagnostics }) => 1 + diagnostics.length,
  });
  const finding = shareFlights<FieldsResult>(timeout);
  const descriptions = new Map<string, TemplateDescription>();

  const renderOnce = async (
    request: CheckedRequest,
    signals: { readonly stop: AbortSignal; readonly drop: AbortSignal },
  ) => {
    const job = { folders, requests: [request] };
    const begin = () => rendering.run(job, signals.stop, signals.drop);
    const { results } = await surely(job, begin(), begin);
    return results[0]!;
  };

  return {
    tag,
    async render(request, leave) {
      const name = await tag(request);
      const known = await cache.find(name);
      if (known) {
        onPiece(known);
        return known;
      }
      const { value, shared } = await renderings.join(name, leave, async (signals) => {
        const result = await renderOnce(request, signals);
        if (result.artifacts.length > 0) await cache.keep(name, result);
        return result;
      });
      if (value.artifacts.length === 0) throw new AnphamError(value.diagnostics);
      const piece: Piece = { tag: name, source: shared ? "shared" : "rendered", ...value };
      onPiece(piece);
      return piece;
    },
    async preflight(request, leave) {
      const name = await tag(request);
      const known = judged.get(name);
      if (known) return known;
      const { value } = await judgements.join(name, leave, ({ stop, drop }) =>
        judging.run({ folders, request }, stop, drop),
      );
      if (value.pages === 0) throw new AnphamError(value.diagnostics);
      judged.set(name, value);
      return value;
    },
    async describe(template, leave) {
      const known = descriptions.get(template);
      if (known) return known;
      const { value } = await finding.join(template, leave, ({ stop, drop }) =>
        describing.run({ folders, template }, stop, drop),
      );
      const { description, diagnostics } = value;
      if (!description) {
        throw new AnphamError(diagnostics.length > 0 ? diagnostics : [diagnose("run.cancelled", {})]);
      }
      descriptions.set(template, description);
      return description;
    },
  };
}

/** @throws AnphamError `service.no-such-page` */
export function pageOf({ artifacts }: Piece, page: number): Piece["artifacts"][number] {
  return artifacts[page - 1] ?? fail("service.no-such-page", { page, pages: artifacts.length });
}
