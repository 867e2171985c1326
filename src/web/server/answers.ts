/** What the engine says to a draft, with what is asked for again and again kept. */

import { LRUCache } from "lru-cache";
import { AnphamError, type Diagnostic } from "../../base/diagnostic.ts";
import { MM_PER_INCH } from "../../base/units.ts";
import type { Artifact } from "../../model/artifact.ts";
import type { RenderRequest } from "../../model/request.ts";
import type { Folders } from "../../render.ts";
import { catalogueFormat } from "../../run/choose.ts";
import type { Fit, FormJob, FormResult, Preview } from "../../run/form/form-job.ts";
import { FORM } from "../../run/form/form-task.ts";
import { outputsOf } from "../../run/outputs.ts";
import type { Threads } from "../../run/pool.ts";
import type { Draft, PieceDraft } from "../model/draft.ts";
import { type RequestSources, requestOf } from "./request-of.ts";
import { openTurnstile } from "./turnstile.ts";

/** What a person may take away. */
export const TAKEN_AS = ["print", "pdf", "png", "jpeg", "ticket"] as const;
export type TakenAs = (typeof TAKEN_AS)[number];

export interface Taken {
  readonly artifacts: readonly Artifact[];
  readonly diagnostics: readonly Diagnostic[];
}

/** What the shop receives, and what a print ticket orders. */
export interface FileForPrint {
  /** The format's own for `null`. */
  readonly profile: string | null;
  /** As it is taken away, ending included. */
  readonly name: string;
}

export interface Answers {
  /** @throws AnphamError what the request is refused for; `run.queue-full` */
  preview(draft: Draft, piece: PieceDraft, pages: readonly number[] | null): Promise<Preview>;
  fit(draft: Draft, piece: PieceDraft, path: string, limit: number): Promise<Fit>;
  /** One page as PNG, at most so wide and one and a half times as high, px. */
  picture(draft: Draft, piece: PieceDraft, page: number, width: number): Promise<Artifact>;
  /**
   * Whether {@link take} can begin: what is wrong with the request itself is known before anything is drawn.
   * @throws AnphamError what the request is refused for; `run.queue-full`
   */
  check(draft: Draft, piece: PieceDraft, as: TakenAs): Promise<void>;
  take(draft: Draft, piece: PieceDraft, as: TakenAs, print: FileForPrint): Promise<Taken>;
}

/** Pictures of galleries, kept in memory. */
const MOST_PICTURE_BYTES = 48 * 1024 * 1024;

export function openAnswers(threads: Threads, folders: Folders, sources: RequestSources): Answers {
  const pool = threads.pool(FORM);
  const pictures = new LRUCache<string, Artifact>({
    maxSize: MOST_PICTURE_BYTES,
    sizeCalculation: ({ bytes }) => Math.max(1, bytes.byteLength),
  });
  const coming = new Map<string, Promise<Artifact>>();

  const ask = async <K extends FormResult["kind"]>(
    job: FormJob & { readonly kind: K },
  ): Promise<Extract<FormResult, { kind: K }>> => {
    const result = await pool.run(job);
    if (result.kind === "refusal") throw new AnphamError(result.diagnostics);
    return result as Extract<FormResult, { kind: K }>;
  };
  /** The request behind a file to take away. */
  const takenRequest = async (
    draft: Draft,
    piece: PieceDraft,
    as: TakenAs,
    profile: string | null,
  ): Promise<RenderRequest> => {
    const format = catalogueFormat(piece.format);
    const request = await requestOf(draft, piece, sources);
    if (as === "print" || as === "ticket")
      return { ...request, as: "pdf", profile: profile ?? format.profile };
    const [output] = outputsOf(format, { as: [as], profile: "web" });
    return { ...request, as, profile: "web", ppi: output?.ppi ?? null };
  };

  // Galleries ask for dozens of pictures at once: a keystroke never waits behind more than one of them.
  const turn = openTurnstile(Math.max(1, threads.workers - 1));
  const draw = async (request: RenderRequest, page: number): Promise<Artifact> =>
    (await turn(() => ask({ kind: "picture", folders, request, page }))).artifact;

  return {
    preview: async (draft, piece, pages) =>
      ask({ kind: "preview", folders, request: await requestOf(draft, piece, sources), pages }),
    fit: async (draft, piece, path, limit) =>
      ask({ kind: "fit", folders, request: await requestOf(draft, piece, sources), path, limit }),
    async picture(draft, piece, page, width) {
      const { width: across, height } = catalogueFormat(piece.format);
      const perMm = Math.min(width / across, (width * 1.5) / height);
      const request: RenderRequest = {
        ...(await requestOf(draft, piece, sources)),
        as: "png",
        ppi: Math.min(2400, Math.max(0.1, perMm * MM_PER_INCH)),
      };
      const key = JSON.stringify([page, request]);
      const known = pictures.get(key);
      if (known) return known;
      let drawn = coming.get(key);
      if (!drawn) {
        drawn = draw(request, page).finally(() => coming.delete(key));
        coming.set(key, drawn);
      }
      const picture = await drawn;
      pictures.set(key, picture);
      return picture;
    },
    async check(draft, piece, as) {
      await ask({ kind: "check", folders, request: await takenRequest(draft, piece, as, null) });
    },
    async take(draft, piece, as, { profile, name }) {
      const request = await takenRequest(draft, piece, as, profile);
      const { artifacts, ticket, diagnostics } = await ask({
        kind: "files",
        folders,
        request,
        ticket: as === "ticket" ? name : null,
      });
      return { artifacts: ticket ? [ticket] : artifacts, diagnostics };
    },
  };
}
