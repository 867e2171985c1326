/** The query of a request, wherever it came along. */

import type { FastifyRequest } from "fastify";
import { AnphamError, diagnose } from "../../base/diagnostic.ts";
import type { Draft, PieceDraft } from "../model/draft.ts";
import { BEFORE, draftFromQuery } from "../model/draft-link.ts";

export function queryOf({ body, url }: FastifyRequest): URLSearchParams {
  if (body instanceof URLSearchParams) return body;
  const mark = url.indexOf("?");
  return new URLSearchParams(mark < 0 ? "" : url.slice(mark + 1));
}

/** Of a form without script, the draft that its page was written from, and what is asked for. */
export function sentDraft(sent: URLSearchParams): URLSearchParams {
  const before = sent.get(BEFORE);
  if (before === null) return sent;
  const query = new URLSearchParams(before);
  const as = sent.get("as");
  if (as !== null) query.set("as", as);
  return query;
}

/** A draft and the piece of it that `index` names, else the one that is looked at. */
export function asked(query: URLSearchParams): { readonly draft: Draft; readonly piece: PieceDraft } {
  const draft = draftFromQuery(query);
  const index = query.get("index");
  const piece = draft.pieces[index === null ? draft.active : Number(index)];
  if (!piece) {
    throw new AnphamError([
      diagnose(
        "request.invalid-field",
        {
          path: "piece",
          reasonVi: "chưa chọn ấn phẩm",
          reason: "no piece is chosen",
          expectedVi: "mẫu/khổ",
          expected: "template/format",
        },
        { path: "piece" },
      ),
    ]);
  }
  return { draft, piece };
}

/** A whole number of a query, within bounds. */
export function numberIn(
  query: URLSearchParams,
  key: string,
  [least, most]: readonly [number, number],
  usual: number,
): number {
  const value = Number(query.get(key) ?? usual);
  return Number.isFinite(value) ? Math.min(most, Math.max(least, Math.round(value))) : usual;
}
