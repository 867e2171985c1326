/** A draft as the query of a link, and back: what the address bar, a saved link and a form without script carry. */

import { type Draft, EMPTY_DRAFT, MOST_PIECES, type Overrides, type PieceDraft } from "./draft.ts";

const DATA = "d.";

/** What a form without script calls the query of the draft that it was written from. */
export const BEFORE = "was";

/** The key of the piece that is looked at, by its index; in a form without script the one that is to be looked at. */
export const LOOK_AT = "at";

/** The key under which a query says what a field shows: a piece's own text is the piece's, all others are the set's. */
export const textKey = ({ pieces, active }: Draft, path: string): string =>
  path in (pieces[active]?.data ?? {}) ? `p${active}.${DATA}${path}` : DATA + path;

/** The same for the theme. */
export const themeKey = ({ pieces, active }: Draft): string =>
  (pieces[active]?.theme ?? null) === null ? "theme" : `p${active}.theme`;

/** Only what differs from an empty draft; texts as they are, lists as JSON. */
export function draftToQuery(draft: Draft): URLSearchParams {
  const query = new URLSearchParams();
  const say = (key: string, value: string | null, usual: string | null) => {
    if (value !== null && value !== usual) query.set(key, value);
  };
  say("institution", draft.institution, "");
  say("campaign", draft.campaign, EMPTY_DRAFT.campaign);
  say("audience", draft.audience, null);
  say("event", draft.event, null);
  say("message", draft.message, null);
  say("theme", draft.theme, EMPTY_DRAFT.theme);
  if (draft.colors) {
    query.set("primary", draft.colors.primary);
    query.set("accent", draft.colors.accent);
  }
  for (const { template, format } of draft.pieces) query.append("piece", `${template}/${format}`);
  if (draft.active > 0) query.set(LOOK_AT, String(draft.active));
  sayData(query, DATA, draft.data);
  for (const [index, { theme, data }] of draft.pieces.entries()) {
    say(`p${index}.theme`, theme, null);
    sayData(query, `p${index}.${DATA}`, data);
  }
  return query;
}

/** Only what this piece is made from, so that a change of another one asks nothing. */
export const pieceQuery = (draft: Draft, piece: PieceDraft): URLSearchParams =>
  draftToQuery({ ...draft, pieces: [piece], active: 0 });

/** Servers and proxies refuse longer ones, some programs cut them off. Characters. */
const LONGEST_ADDRESS = 7000;

/** Whether an address has room for the draft, and for what else is asked. */
export const hasRoom = (draft: Draft): boolean => draftToQuery(draft).toString().length <= LONGEST_ADDRESS;

/** An address that opens the draft. What has no room in a query stands behind it, where only the page's script reads it. */
export function draftAddress(path: string, draft: Draft): string {
  const query = draftToQuery(draft).toString();
  if (query.length <= LONGEST_ADDRESS) return `${path}?${query}`;
  const pieces = draft.pieces.map((piece) => ({ ...piece, data: {} }));
  return `${path}?${draftToQuery({ ...draft, data: {}, pieces })}#${query}`;
}

function sayData(query: URLSearchParams, prefix: string, data: Overrides): void {
  for (const [path, value] of Object.entries(data)) {
    if (isProgrammes(value)) {
      query.set(prefix + path, programmesText(value));
      continue;
    }
    // A text that looks like JSON is written as JSON too, so that it comes back as the text it was.
    const isPlain = typeof value === "string" && !/^[[{"]|^(?:null|true|false)$|^-?\d/.test(value);
    query.set(prefix + path, isPlain ? value : JSON.stringify(value));
  }
}

/** What is not understood is left out: an old link opens as far as it can. */
export function draftFromQuery(query: URLSearchParams): Draft {
  const text = (key: string): string | null => query.get(key)?.trim() || null;
  const primary = color(text("primary"));
  const accent = color(text("accent"));
  const pieces = query
    .getAll("piece")
    .slice(0, MOST_PIECES)
    .flatMap((each, index): PieceDraft[] => {
      const [template, format] = each.split("/");
      if (!template || !format) return [];
      return [
        { template, format, theme: text(`p${index}.theme`), data: readData(query, `p${index}.${DATA}`) },
      ];
    });
  return {
    institution: text("institution") ?? "",
    campaign: text("campaign") ?? EMPTY_DRAFT.campaign,
    audience: text("audience"),
    event: text("event"),
    message: text("message"),
    theme: text("theme") ?? EMPTY_DRAFT.theme,
    colors: primary && accent ? { primary, accent } : null,
    data: readData(query, DATA),
    pieces,
    active: indexIn(pieces, text(LOOK_AT)) ?? 0,
  };
}

/** @returns `null` for what is no index of them */
export function indexIn(items: readonly unknown[], text: string | null): number | null {
  const index = text === null || text === "" ? Number.NaN : Number(text);
  return Number.isInteger(index) && index >= 0 && index < items.length ? index : null;
}

const color = (text: string | null): string | null =>
  text !== null && /^#[0-9a-f]{6}$/i.test(text) ? text.toLowerCase() : null;

function readData(query: URLSearchParams, prefix: string): Overrides {
  const data = new Map<string, unknown>();
  for (const [key, value] of query)
    if (key.startsWith(prefix)) data.set(key.slice(prefix.length), written(value));
  return Object.fromEntries(data);
}

interface Programme {
  readonly name: string;
  readonly levels: readonly string[];
}

const LEVELS = { sc: "so-cap", tc: "trung-cap", cd: "cao-dang" } as const;

const isProgrammes = (value: unknown): value is readonly Programme[] =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.every(
    (each) => typeof each === "object" && each !== null && "name" in each && Array.isArray(each.levels),
  );

/**
 * `~Hàn|tc.cd~May|tc`: what else is known of an occupation stays with its institution. As JSON a dozen of them would
 * be longer than addresses may be.
 */
const programmesText = (programmes: readonly Programme[]): string =>
  programmes
    .map(({ name, levels }) => {
      const short = Object.entries(LEVELS).flatMap(([key, level]) => (levels.includes(level) ? [key] : []));
      return `~${name.replace(/[~|]/g, " ")}|${short.join(".")}`;
    })
    .join("");

const programmesOf = (text: string): readonly Programme[] =>
  text
    .slice(1)
    .split("~")
    .map((each) => {
      const [name = "", levels = ""] = each.split("|");
      return { name, levels: levels.split(".").flatMap((key) => LEVELS[key as keyof typeof LEVELS] ?? []) };
    });

function written(value: string): unknown {
  if (/^~[^|~]*\|/.test(value)) return programmesOf(value);
  if (!/^[[{"]|^(?:null|true|false)$|^-?\d/.test(value)) return value;
  try {
    const parsed: unknown = JSON.parse(value);
    return typeof parsed === "number" && String(parsed) !== value ? value : parsed;
  } catch {
    return value;
  }
}
