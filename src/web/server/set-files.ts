/** The files of a whole set: what the requests themselves rule out is told before the first one is made. */

import { AnphamError, type Diagnostic, diagnosticsOf } from "../../base/diagnostic.ts";
import type { Artifact } from "../../model/artifact.ts";
import type { Format } from "../../model/format.ts";
import { catalogueFormat } from "../../run/choose.ts";
import type { ZipEntry } from "../../run/zip.ts";
import type { Draft, PieceDraft } from "../model/draft.ts";
import { type Answers, TAKEN_AS, type TakenAs } from "./answers.ts";
import { MEDIA_ENDINGS } from "./file-names.ts";

export interface SetFile {
  readonly piece: PieceDraft;
  readonly format: Format;
  readonly as: TakenAs;
}

/**
 * @param kinds what is wanted of each piece
 * @throws AnphamError `request.unknown-id` for a format that there is not
 */
export function setFilesOf({ pieces }: Draft, kinds: readonly string[]): readonly SetFile[] {
  return pieces.flatMap((piece) => {
    const format = catalogueFormat(piece.format);
    // What screens show needs no file for print.
    const wanted = TAKEN_AS.filter(
      (as) => kinds.includes(as) && (format.medium === "print" || as === "png" || as === "jpeg"),
    );
    return (wanted.length > 0 ? wanted : (["png"] as const)).map((as) => ({ piece, format, as }));
  });
}

/** @throws AnphamError with every refusal once, under the names of the pieces that it is about; `run.queue-full` */
export async function checkSet(draft: Draft, files: readonly SetFile[], answers: Answers): Promise<void> {
  const refusals = new Map<string, { readonly finding: Diagnostic; readonly formats: Set<Format> }>();
  for (const { piece, format, as } of files) {
    try {
      await answers.check(draft, piece, as);
    } catch (thrown) {
      if (!(thrown instanceof AnphamError)) throw thrown;
      for (const finding of thrown.diagnostics) {
        const key = `${finding.code} ${finding.message.en}`;
        const known = refusals.get(key);
        if (known) known.formats.add(format);
        else refusals.set(key, { finding, formats: new Set([format]) });
      }
    }
  }
  if (refusals.size === 0) return;
  throw new AnphamError(
    [...refusals.values()].map(({ finding, formats }) => underNames(finding, [...formats])),
  );
}

const underNames = (finding: Diagnostic, formats: readonly Format[]): Diagnostic => ({
  ...finding,
  message: {
    vi: `${formats.map(({ name }) => name.vi).join(", ")}: ${finding.message.vi}`,
    en: `${formats.map(({ name }) => name.en).join(", ")}: ${finding.message.en}`,
  },
});

interface ZipParts {
  readonly answers: Answers;
  /** What a file is called, without its ending. */
  readonly stemOf: (file: SetFile) => Promise<string>;
  readonly onFault: (thrown: unknown) => void;
}

/** One after the other as they are made. In the place of a file that cannot be made stands a text that says why. */
export async function* zipEntries(
  draft: Draft,
  files: readonly SetFile[],
  { answers, stemOf, onFault }: ZipParts,
): AsyncGenerator<ZipEntry> {
  const names = new Set<string>();
  for (const file of files) {
    const stem = await stemOf(file);
    const print = { profile: null, name: `${await stemOf({ ...file, as: "print" })}.pdf` };
    let entries: readonly ZipEntry[];
    try {
      entries = pagesOf(stem, (await answers.take(draft, file.piece, file.as, print)).artifacts);
    } catch (thrown) {
      onFault(thrown);
      entries = [missing(stem, file, diagnosticsOf(thrown))];
    }
    for (const entry of entries) {
      let { name } = entry;
      for (let n = 2; names.has(name); n++) name = entry.name.replace(/(\.\w+)$/u, `-${n}$1`);
      names.add(name);
      yield { name, bytes: entry.bytes };
    }
  }
}

/** Pages are numbered when there are several. */
export const pagesOf = (stem: string, artifacts: readonly Artifact[]): readonly ZipEntry[] =>
  artifacts.map(({ bytes, mediaType, page }) => {
    const number = artifacts.length > 1 ? `-trang-${page}` : "";
    return { name: `${stem}${number}.${MEDIA_ENDINGS[mediaType] ?? "bin"}`, bytes };
  });

/** Capitals come first where names are in order. */
function missing(stem: string, { format }: SetFile, findings: readonly Diagnostic[]): ZipEntry {
  const text = [
    `${format.name.vi}: không làm được tệp này. Các tệp khác của bộ vẫn dùng được.`,
    ...findings.map(({ message, hint }) => `- ${message.vi} ${hint.vi}`),
    "",
    `${format.name.en}: this file could not be made. The other files of the set are good.`,
    ...findings.map(({ code, message, hint }) => `- ${message.en} ${hint.en} [${code}]`),
    "",
  ].join("\n");
  return { name: `KHONG-LAM-DUOC-${stem}.txt`, bytes: Buffer.from(text) };
}
