/** Files to take away: one piece, or the whole set as a ZIP. */

import type { FastifyInstance, FastifyReply } from "fastify";
import { AnphamError, diagnose } from "../../base/diagnostic.ts";
import { slug } from "../../base/vietnamese/slug.ts";
import type { Library } from "../../resolve/library.ts";
import { catalogueFormat } from "../../run/choose.ts";
import { fileMark } from "../../run/names.ts";
import { zipStream } from "../../run/zip.ts";
import { type Draft, OWN_INSTITUTION } from "../model/draft.ts";
import { type Answers, TAKEN_AS, type TakenAs } from "./answers.ts";
import { MEDIA_ENDINGS } from "./file-names.ts";
import { asked, queryOf, sentDraft } from "./query.ts";
import { checkSet, pagesOf, type SetFile, setFilesOf, zipEntries } from "./set-files.ts";

interface Parts {
  readonly library: Library;
  readonly answers: Answers;
}

export function addDownloads(app: FastifyInstance, { library, answers }: Parts): void {
  app.route({
    method: ["GET", "POST"],
    url: "/form/file",
    handler: async (request, reply) => {
      const query = sentDraft(queryOf(request));
      const { draft, piece } = asked(query);
      const as = takenAs(query.get("as"));
      const profile = query.get("profile");
      const stem = await stemOf(library, draft, { piece, as }, profile);
      const name = `${await stemOf(library, draft, { piece, as: "print" }, profile)}.pdf`;
      const { artifacts } = await answers.take(draft, piece, as, { profile, name });
      const [only] = artifacts;
      if (!only) throw new AnphamError([diagnose("internal.unexpected", { reason: "no file came out" })]);
      if (artifacts.length === 1) {
        attach(reply, `${stem}.${MEDIA_ENDINGS[only.mediaType] ?? "bin"}`, only.mediaType);
        return reply.send(Buffer.from(only.bytes));
      }
      const year = await yearOf(library, draft);
      attach(reply, `${stem}.zip`, "application/zip");
      return reply.send(zipStream(pagesOf(stem, artifacts), year));
    },
  });

  app.route({
    method: ["GET", "POST"],
    url: "/form/set",
    handler: async (request, reply) => {
      const query = sentDraft(queryOf(request));
      const { draft } = asked(query);
      const files = setFilesOf(draft, query.get("kinds")?.split(",") ?? ["print", "png"]);
      await checkSet(draft, files, answers);
      const entries = zipEntries(draft, files, {
        answers,
        stemOf: (file) => stemOf(library, draft, file, null),
        onFault: (thrown) => request.log.error({ err: thrown }, "a file of a set"),
      });
      const year = await yearOf(library, draft);
      attach(reply, `bo-an-pham-${await institutionSlug(library, draft)}.zip`, "application/zip");
      return reply.send(zipStream(entries, year));
    },
  });
}

/** All entries of an archive carry the campaign's year: the same set is the same file. */
const yearOf = async (library: Library, { campaign }: Draft): Promise<number> =>
  (await library.campaigns.load(campaign)).year;

function takenAs(text: string | null): TakenAs {
  const found = TAKEN_AS.find((each) => each === text);
  if (found) return found;
  throw new AnphamError([
    diagnose(
      "request.invalid-field",
      {
        path: "as",
        reasonVi: `không có loại “${text ?? ""}”`,
        reason: `there is no type “${text ?? ""}”`,
        expectedVi: TAKEN_AS.join(", "),
        expected: TAKEN_AS.join(", "),
      },
      { path: "as" },
    ),
  ]);
}

/**
 * `to-roi-a5-cd-y-te-in`, `pa-no-4-3-m-cd-y-te-in-ty-le-1-10`: tells an officer, and the shop, what it is when it lies
 * among others.
 * @param profile of the file for print; the format's own for `null`
 */
async function stemOf(
  library: Library,
  draft: Draft,
  { piece: { template, format }, as }: Pick<SetFile, "piece" | "as">,
  profile: string | null,
): Promise<string> {
  const { name, profile: own } = catalogueFormat(format);
  const scale = as === "print" ? fileMark(await library.profiles.load(profile ?? own)) : "";
  const kind = { print: `-in${scale}`, ticket: "-phieu-dat-in", pdf: "-xem", png: "", jpeg: "" }[as];
  const shared = (await library.templates.load(template)).name.vi;
  const what = slug(name.vi) || slug(shared);
  return `${what}-${await institutionSlug(library, draft)}${kind}`;
}

async function institutionSlug(library: Library, { institution, data }: Draft): Promise<string> {
  const typed = data["institution.name"];
  if (typeof typed === "string" && typed.trim() !== "") return slug(typed).slice(0, 60);
  if (institution === OWN_INSTITUTION) return "truong";
  return (await library.institutions.ids()).includes(institution) ? institution : "truong";
}

/** Stems are letters, digits and hyphens, so that the name needs no quoting of its own. */
function attach(reply: FastifyReply, name: string, type: string): void {
  reply
    .type(type)
    .header("content-disposition", `attachment; filename="${name.replace(/[^\w.-]/g, "-")}"`)
    .header("cache-control", "no-store");
}
