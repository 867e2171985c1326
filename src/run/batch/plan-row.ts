/** What has to be rendered for a row, and which of its files are there already. */

import { AnphamError, type Diagnostic, diagnose, hasErrors } from "../../base/diagnostic.ts";
import { isSameData } from "../../base/same-data.ts";
import type { Institution } from "../../model/institution.ts";
import { EXTENSIONS } from "../../model/output-files.ts";
import { type RenderRequest, renderRequest } from "../../model/request.ts";
import type { Library } from "../../resolve/library.ts";
import { type CheckedRequest, readRequest } from "../../resolve/read-request.ts";
import { institutionName } from "../institution-name.ts";
import { type KeptCheck, keptFiles } from "../kept-files.ts";
import type { ManifestEntry } from "../manifest.ts";
import { fileMarkOf, withoutFileMark } from "../names.ts";
import type { PieceOutput } from "../outputs.ts";
import type { MappedRow } from "../rows/map-row.ts";
import { rowFindings } from "../rows/row-findings.ts";
import { requestOf } from "../rows/row-request.ts";
import { type BatchPiece, rowRequest } from "./batch-piece.ts";
import { createStems, fileStem, pieceFile } from "./file-stem.ts";
import type { NamePattern } from "./name-pattern.ts";
import { overruled } from "./overruled.ts";
import { type PlannedThumbnail, planThumbnail } from "./proof/thumbnail-files.ts";
import { twinFinder, withoutNameGuesses } from "./twins.ts";

/** One file type of a row's piece. */
export interface PlannedOutput {
  readonly output: PieceOutput;
  readonly request: RenderRequest;
  /** {@link ManifestEntry.inputs}. */
  readonly inputs: string;
  /** Of its files: the row's, and what tells that they are not of the piece's size. */
  readonly stem: string;
}

export interface PlannedRow {
  readonly row: MappedRow;
  /** What the names of its files begin with. */
  readonly stem: string;
  readonly institution: string;
  readonly campaign: string;
  readonly theme: string;
  readonly missing: readonly PlannedOutput[];
  /** Files of earlier runs that are as they would come out now, told of this row. */
  readonly kept: readonly ManifestEntry[];
  /** Those of them that the manifest tells of another row, or of other columns. */
  readonly moved: readonly ManifestEntry[];
  /** `null` when no proof is made. */
  readonly thumbnail: PlannedThumbnail | null;
  /** With an error, nothing is to be rendered. */
  readonly diagnostics: readonly Diagnostic[];
}

export interface PlannerOptions {
  readonly piece: BatchPiece;
  readonly nameOf: NamePattern;
  readonly library: Library;
  readonly hash: (request: CheckedRequest) => Promise<string>;
  readonly check: KeptCheck;
  readonly proof: boolean;
}

const DEFAULT_THEME = renderRequest.shape.theme.parse(undefined);

/** Plans rows in their order: a name goes to the first row that wishes for it, whether or not it can be rendered. */
export function rowPlanner(options: PlannerOptions): (row: MappedRow) => Promise<PlannedRow> {
  const { piece, nameOf, library, hash, check } = options;
  const giveStem = createStems();
  const twinsOf = twinFinder();

  const named = async (row: MappedRow, theme: string) => {
    const { format, template } = piece;
    const common = { row: String(row.number), format: format.id, template: template.id, theme };
    const request = requestOf(row, piece.content);
    const institution = await institutionNamed(request, library);
    const { text, empty } = nameOf({ ...common, slug: row.slug, request, institution });
    const wish = withoutFileMark(fileStem(text));
    const { stem, takenBy } = giveStem(wish, row.number);
    const told = empty.map((field) =>
      diagnose("run.empty-name-field", { field, name: stem }, { path: field }),
    );
    if (takenBy !== null) told.push(diagnose("run.name-taken", { wish, other: takenBy, name: stem }));
    return { stem, told, isTaken: takenBy !== null };
  };

  return async (row) => {
    const theme = String(row.request.theme ?? piece.content.theme ?? DEFAULT_THEME);
    const { stem, told, isTaken } = await named(row, theme);
    const own = withoutNameGuesses(row.diagnostics);
    let asked: Partial<RenderRequest> = row.request;
    const unusable = (found: readonly Diagnostic[]): PlannedRow => ({
      ...{
        row,
        stem,
        theme,
        institution: row.title ?? "",
        campaign: "",
        missing: [],
        kept: [],
        moved: [],
        thumbnail: null,
      },
      // What it would be called matters once it can be rendered.
      diagnostics: [...own, ...rowFindings(found, row, asked)],
    });
    if (hasErrors(row.diagnostics)) return unusable([]);
    try {
      const wanted = piece.outputs.map((output) => {
        const request = rowRequest(piece, output, row);
        return { output, request, checked: readRequest(request) };
      });
      const [first] = wanted;
      const { request } = first!;
      asked = request;
      told.push(...overruled(piece, row));
      // Of two with one name, the file's name tells already.
      told.push(...twinsOf(row, request).filter(({ code }) => !isTaken || code !== "run.same-subject"));
      const missing: PlannedOutput[] = [];
      const kept: ManifestEntry[] = [];
      const moved: ManifestEntry[] = [];
      for (const { output, request, checked } of wanted) {
        const inputs = await hash(checked);
        const ownStem = `${stem}${await fileMarkOf(checked, library)}`;
        const fileOf = (page: number, files: number) =>
          pieceFile(ownStem, EXTENSIONS[output.as], page, files);
        const there = await keptFiles(fileOf, inputs, check);
        if (!there) missing.push({ output, request, inputs, stem: ownStem });
        for (const entry of there ?? []) {
          const here = entryOfRow(entry, row, request);
          kept.push(here);
          if (!isSameData(here, entry)) moved.push(here);
        }
      }
      const { checked } = first!;
      return {
        ...{ row, stem, missing, kept, moved },
        thumbnail: options.proof ? await planThumbnail(row, piece, hash, check.store) : null,
        theme: checked.theme,
        campaign: checked.campaign,
        institution: await institutionName(checked, library),
        diagnostics: [...own, ...rowFindings(told, row, request)],
      };
    } catch (thrown) {
      if (!(thrown instanceof AnphamError)) throw thrown;
      return unusable(thrown.diagnostics);
    }
  };
}

/** `null` where the request names none that is there: what is wrong with it is told otherwise. */
const institutionNamed = async (
  { institution }: RenderRequest,
  library: Library,
): Promise<Institution | null> =>
  typeof institution === "string" ? library.institutions.load(institution).catch(() => null) : null;

/** The entry with the row, and in its findings the places, that its content has in the table now. */
function entryOfRow(entry: ManifestEntry, row: MappedRow, request: RenderRequest): ManifestEntry {
  const found = entry.diagnostics.map((each) => {
    const { row: _row, line: _line, column: _column, header: _header, ...where } = each.where;
    return { ...each, where };
  });
  return { ...entry, row: row.number, diagnostics: [...rowFindings(found, row, request)] };
}
