/** The pages: choosing, and filling. */

import type { FastifyInstance, FastifyReply } from "fastify";
import { AnphamError } from "../../base/diagnostic.ts";
import type { Library } from "../../resolve/library.ts";
import { catalogueFormat } from "../../run/choose.ts";
import { activePiece, type Draft, EMPTY_DRAFT } from "../model/draft.ts";
import { BEFORE, draftFromQuery, draftToQuery, hasRoom } from "../model/draft-link.ts";
import { firstWidth } from "../model/first-picture.ts";
import type { PreviewReply } from "../model/form.ts";
import { knownPieces } from "../model/known-pieces.ts";
import type { Page } from "../model/page.ts";
import type { Answers } from "./answers.ts";
import { baseValues } from "./base-values.ts";
import { catalogueOf } from "./catalogue.ts";
import { formOf } from "./form-fields.ts";
import { gonePictures } from "./gone-pictures.ts";
import { goneFindings } from "./gone-pieces.ts";
import type { PageFiles } from "./page-files.ts";
import { draftFromForm } from "./plain-form.ts";
import { queryOf } from "./query.ts";
import { columnName } from "./rows-routes.ts";
import type { TemplateFacts } from "./template-facts.ts";
import type { Uploads } from "./uploads.ts";

interface Parts {
  readonly library: Library;
  readonly answers: Answers;
  readonly files: PageFiles;
  readonly facts: TemplateFacts;
  readonly uploads: Uploads;
}

export const ROWS = "/nhieu-dong";
export const EDITOR = "/an-pham";

export function addPages(app: FastifyInstance, { library, answers, files, facts, uploads }: Parts): void {
  const written = (page: Page) => files.renderPage(page, files.assets);

  app.get("/", async (request, reply) => {
    const query = queryOf(request);
    const draft = draftFromQuery(query);
    const catalogue = await catalogueOf(library, draft.campaign);
    const first = catalogue.institutions[0]?.id ?? EMPTY_DRAFT.institution;
    const chosen = { ...draft, institution: draft.institution || first };
    reply.type("text/html; charset=utf-8").header("cache-control", "no-cache");
    const gone = goneFindings(knownPieces(draft, catalogue).gone, catalogue);
    return written({ kind: "home", catalogue, draft: chosen, use: query.get("use"), gone });
  });

  const editor = async (linked: Draft, reply: FastifyReply) => {
    const catalogue = await catalogueOf(library, linked.campaign);
    const { draft, gone } = knownPieces(linked, catalogue);
    // The first page says which pieces are gone.
    if (draft.pieces.length === 0 || draft.institution === "")
      return reply.redirect(`/?${draftToQuery(linked)}`, 303);
    const form = await formOf(facts, draft.pieces);
    const [base, look, unseen] = await Promise.all([
      baseValues(library, draft, form.fields),
      firstLook(answers, draft),
      gonePictures(draft, draft.pieces[draft.active]!, { uploads, facts }),
    ]);
    const pictures = hasRoom(draft) ? [] : await pagesInside(answers, draft, look);
    const first = look && { ...look, diagnostics: [...unseen, ...look.diagnostics] };
    reply.type("text/html; charset=utf-8").header("cache-control", "no-cache");
    return written({
      ...{ kind: "editor", catalogue, draft, form, base, first, pictures },
      gone: goneFindings(gone, catalogue),
    });
  };

  app.get(EDITOR, (request, reply) => editor(draftFromQuery(queryOf(request)), reply));

  app.post(EDITOR, async (request, reply) => {
    const sent = queryOf(request);
    const before = draftFromQuery(new URLSearchParams(sent.get(BEFORE) ?? ""));
    const { pieces } = knownPieces(before, await catalogueOf(library, before.campaign)).draft;
    const { fields } = await formOf(facts, pieces);
    const draft = draftFromForm(sent, before, fields, await baseValues(library, before, fields));
    // A draft that no address has room for is shown here.
    return hasRoom(draft) ? reply.redirect(`${EDITOR}?${draftToQuery(draft)}`, 303) : editor(draft, reply);
  });

  app.get(ROWS, async (request, reply) => {
    const draft = draftFromQuery(queryOf(request));
    const piece = activePiece(draft);
    const catalogue = await catalogueOf(library, draft.campaign);
    // Whose piece is gone is told so where others can be chosen.
    if (!piece || knownPieces(draft, catalogue).gone.includes(piece))
      return reply.redirect(`${EDITOR}?${draftToQuery(draft)}`, 303);
    const form = await formOf(facts, [piece]);
    const paths = [...new Set([...OF_EVERY_ROW, ...form.fields.map(({ path }) => path)])];
    const choices = paths.map((path) => ({ path, name: columnName(path) }));
    reply.type("text/html; charset=utf-8").header("cache-control", "no-cache");
    return written({ kind: "rows", catalogue, draft, choices });
  });
}

/** What the rows of a table may fill: what the form asks for, and whose piece it is. */
const OF_EVERY_ROW: readonly string[] = [
  "institution",
  "institution.name",
  "institution.governingBody",
  "institution.province",
];

/** Findings for the page as it is sent; its picture is loaded as a picture. */
async function firstLook(answers: Answers, draft: Draft): Promise<PreviewReply | null> {
  const piece = activePiece(draft);
  if (!piece) return null;
  try {
    const { pageCount, bleed, diagnostics, sayings, places } = await answers.preview(draft, piece, []);
    return { pages: [], pageCount, bleed, diagnostics, sayings, places, took: 0 };
  } catch (thrown) {
    if (!(thrown instanceof AnphamError)) throw thrown;
    return {
      pages: [],
      pageCount: 1,
      bleed: 0,
      diagnostics: thrown.diagnostics,
      sayings: {},
      places: {},
      took: 0,
    };
  }
}

/** The pages of the active piece as they are sent inside of the form's page: nothing when it cannot be drawn. */
async function pagesInside(
  answers: Answers,
  draft: Draft,
  look: PreviewReply | null,
): Promise<readonly string[]> {
  const piece = activePiece(draft);
  if (!piece || !look) return [];
  const width = firstWidth(catalogueFormat(piece.format));
  const drawn: string[] = [];
  try {
    for (let page = 0; page < look.pageCount; page++) {
      const { bytes } = await answers.picture(draft, piece, page, width);
      drawn.push(`data:image/png;base64,${Buffer.from(bytes).toString("base64")}`);
    }
  } catch (thrown) {
    // The findings say why.
    if (!(thrown instanceof AnphamError)) throw thrown;
  }
  return drawn;
}
