/**
 * The service's settings: environment variables `ANPHAM_…`, checked at the start. Everything has a default that is
 * safe on a machine of its own; what opens the service further has to be said.
 */

import { isIP } from "node:net";
import { join, resolve } from "node:path";
import * as z from "zod";
import { AnphamError, type Diagnostic, diagnose, diagnosticsOf } from "../base/diagnostic.ts";
import { describeIssue, unknownField } from "../resolve/describe-issue.ts";
import { checkStoreAddress } from "../run/exchange/shared-store.ts";
import { queueAddress } from "../run/queue/connection.ts";
import { readBlock } from "./access/address-blocks.ts";

const count = (fallback: number, least: number, most: number) =>
  z.coerce.number().int().min(least).max(most).default(fallback);
/** Parted by commas or blanks. @param wanted in both languages, parted by “|” */
const list = (isSound: (part: string) => boolean, wanted: string) =>
  z
    .string()
    .default("")
    .transform((text) => text.split(/[\s,]+/).filter((part) => part !== ""))
    .superRefine((parts, { addIssue }) => {
      for (const input of parts) if (!isSound(input)) addIssue({ code: "custom", input, message: wanted });
    });

const HOST_NAME = /^[a-z\d](?:[a-z\d.-]*[a-z\d])?$/i;
const isHost = (text: string): boolean => HOST_NAME.test(text) || isIP(text) !== 0;
/** An address, whose host is one: the parser lets `*` pass. */
const addressOf = (text: string): URL | null => {
  const url = URL.canParse(text) ? new URL(text) : null;
  return url && isHost(url.hostname.replace(/^\[|\]$/g, "")) ? url : null;
};
/** As browsers send it (RFC 6454, 6.2), which is compared letter by letter. */
const isOrigin = (text: string): boolean => /^https?:/.test(text) && addressOf(text)?.origin === text;
const isHostWithPort = (text: string): boolean => addressOf(`https://${text}`)?.host === text.toLowerCase();
const isBlock = (text: string): boolean => readBlock(text) !== null;
/** Names that stand for blocks of this machine and of private networks. */
const NAMED_BLOCKS: readonly string[] = ["loopback", "linklocal", "uniquelocal"];
const ORIGINS =
  "địa chỉ gốc như https://truong.edu.vn, không có gì sau | origins like https://truong.edu.vn and nothing behind";
const HOSTS =
  "tên máy chủ như anpham.example.vn, không có https:// và cổng | host names like anpham.example.vn, without https:// and port";
const HOOK_HOSTS =
  "máy chủ như hooks.example.vn hoặc hooks.example.vn:8443 | hosts like hooks.example.vn or hooks.example.vn:8443";
const BLOCKS = "địa chỉ IP hoặc khối như 10.0.0.0/8 | IP addresses or blocks like 10.0.0.0/8";

export const settingsSchema = z.object({
  /** Address to listen on. */
  HOST: z.string().min(1).default("127.0.0.1"),
  /** 0 takes any free port. */
  PORT: count(8080, 0, 65535),
  /** `off` for this machine only; `keys` asks every caller for an API key. */
  AUTH: z.enum(["off", "keys"]).default("off"),
  /** Folder of everything that the service keeps: cache, uploads, jobs, keys. */
  STATE: z
    .string()
    .min(1)
    .default("anpham-state")
    .transform((folder) => resolve(folder)),
  /** File of the API keys; `keys.json` in the folder above by default. */
  KEYS: z
    .string()
    .min(1)
    .nullable()
    .default(null)
    .transform((file) => file && resolve(file)),
  /** Rendering threads; as many as cores by default. */
  WORKERS: z.coerce.number().int().min(1).max(64).nullable().default(null),
  /** Requests that may wait for a thread; more are answered 503. */
  QUEUE: count(256, 1, 10_000),
  /** Longest wait for one piece, seconds. */
  TIMEOUT: count(60, 1, 3600),
  /** Largest JSON body, KB. */
  BODY_KB: count(1024, 16, 64 * 1024),
  /** Largest picture of a request, megapixels. */
  MEGAPIXELS: count(64, 1, 1000),
  /** Cache on disk, MB; 0 for none. */
  CACHE_MB: count(2048, 0, 10_000_000),
  /** Its part that is also kept in memory, MB; 0 for none. */
  CACHE_MEMORY_MB: count(64, 0, 100_000),
  /** Largest uploaded picture, MB. */
  UPLOAD_MB: count(20, 1, 200),
  /** All uploads of one owner, MB. */
  UPLOADS_MB: count(500, 1, 1_000_000),
  /** Largest file of rows, MB. */
  ROWS_MB: count(20, 1, 500),
  /** Rows of one job. */
  ROWS: count(5000, 1, 1_000_000),
  /** Jobs that run at once. */
  JOBS: count(1, 1, 64),
  /** Unfinished jobs of one owner. */
  JOBS_EACH: count(20, 1, 10_000),
  /** Days that finished jobs are kept. */
  JOB_DAYS: count(7, 1, 3650),
  /** Requests a minute from one address; 0 for no limit. */
  RATE_ADDRESS: count(600, 0, 1_000_000),
  /** Requests a minute with one key; 0 for no limit. */
  RATE_KEY: count(1200, 0, 1_000_000),
  /** Origins that may call from browsers, `https://truong.edu.vn`; none by default. */
  CORS: list(isOrigin, ORIGINS),
  /** Host names to answer for; on loopback this machine's by default, else any. */
  HOSTS: list(isHost, HOSTS),
  /** Addresses and blocks of reverse proxies whose `X-Forwarded-For` is believed. */
  TRUST_PROXY: list((text) => NAMED_BLOCKS.includes(text) || isBlock(text), BLOCKS),
  /** Hosts that webhooks may go to: `hooks.example.vn` or `hooks.example.vn:8443`. */
  WEBHOOK_HOSTS: list(isHostWithPort, HOOK_HOSTS),
  /** Addresses and blocks beyond the public ones that webhooks may reach: `10.0.0.5`, `10.20.0.0/16`. */
  WEBHOOK_PRIVATE: list(isBlock, BLOCKS),
  /** Signs webhooks and links; made and kept in the state folder by default. */
  SECRET: z.string().min(32).nullable().default(null),
  /** `redis://…`: jobs are rendered by `anpham worker` on other machines. */
  REDIS: z.string().min(1).nullable().default(null),
  /** Store that those workers share. */
  STORE: z.string().min(1).nullable().default(null),
  /** Seconds that a stop waits for what was begun. */
  GRACE: count(30, 1, 600),
  /** Of the log on standard output. */
  LOG: z.enum(["silent", "error", "warn", "info", "debug"]).default("info"),
});

export type Settings = z.output<typeof settingsSchema>;
type Name = keyof typeof settingsSchema.shape;

const PREFIX = "ANPHAM_";
const NAMES = Object.keys(settingsSchema.shape) as readonly Name[];

/** What the command line says instead of the environment, by name without prefix. */
type Given = Readonly<Partial<Record<Name, string | number | undefined>>>;
type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads the settings from an environment; empty variables count as absent.
 * @throws AnphamError `service.bad-setting`, one for each wrong variable; `queue.bad-address`, `store.bad-address`;
 *   `service.open-without-keys`
 */
export function readSettings(environment: Environment, given: Given = {}): Settings {
  const { data, found } = read(settingsSchema, environment, given);
  for (const check of [
    () => data?.REDIS && queueAddress(data.REDIS),
    () => data?.STORE && checkStoreAddress(data.STORE),
  ]) {
    try {
      check();
    } catch (thrown) {
      found.push(...diagnosticsOf(thrown));
    }
  }
  if (data?.AUTH === "off" && !isLoopback(data.HOST)) {
    found.push(diagnose("service.open-without-keys", { host: data.HOST }));
  }
  return sound(data, found);
}

const placesSchema = settingsSchema.pick({ STATE: true, KEYS: true });
export type Places = z.output<typeof placesSchema>;

/**
 * Where the service of an environment keeps what it keeps, whatever else it is set to.
 * @throws AnphamError `service.bad-setting`, one for each wrong variable
 */
export function readPlaces(environment: Environment, given: Given = {}): Places {
  const { data, found } = read(placesSchema, environment, given);
  return sound(data, found);
}

/** File of the keys of a service with these settings. */
export const keysFileOf = ({ KEYS, STATE }: Places): string => KEYS ?? join(STATE, "keys.json");

function read<S extends z.ZodType>(
  schema: S,
  environment: Environment,
  given: Given,
): { readonly data: z.output<S> | null; readonly found: Diagnostic[] } {
  const values = NAMES.flatMap((name): [Name, unknown][] => {
    const value = given[name] ?? environment[`${PREFIX}${name}`];
    return value === undefined || value === "" ? [] : [[name, value]];
  });
  const { data, error } = schema.safeParse(Object.fromEntries(values), { reportInput: true });
  const raw = new Map(values);
  const wrong = (error?.issues ?? []).flatMap((issue) => {
    const name = issue.path[0] as Name;
    // As it was written, not what became of it.
    const input = issue.code === "custom" ? issue.input : raw.get(name);
    const told = SECRETS.includes(name) ? NOT_SHOWN : {};
    return describeIssue({ ...issue, input } as z.core.$ZodIssue).map(({ path: _, ...problem }) =>
      diagnose("service.bad-setting", { name: `${PREFIX}${name}`, ...problem, ...told }),
    );
  });
  return { data: data ?? null, found: [...misspelt(environment), ...wrong] };
}

function sound<T>(data: T | null, found: readonly Diagnostic[]): T {
  if (found.length > 0 || data === null) throw new AnphamError(found);
  return data;
}

/** A variable that sets nothing would be believed to do something. */
const misspelt = (environment: Environment): Diagnostic[] =>
  Object.keys(environment)
    .filter((name) => name.startsWith(PREFIX) && !OTHERS.includes(name))
    .filter((name) => !(NAMES as readonly string[]).includes(name.slice(PREFIX.length)))
    .map((name) => {
      const { expectedVi, expected } = unknownField(
        name,
        NAMES.map((known) => `${PREFIX}${known}`),
      );
      const [reasonVi, reason] = ["không có cấu hình này", "there is no such setting"];
      return diagnose("service.bad-setting", { name, reasonVi, reason, expectedVi, expected });
    });

/** What they hold is in no message: messages are in logs. */
const SECRETS: readonly Name[] = ["SECRET", "REDIS"];
const NOT_SHOWN = { reasonVi: "giá trị không được nêu ra ở đây", reason: "its value is not shown here" };

/** Of other parts of the product. */
const OTHERS: readonly string[] = ["ANPHAM_UPDATE_GOLDEN", "ANPHAM_FULL_LIBRARY", "ANPHAM_REQUIRE_JUDGES"];

/** Whether an address is this machine's own and reachable from nowhere else. */
export const isLoopback = (host: string): boolean =>
  host === "localhost" || host === "::1" || /^127(?:\.\d{1,3}){3}$/.test(host);
