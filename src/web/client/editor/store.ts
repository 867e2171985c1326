/** Everything that the editor knows, and what can be done with it. One for each open page. */

import { batch, computed, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import type { Catalogue, FormatCard, TemplateCard } from "../../model/catalogue.ts";
import { activePiece, type Draft, type Overrides, type PieceDraft, pieceKey } from "../../model/draft.ts";
import { pieceQuery } from "../../model/draft-link.ts";
import type { BaseValues, Form, FormField, PreviewReply } from "../../model/form.ts";
import type { EditorPage } from "../../model/page.ts";
import { shownValue } from "../../model/shown-value.ts";
import { type PlainFinding, plainFindings } from "./plain-words.ts";

/** What is known of one piece of the set. */
export interface PieceView extends Omit<PreviewReply, "pages" | "took"> {
  /** Addresses of drawn pages, by page from 0. */
  readonly pictures: Readonly<Record<number, string>>;
  /** Whether the pictures show the draft as it is now. */
  readonly isFresh: boolean;
  /** Whether the engine refused the draft: then the pictures show it as it was before. */
  readonly isRefused: boolean;
  /** The draft that the diagnostics are of, as {@link pieceQuery} has it; `null` before there are any. */
  readonly judged: string | null;
}

export type Scope = "set" | "piece";

export interface Toast {
  readonly text: string;
  /** Takes back the last change, so that the next one ends it. `run` also says where the focus goes on. */
  readonly action: { readonly name: string; readonly run: () => void } | null;
}

export interface Store {
  readonly catalogue: Catalogue;
  /** Of the page as it was sent. */
  readonly firstPictures: readonly string[];
  readonly draft: ReadonlySignal<Draft>;
  readonly form: Signal<Form>;
  readonly base: Signal<BaseValues>;
  readonly views: Signal<Readonly<Record<string, PieceView>>>;
  readonly piece: ReadonlySignal<PieceDraft>;
  readonly format: ReadonlySignal<FormatCard>;
  readonly template: ReadonlySignal<TemplateCard>;
  readonly view: ReadonlySignal<PieceView>;
  /** What is wrong with the piece that is looked at, the worst first. */
  readonly findings: ReadonlySignal<readonly PlainFinding[]>;
  /** Whether {@link findings} are of the draft as it is now. */
  readonly isJudged: ReadonlySignal<boolean>;
  readonly page: Signal<number>;
  readonly scope: Signal<Scope>;
  /** Path of the field that has the focus. */
  readonly focus: Signal<string | null>;
  /** Characters of room, by `piece path`. `undefined` while nobody has asked. */
  readonly fits: Signal<Readonly<Record<string, number | null>>>;
  /** Whether the server answers. */
  readonly isAway: Signal<boolean>;
  readonly toast: Signal<Toast | null>;
  readonly canUndo: ReadonlySignal<boolean>;
  readonly canRedo: ReadonlySignal<boolean>;
  /** Whether changes are for the piece that is looked at alone; a single piece is its set. */
  readonly isForPiece: ReadonlySignal<boolean>;
  /** @param mark changes with one mark that follow each other quickly are one step to undo */
  change(next: Draft, mark?: string): void;
  /** Goes on with another draft, as if the page had come with it. */
  open(next: Draft): void;
  /** Looks at another piece, which is no change to undo. */
  look(index: number): void;
  undo(): void;
  redo(): void;
  /** What a field says now. */
  fieldValue(path: string): unknown;
  /** Says something else in a field; what the sources say anyway is no change. */
  say(path: string, value: unknown): void;
  /** Several fields as one step to undo. @param mark as {@link change} has it */
  sayAll(values: Overrides, mark?: string): void;
  /** Back to what the sources say; for a piece alone, to what its set says. */
  unsay(path: string): void;
  /** Whether {@link unsay} would change anything. */
  isSaid(path: string): boolean;
  fieldOf(path: string): FormField | undefined;
  formatOf(piece: PieceDraft): FormatCard;
}

/** Before anything was drawn. */
export const NOTHING: PieceView = {
  pictures: {},
  pageCount: 1,
  bleed: 0,
  diagnostics: [],
  sayings: {},
  places: {},
  isFresh: false,
  isRefused: false,
  judged: null,
};

/** Quick typing is one step. */
const STEP_MS = 1200;
const MOST_STEPS = 200;

export function openStore({
  catalogue,
  draft: first,
  form,
  base,
  first: look,
  pictures: firstPictures,
}: EditorPage): Store {
  const draft = signal(first);
  const past = signal<readonly Draft[]>([]);
  const future = signal<readonly Draft[]>([]);
  let last = { mark: "", at: 0 };

  const piece = computed(() => activePiece(draft.value)!);
  const formatOf = ({ format }: PieceDraft) => catalogue.formats.find(({ id }) => id === format)!;
  const active = activePiece(first)!;
  const views = signal<Readonly<Record<string, PieceView>>>(
    look ? { [pieceKey(active)]: { ...NOTHING, ...look, judged: pieceQuery(first, active).toString() } } : {},
  );
  const baseValues = signal(base);
  const scope = signal<Scope>("set");

  const change = (next: Draft, mark = "") => {
    const now = Date.now();
    const isSameStep = mark !== "" && mark === last.mark && now - last.at < STEP_MS;
    last = { mark, at: now };
    endOffer();
    batch(() => {
      if (!isSameStep) past.value = [...past.value, draft.value].slice(-MOST_STEPS);
      future.value = [];
      draft.value = next;
    });
  };
  const toast = signal<Toast | null>(null);
  const endOffer = () => {
    if (toast.peek()?.action) toast.value = null;
  };
  const step = (from: Signal<readonly Draft[]>, to: Signal<readonly Draft[]>) => {
    const next = from.value.at(-1);
    if (!next) return;
    last = { mark: "", at: 0 };
    endOffer();
    batch(() => {
      from.value = from.value.slice(0, -1);
      to.value = [...to.value, draft.value];
      draft.value = next;
    });
  };
  const fieldValue = (path: string): unknown => shownValue(draft.value, piece.value, baseValues.value, path);
  const isForPiece = computed(() => scope.value === "piece" && draft.value.pieces.length > 1);
  /** What is said for the set is said by the piece that is looked at too: its own text gives way. */
  const laid = (change: (data: Record<string, unknown>) => void, paths: readonly string[], mark: string) => {
    const now = draft.value;
    const changed = (before: Overrides): Overrides => {
      const data = { ...before };
      change(data);
      return data;
    };
    const ownNow = (before: Overrides): Overrides =>
      isForPiece.value ? changed(before) : without(before, paths);
    const pieces = now.pieces.map((each) =>
      each === piece.value ? { ...each, data: ownNow(each.data) } : each,
    );
    store.change({ ...now, pieces, data: isForPiece.value ? now.data : changed(now.data) }, mark);
  };

  const store: Store = {
    catalogue,
    firstPictures,
    draft,
    form: signal(form),
    base: baseValues,
    views,
    piece,
    format: computed(() => formatOf(piece.value)),
    template: computed(() => catalogue.templates.find(({ id }) => id === piece.value.template)!),
    view: computed(() => views.value[pieceKey(piece.value)] ?? NOTHING),
    findings: computed(() => {
      const key = pieceKey(piece.value);
      const missing = store.form.value.fields
        .filter(({ required, pieces, path }) => required && pieces.includes(key) && isEmpty(fieldValue(path)))
        .map(
          ({ path }): PlainFinding => ({
            severity: "warning",
            text: "Cần điền.",
            path,
            page: null,
            area: null,
          }),
        );
      const told = plainFindings(store.view.value.diagnostics);
      return [
        ...told.filter(({ severity }) => severity === "error"),
        ...missing,
        ...told.filter(({ severity }) => severity !== "error"),
      ];
    }),
    isJudged: computed(() => store.view.value.judged === pieceQuery(draft.value, piece.value).toString()),
    page: signal(0),
    scope,
    focus: signal(null),
    fits: signal({}),
    isAway: signal(false),
    toast,
    canUndo: computed(() => past.value.length > 0),
    canRedo: computed(() => future.value.length > 0),
    change,
    undo: () => step(past, future),
    redo: () => step(future, past),
    fieldValue,
    isForPiece,
    open(next) {
      last = { mark: "", at: 0 };
      draft.value = next;
    },
    look: (index) => store.open({ ...draft.value, active: index }),
    say: (path, value) => store.sayAll({ [path]: value }, `say ${path}`),
    sayAll(values, mark = "") {
      const usual = (path: string) =>
        isForPiece.value && path in draft.value.data ? draft.value.data[path] : baseValues.value[path];
      laid(
        (data) => {
          for (const [path, value] of Object.entries(values)) {
            if (isSame(value, usual(path))) delete data[path];
            else data[path] = value;
          }
        },
        Object.keys(values),
        mark,
      );
    },
    unsay: (path) =>
      laid(
        (data) => {
          for (const each of Object.keys(data)) if (isWithin(each, path)) delete data[each];
        },
        [path],
        "",
      ),
    isSaid: (path) => path in piece.value.data || (!isForPiece.value && path in draft.value.data),
    fieldOf: (path) => store.form.value.fields.find((each) => each.path === path),
    formatOf,
  };
  return store;
}

/** A field, or a part of it: the short form of a text. */
const isWithin = (path: string, field: string): boolean => path === field || path.startsWith(`${field}.`);

const without = (data: Overrides, fields: readonly string[]): Overrides =>
  Object.fromEntries(Object.entries(data).filter(([path]) => !fields.some((field) => isWithin(path, field))));

const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || value === "" || (Array.isArray(value) && value.every(isEmpty));

const isSame = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one ?? "") === JSON.stringify(other ?? "");
