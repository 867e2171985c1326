/** File names, without their extension, that every file system takes and no two rows share. */

/**
 * UTF-8 bytes. File systems take 255 for a whole name; the rest is for the page, the extension, and the temporary
 * name under which a file is written.
 */
export const LONGEST_STEM = 180;

/** Windows keeps these for devices, in any case and with any extension. */
const RESERVED = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])$/iu;
/** What a run writes beside its pieces. */
const OWN = /^contact-sheet(?:-\d+)?$/iu;
/** Separators of folders, what Windows refuses, what shells and addresses read, and dots, which begin extensions. */
const SEPARATING = /[\s/\\:*?"<>|.%#]+/gu;
/** Control characters, marks that turn the direction of writing, halves of surrogate pairs, unassigned places. */
const UNSEEN = /[\p{C}\p{Default_Ignorable_Code_Point}]/gu;

/** Any text as a file name, letters and marks kept. Empty when nothing is left, or the name belongs to a system. */
export function fileStem(text: string): string {
  const plain = text.normalize("NFC").replace(SEPARATING, "-").replace(UNSEEN, "").replace(/-{2,}/gu, "-");
  const stem = cut(plain.replace(/^[-~]+/u, ""), LONGEST_STEM);
  return RESERVED.test(stem) || OWN.test(stem) ? "" : stem;
}

const segmenter = new Intl.Segmenter("vi", { granularity: "grapheme" });

/** As many whole letters as fit. */
function cut(text: string, bytes: number): string {
  let room = bytes;
  let kept = "";
  for (const { segment } of segmenter.segment(text)) {
    room -= Buffer.byteLength(segment);
    if (room < 0) break;
    kept += segment;
  }
  return kept.replace(/-+$/u, "");
}

export interface GivenStem {
  readonly stem: string;
  /** The row that has the name that was wished for; `null` when this one got it. */
  readonly takenBy: number | null;
}

/** Gives each row a name of its own, in the order of rows: the wish, or the wish with `-2`, `-3` behind it. */
export function createStems(): (wish: string, row: number) => GivenStem {
  /** Rows by name as the file systems of Windows and macOS compare them. */
  const taken = new Map<string, number>();
  /** Where counting goes on, so that a thousand equal names do not count a thousand times. */
  const next = new Map<string, number>();
  const key = (stem: string) => stem.normalize("NFC").toLowerCase();
  return (wish, row) => {
    const base = wish === "" ? `row-${row}` : wish;
    const takenBy = taken.get(key(base)) ?? null;
    let stem = base;
    for (let i = next.get(key(base)) ?? 2; taken.has(key(stem)); i++) {
      stem = `${cut(base, LONGEST_STEM - String(i).length - 1)}-${i}`;
      next.set(key(base), i + 1);
    }
    taken.set(key(stem), row);
    return { stem, takenBy };
  };
}

/** `card.pdf`; `card.1.png`, `card.2.png` for several files: a stem has no dots, so no other row can have that name. */
export function pieceFile(stem: string, extension: string, page: number, files: number): string {
  const digits = String(files).length;
  return files === 1 ? `${stem}.${extension}` : `${stem}.${String(page).padStart(digits, "0")}.${extension}`;
}
