/** Builds an object from dotted paths. */

type Branch = Map<string, unknown>;

/** Values by path; later ones win, objects merge. */
export interface DeepObject {
  /** @param path empty for the whole, which then must be an object */
  set(path: string, value: unknown): void;
  get(path: string): unknown;
  toObject(): Readonly<Record<string, unknown>>;
}

export function deepObject(): DeepObject {
  const root: Branch = new Map();
  return {
    set(path, value) {
      if (path === "") {
        for (const [name, child] of Object.entries(value as object)) put(root, name, child);
        return;
      }
      const parts = path.split(".");
      const last = parts.pop()!;
      let branch = root;
      for (const part of parts) {
        const next = branch.get(part);
        // A phrase that is a bare text so far: “.short” makes it a group.
        const group: Branch =
          next instanceof Map ? next : new Map(next === undefined ? [] : [["text", next]]);
        branch.set(part, group);
        branch = group;
      }
      put(branch, last, value);
    },
    get: (path) => {
      const found = path
        .split(".")
        .reduce<unknown>((branch, part) => (branch instanceof Map ? branch.get(part) : undefined), root);
      return found instanceof Map ? plain(found) : found;
    },
    toObject: () => plain(root),
  };
}

function put(branch: Branch, key: string, value: unknown): void {
  const existing = branch.get(key);
  if (isObject(value)) {
    const inner: Branch = existing instanceof Map ? existing : new Map();
    for (const [name, child] of Object.entries(value)) put(inner, name, child);
    branch.set(key, inner);
  } else if (existing instanceof Map && typeof value === "string") existing.set("text", value);
  else branch.set(key, value);
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** `fromEntries` defines own fields, so even a field called __proto__ stays a field. */
const plain = (branch: Branch): Readonly<Record<string, unknown>> =>
  Object.fromEntries([...branch].map(([key, value]) => [key, value instanceof Map ? plain(value) : value]));
