/** What a person has decided so far: everything a form holds, as plain data. */

/** Texts and lists laid over the brief, by the path of a request's `data`: `lead`, `contact.phones`. */
export type Overrides = Readonly<Record<string, unknown>>;

/** What a draft without event is for. */
export const NO_EVENT = "Tuyển sinh hằng năm";

/** One piece of the set. */
export interface PieceDraft {
  readonly template: string;
  readonly format: string;
  /** `null`: as the whole set. */
  readonly theme: string | null;
  /** What only this piece says otherwise. */
  readonly data: Overrides;
}

export interface Colors {
  /** `#rrggbb` */
  readonly primary: string;
  readonly accent: string;
}

export interface Draft {
  /** An id, or {@link OWN_INSTITUTION}. */
  readonly institution: string;
  readonly campaign: string;
  readonly audience: string | null;
  readonly event: string | null;
  readonly message: string | null;
  readonly theme: string;
  /** `null`: the institution's own. */
  readonly colors: Colors | null;
  readonly data: Overrides;
  readonly pieces: readonly PieceDraft[];
  /** Index of the piece that is looked at. */
  readonly active: number;
}

/** An institution that the library does not have: everything about it is typed. */
export const OWN_INSTITUTION = "own";

/** More would no longer be one look. */
export const MOST_PIECES = 60;

export const EMPTY_DRAFT: Draft = {
  institution: "",
  campaign: "gdnn-2026",
  audience: null,
  event: null,
  message: null,
  theme: "vuon-len",
  colors: null,
  data: {},
  pieces: [],
  active: 0,
};

export const pieceKey = ({ template, format }: Pick<PieceDraft, "template" | "format">): string =>
  `${template}/${format}`;

export const activePiece = ({ pieces, active }: Draft): PieceDraft | undefined => pieces[active] ?? pieces[0];

/** What a piece says: the set's texts under its own. */
export const overridesOf = ({ data }: Draft, piece: PieceDraft): Overrides => ({ ...data, ...piece.data });

/** `{ "contact.phones": […] }` → `{ contact: { phones: […] } }`; a path goes over the group that holds it. */
export function nested(overrides: Overrides): Record<string, unknown> {
  const root = new Map<string, unknown>();
  const paths = Object.keys(overrides).sort(
    (a, b) => a.split(".").length - b.split(".").length || (a < b ? -1 : 1),
  );
  for (const path of paths) {
    const parts = path.split(".");
    const last = parts.pop() ?? path;
    let branch = root;
    for (const part of parts) {
      const next = branch.get(part);
      // A phrase that is a bare text so far: “.short” makes it a group.
      const group =
        next instanceof Map
          ? next
          : new Map<string, unknown>(typeof next === "string" ? [["text", next]] : []);
      branch.set(part, group);
      branch = group;
    }
    branch.set(last, overrides[path]);
  }
  return plain(root);
}

/** `fromEntries` defines own fields, so even a field called __proto__ stays a field. */
const plain = (branch: Map<string, unknown>): Record<string, unknown> =>
  Object.fromEntries([...branch].map(([key, value]) => [key, value instanceof Map ? plain(value) : value]));
