/**
 * API keys: 256 random bits each, of which the file keeps only the hash. A hash of so much chance cannot be tried out,
 * so a plain one is enough (no slow hash is needed where there is nothing to guess).
 */

import { randomBytes, timingSafeEqual } from "node:crypto";
import { chmod, readFile, stat } from "node:fs/promises";
import { dirname } from "node:path";
import * as z from "zod";
import { fail } from "../../base/diagnostic.ts";
import { sha256 } from "../../base/hash.ts";
import { failOnFile, isSystemError } from "../../base/system-reason.ts";
import { id as institutionId } from "../../model/ids.ts";
import { checked } from "../../resolve/check.ts";
import { parseJson } from "../../resolve/read-json.ts";
import { lockFolder } from "../../run/folder-lock.ts";
import { writeWholeFile } from "../../run/write-file.ts";
import { EVERYBODY, type Principal, SCOPES, type Scope } from "./principal.ts";

const keyEntry = z.strictObject({
  /** Public part of the key, by which people talk about it. */
  id: z.string().regex(/^[\da-f]{12}$/),
  /** Whose it is, for people. */
  name: z.string().max(200),
  /** Id of an institution, `*` for all. */
  owner: z.union([z.literal(EVERYBODY), institutionId]),
  scopes: z.array(z.enum(SCOPES)).min(1),
  /** Of the whole key, lower-case hex. */
  sha256: z.string().regex(/^[\da-f]{64}$/),
  /** Day of making. */
  created: z.iso.date(),
});
export type KeyEntry = z.output<typeof keyEntry>;
const keysFile = z.strictObject({ keys: z.array(keyEntry) });

const KEY = /^anp_([\da-f]{12})_[\w-]{43}$/;

/** No file is no keys. @throws AnphamError `request.broken-json`, `request.invalid-field`, `request.unreadable-file` */
export async function readKeys(file: string): Promise<readonly KeyEntry[]> {
  try {
    return checked(keysFile, parseJson(await readFile(file, "utf8"), file), { file }).keys;
  } catch (thrown) {
    if (isSystemError(thrown) && thrown.code === "ENOENT") return [];
    return failOnFile(file, thrown);
  }
}

/** How long one who changes keys waits for another, ms. */
const PATIENCE = 10_000;

/** Nobody else changes the file between reading and writing. */
async function changeKeys(
  file: string,
  change: (keys: readonly KeyEntry[]) => readonly KeyEntry[],
): Promise<void> {
  const lock = await lockFolder(dirname(file), { patience: PATIENCE });
  try {
    const keys = change(await readKeys(file));
    await writeWholeFile(file, Buffer.from(`${JSON.stringify({ keys }, null, 2)}\n`));
    await chmod(file, 0o600);
  } finally {
    await lock.release();
  }
}

/**
 * Makes a key and notes its hash. The key itself is in the answer and nowhere else.
 * @param day ISO
 * @throws AnphamError as {@link readKeys}; `run.folder-in-use` when another goes on changing keys, `output.cannot-write`
 */
export async function addKey(
  file: string,
  given: {
    readonly name: string;
    readonly owner: string;
    readonly scopes: readonly Scope[];
    readonly day: string;
  },
): Promise<{ readonly key: string; readonly entry: KeyEntry }> {
  const id = randomBytes(6).toString("hex");
  const key = `anp_${id}_${randomBytes(32).toString("base64url")}`;
  const { name, owner, scopes, day } = given;
  const entry = checked(keyEntry, { id, name, owner, scopes, sha256: sha256(key), created: day });
  await changeKeys(file, (keys) => [...keys, entry]);
  return { key, entry };
}

/**
 * Takes a key away; whoever uses it is refused from then on. Answers whether it was there.
 * @throws AnphamError as {@link addKey}
 */
export async function revokeKey(file: string, id: string): Promise<boolean> {
  const isThere = (await readKeys(file)).some((each) => each.id === id);
  if (isThere) await changeKeys(file, (keys) => keys.filter((each) => each.id !== id));
  return isThere;
}

export interface Keys {
  /** Who has the key; `null` for a wrong one. */
  holder(key: string): Promise<Principal | null>;
  /** Who has the key of an id, for what was signed in its name; `null` when it was taken away. */
  byId(id: string): Promise<Principal | null>;
}

/** Between looks whether the file changed, ms. */
const LOOK_EVERY = 500;

/**
 * Keys of a file that may change while the service runs.
 * @param elapsed ms since any moment, whatever becomes of the date
 * @param onFault told why a changed file cannot be read, once a change: the keys known before count until it can
 * @throws AnphamError as {@link readKeys}; also when nobody could ever use the service
 */
export async function openKeys(
  file: string,
  elapsed: () => number,
  onFault: (reason: unknown) => void,
): Promise<Keys> {
  const stateOf = async () => {
    const found = await stat(file).catch(() => null);
    // A copy that keeps its date has another time of change (POSIX, st_ctim).
    return found ? `${found.mtimeMs} ${found.ctimeMs} ${found.size} ${found.ino}` : "";
  };
  const load = async () => new Map((await readKeys(file)).map((entry) => [entry.id, entry]));
  let state = await stateOf();
  let keys = await load();
  let looked = elapsed();
  let faulty = "";
  if (keys.size === 0) {
    const [reasonVi, reason] = [`không có khóa nào trong ${file}`, `there is no key in ${file}`];
    const [expectedVi, expected] = [
      "ít nhất một khóa (anpham keys add)",
      "at least one key (anpham keys add)",
    ];
    fail("service.bad-setting", { name: "ANPHAM_KEYS", reasonVi, reason, expectedVi, expected });
  }

  const current = async () => {
    if (elapsed() - looked < LOOK_EVERY) return keys;
    looked = elapsed();
    const found = await stateOf();
    if (found === state) return keys;
    try {
      keys = await load();
      state = found;
    } catch (thrown) {
      if (faulty !== found) onFault(thrown);
      faulty = found;
    }
    return keys;
  };
  const principal = ({ id, owner, scopes }: KeyEntry): Principal => ({ key: id, owner, scopes });
  return {
    async holder(key) {
      const [, id] = KEY.exec(key) ?? [];
      const entry = id === undefined ? undefined : (await current()).get(id);
      if (!entry) return null;
      const same = timingSafeEqual(Buffer.from(sha256(key), "hex"), Buffer.from(entry.sha256, "hex"));
      return same ? principal(entry) : null;
    },
    async byId(id) {
      const entry = (await current()).get(id);
      return entry ? principal(entry) : null;
    },
  };
}
