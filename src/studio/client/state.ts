/** What the page knows and shows. */

import { batch, computed, effect, signal, untracked } from "@preact/signals";
import type {
  Catalogue,
  CatalogueTemplate,
  Choice,
  Finding,
  PageParts,
  StageView,
  ViewAnswer,
} from "../shared/wire.ts";
import { fromAddress, type Mode, toAddress } from "./address.ts";
import { askCatalogue, askParts, askView } from "./api.ts";

const first = fromAddress(location.search);

export const mode = signal<Mode>(first.mode);
export const choice = signal<Choice>(first.choice);
export const catalogue = signal<Catalogue | null>(null);
/** The last that could be laid out; an error does not take it away. */
export const view = signal<StageView | null>(null);
export const findings = signal<readonly Finding[]>([]);
/** What keeps the piece from being laid out at all. */
export const fatal = computed(() => (isLaidOut.value ? [] : findings.value.filter(isError)));
const isLaidOut = signal(true);
export const isBusy = signal(false);
/** Files changed, and what is shown is not yet of them. */
export const isOutdated = signal(false);
export const isConnected = signal(true);
/** Rises with every change of files, so that small pictures know they are old. */
export const fileVersion = signal(0);
/** Milliseconds from a saved file to the new picture on the screen. */
export const reloadMs = signal<number | null>(null);
export const page = signal(0);

export const isError = ({ severity }: Finding): boolean => severity === "error";

export const currentTemplate = computed<CatalogueTemplate | null>(
  () => catalogue.value?.templates.find(({ id }) => id === choice.value.template) ?? null,
);
export const currentFormat = computed(
  () => catalogue.value?.formats.find(({ id }) => id === choice.value.format) ?? null,
);
export const currentCampaign = computed(
  () => catalogue.value?.campaigns.find(({ id }) => id === choice.value.campaign) ?? null,
);
/** The page that is shown, as far as the piece has one of that number. */
export const shownPage = computed(() =>
  Math.min(page.value, Math.max(0, (view.value?.pages.length ?? 1) - 1)),
);

export function change(next: Partial<Choice>): void {
  choice.value = settled(
    { ...choice.value, ...next },
    next.format !== undefined && next.profile === undefined,
  );
}

/** What files say that people edit: gone while a branch is changed, left out while a file cannot be read. */
const EDITED = ["templates", "institutions", "campaigns", "profiles"] as const;
type Edited = (typeof EDITED)[number];

/** Everything of that kind that there has been since the page was opened. */
const everKnown = new Map<Edited, Set<string>>(EDITED.map((kind) => [kind, new Set()]));

/** A choice whose parts exist and suit each other. */
function settled(wanted: Choice, newFormat: boolean): Choice {
  const known = catalogue.value;
  if (!known) return wanted;
  const one = (ids: readonly string[], id: string) => (ids.includes(id) ? id : (ids[0] ?? id));
  const idsOf = (items: readonly { readonly id: string }[]) => items.map(({ id }) => id);
  // What was there may be back in a moment; until then an error says what is wrong with it.
  const kept = (kind: Edited, id: string) =>
    everKnown.get(kind)!.has(id) ? id : one(idsOf(known[kind]), id);
  const template = kept("templates", wanted.template);
  const definition = known.templates.find(({ id }) => id === template)?.definition;
  const format = one(definition?.formats ?? idsOf(known.formats), wanted.format);
  const profile = known.formats.find(({ id }) => id === format)?.profile ?? "web";
  const isNewFormat = newFormat || format !== wanted.format;
  return {
    ...wanted,
    template,
    format,
    theme: one(definition?.themes ?? idsOf(known.themes), wanted.theme),
    institution: kept("institutions", wanted.institution),
    campaign: kept("campaigns", wanted.campaign),
    profile: isNewFormat || wanted.profile === "" ? profile : kept("profiles", wanted.profile),
  };
}

export async function loadCatalogue(): Promise<void> {
  const known = await askCatalogue();
  batch(() => {
    catalogue.value = known;
    for (const [kind, ids] of everKnown) for (const { id } of known[kind]) ids.add(id);
    const next = settled(choice.value, false);
    // An equal choice is no reason to lay the piece out again.
    if (JSON.stringify(next) !== JSON.stringify(choice.value)) choice.value = next;
  });
}

let running: AbortController | null = null;

/** Lays the piece out; a newer question takes the place of one that runs. */
export async function refresh(): Promise<void> {
  // Until it is known what there is, what the address says is only a wish.
  if (!catalogue.value) return;
  running?.abort();
  const own = new AbortController();
  running = own;
  isBusy.value = true;
  try {
    show(await askView(choice.value, own.signal));
  } catch (thrown) {
    if (!own.signal.aborted) isConnected.value = !(thrown instanceof TypeError);
  } finally {
    if (running === own) {
      running = null;
      isBusy.value = false;
    }
  }
}

function show(answer: ViewAnswer): void {
  batch(() => {
    isLaidOut.value = answer.view !== null;
    if (answer.view) view.value = answer.view;
    findings.value = answer.findings;
  });
}

/** Takes a layout that the server made without being asked, when it is of what is looked at. */
export function take(laid: { readonly choice: Choice; readonly answer: ViewAnswer } | null): void {
  if (!laid || running || JSON.stringify(laid.choice) !== JSON.stringify(choice.value)) void refresh();
  else show(laid.answer);
}

const knownParts = new Map<string, Promise<PageParts | null>>();

/** What stands on a page; asked for once, when an overlay or the pointer needs it. */
export function partsOf(revision: string, number: number): Promise<PageParts | null> {
  const key = `${revision} ${number}`;
  let parts = knownParts.get(key);
  if (!parts) {
    parts = askParts(revision, number).catch(() => null);
    knownParts.set(key, parts);
    for (const old of knownParts.keys()) if (knownParts.size > 40) knownParts.delete(old);
  }
  return parts;
}

/** Keeps the address and the picture in step with what is chosen. */
export function follow(): void {
  effect(() => {
    const address = toAddress({ mode: mode.value, choice: choice.value });
    if (address !== location.search) history.replaceState(null, "", address);
  });
  effect(() => {
    choice.value;
    // Nothing else that laying out reads is a reason to do it again: not what can be chosen, which every save asks anew.
    untracked(() => void refresh());
  });
  addEventListener("popstate", () => {
    const look = fromAddress(location.search);
    batch(() => {
      mode.value = look.mode;
      choice.value = settled(look.choice, false);
    });
  });
}
