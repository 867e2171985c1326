/** What is looked at, as the page's address: whoever opens it sees the same. */

import type { Choice } from "../shared/wire.ts";

export const MODES = ["one", "formats", "themes", "data", "institutions", "compare"] as const;
export type Mode = (typeof MODES)[number];

export interface Look {
  readonly mode: Mode;
  readonly choice: Choice;
}

const FIRST: Choice = {
  template: "",
  format: "",
  theme: "vuon-len",
  institution: "",
  campaign: "",
  message: null,
  audience: null,
  event: null,
  profile: "",
  dataSet: null,
  row: null,
  set: {},
  stress: { text: 1, programmes: null },
};

const NAMES = ["template", "format", "theme", "institution", "campaign", "profile"] as const;
const MAYBE = ["message", "audience", "event", "dataSet"] as const;
const SET = "set.";

/** Only what differs from nothing stands in the address. */
export function toAddress({ mode, choice }: Look): string {
  const query = new URLSearchParams();
  if (mode !== "one") query.set("view", mode);
  for (const name of [...NAMES, ...MAYBE]) if (choice[name]) query.set(name, choice[name]);
  if (choice.stress.text !== 1) query.set("text", String(choice.stress.text));
  if (choice.stress.programmes !== null) query.set("programmes", String(choice.stress.programmes));
  if (choice.row) query.set("row", `${choice.row.table}:${choice.row.number}`);
  for (const [path, value] of Object.entries(choice.set)) query.set(SET + path, JSON.stringify(value));
  return `?${query}`;
}

export function fromAddress(search: string): Look {
  const query = new URLSearchParams(search);
  const names = Object.fromEntries(NAMES.map((name) => [name, query.get(name) ?? FIRST[name]]));
  const maybe = Object.fromEntries(MAYBE.map((name) => [name, query.get(name)]));
  const text = Number(query.get("text") ?? 1);
  const programmes = query.get("programmes");
  return {
    mode: MODES.find((mode) => mode === query.get("view")) ?? "one",
    choice: {
      ...FIRST,
      ...names,
      ...maybe,
      row: rowOf(query.get("row")),
      set: Object.fromEntries(
        [...query]
          .filter(([key]) => key.startsWith(SET))
          .map(([key, value]) => [key.slice(SET.length), parsed(value)]),
      ),
      stress: {
        text: text >= 0.1 && text <= 4 ? text : 1,
        programmes: programmes === null || !/^\d{1,2}$/.test(programmes) ? null : Number(programmes),
      },
    },
  };
}

function rowOf(text: string | null): Choice["row"] {
  const [, table, number] = /^([0-9a-f]{1,64}):([1-9]\d{0,6})$/.exec(text ?? "") ?? [];
  return table && number ? { table, number: Number(number) } : null;
}

/** People write addresses by hand: what is no JSON is text. */
function parsed(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}
