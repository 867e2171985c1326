/** What manifests add up to: how much was made, for whom, in which formats and campaigns. */

import type { Format } from "../../model/format.ts";
import { FORMATS } from "../../model/formats/index.ts";
import type { ManifestEntry } from "../manifest.ts";

export interface Amount {
  /** Of one name, template, format and theme, whatever their number of files. */
  readonly pieces: number;
  readonly files: number;
  /** Bytes of all files. */
  readonly bytes: number;
  readonly printPieces: number;
  readonly screenPieces: number;
  /** Pieces with an error or a warning. */
  readonly toLookAt: number;
}

export interface Group {
  readonly id: string;
  readonly name: string;
  readonly amount: Amount;
}

/** Pieces of an institution in a format for a campaign. */
export interface SummaryLine {
  readonly institution: string;
  readonly format: string;
  readonly formatName: string;
  readonly medium: Format["medium"] | null;
  readonly campaign: string;
  readonly amount: Amount;
}

export interface Summary {
  readonly total: Amount;
  /** In the order of the alphabet. */
  readonly institutions: readonly Group[];
  /** In the order of the catalogue. */
  readonly formats: readonly Group[];
  readonly campaigns: readonly Group[];
  /** Everything once, by institution, then format, then campaign. */
  readonly lines: readonly SummaryLine[];
}

/** Adds up manifests; each counts on its own, for rows of different runs are different pieces. */
export function summarise(manifests: readonly Iterable<ManifestEntry>[]): Summary {
  const total = new Sum();
  const institutions = new Map<string, Sum>();
  const formats = new Map<string, Sum>();
  const campaigns = new Map<string, Sum>();
  const lines = new Map<string, { readonly entry: ManifestEntry; readonly sum: Sum }>();
  for (const [number, entries] of manifests.entries()) {
    for (const entry of entries) {
      const { institution, format, campaign } = entry;
      const key = JSON.stringify([institution, format, campaign]);
      const line = lines.get(key) ?? { entry, sum: new Sum() };
      lines.set(key, line);
      for (const sum of [
        total,
        line.sum,
        sumOf(institutions, institution),
        sumOf(formats, format),
        sumOf(campaigns, campaign),
      ]) {
        sum.add(number, entry);
      }
    }
  }
  const byName = new Intl.Collator("vi", { numeric: true }).compare;
  const place = (id: string) => FORMATS.findIndex((format) => format.id === id);
  return {
    total: total.amount(),
    institutions: groupsOf(institutions, (id) => id).sort((a, b) => byName(a.name, b.name)),
    formats: groupsOf(formats, formatName).sort((a, b) => place(a.id) - place(b.id)),
    campaigns: groupsOf(campaigns, (id) => id).sort((a, b) => byName(a.name, b.name)),
    lines: [...lines.values()]
      .map(({ entry: { institution, format, campaign }, sum }) => ({
        ...{ institution, format, campaign },
        formatName: formatName(format),
        medium: formatOf(format)?.medium ?? null,
        amount: sum.amount(),
      }))
      .sort(
        (a, b) =>
          byName(a.institution, b.institution) ||
          place(a.format) - place(b.format) ||
          byName(a.campaign, b.campaign),
      ),
  };
}

class Sum {
  #files = 0;
  #bytes = 0;
  /** Pieces by medium, and those to look at. */
  readonly #pieces = new Map<string, { readonly isPrint: boolean; toLookAt: boolean }>();

  add(manifest: number, entry: ManifestEntry): void {
    const { template, format, theme, size, diagnostics } = entry;
    this.#files++;
    this.#bytes += size;
    const key = JSON.stringify([manifest, pieceName(entry), template, format, theme]);
    const piece = this.#pieces.get(key) ?? {
      isPrint: formatOf(format)?.medium !== "screen",
      toLookAt: false,
    };
    if (diagnostics.some(({ severity }) => severity !== "note")) piece.toLookAt = true;
    this.#pieces.set(key, piece);
  }

  amount(): Amount {
    const pieces = [...this.#pieces.values()];
    const printPieces = pieces.filter(({ isPrint }) => isPrint).length;
    return {
      pieces: pieces.length,
      files: this.#files,
      bytes: this.#bytes,
      printPieces,
      screenPieces: pieces.length - printPieces,
      toLookAt: pieces.filter(({ toLookAt }) => toLookAt).length,
    };
  }
}

/**
 * What the files of a piece have in common. Not its row: rows move, and files whose row is gone keep the number that
 * another row has now. Rows of a merged run are told apart behind the file's extension.
 */
const pieceName = ({ file, files }: ManifestEntry): string =>
  file.replace(files > 1 ? /[.-]\d+\.[a-z]+$/u : /\.[a-z]+$/u, "");

function sumOf(sums: Map<string, Sum>, id: string): Sum {
  const sum = sums.get(id) ?? new Sum();
  sums.set(id, sum);
  return sum;
}

const groupsOf = (sums: ReadonlyMap<string, Sum>, nameOf: (id: string) => string): Group[] =>
  [...sums].map(([id, sum]) => ({ id, name: nameOf(id), amount: sum.amount() }));

const formatOf = (id: string): Format | undefined => FORMATS.find((format) => format.id === id);
/** An older catalogue may have had a format that this one lacks. */
const formatName = (id: string): string => formatOf(id)?.name.vi ?? id;
