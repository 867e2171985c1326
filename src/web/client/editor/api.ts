/** Asking the server. What fails comes back as one of two things: it said no, or it was not there. */

import type { Refused } from "../../model/form.ts";

/** The server understood and will not. */
export class RefusedError extends Error {
  readonly refused: Refused;
  constructor(refused: Refused) {
    super(refused.title);
    this.refused = refused;
  }
  /** Why not, and what to do. */
  get told(): string {
    return [this.message, this.refused.diagnostics[0]?.hint.vi ?? ""].join(" ").trim();
  }
}

/** The server did not answer, or not as itself: what was asked may be asked again. */
export class AwayError extends Error {}

const FORM = "application/x-www-form-urlencoded";
/** After it the server has given a question up itself, or the connection died without a word; ms. */
const LONGEST_MS = 60_000;

/** What breaks within an answer is as far away as what never came. */
async function reached<T>(coming: Promise<T>): Promise<T> {
  try {
    return await coming;
  } catch (thrown) {
    throw new AwayError(thrown instanceof Error ? thrown.message : String(thrown));
  }
}

async function answer<T>(
  path: string,
  init: RequestInit,
  read: (response: Response) => Promise<T>,
): Promise<T> {
  const response = await reached(fetch(path, { method: "POST", ...init }));
  if (response.ok) return reached(read(response));
  const isOurs = response.headers.get("content-type")?.includes("json") ?? false;
  // A gateway lets smaller files through than the form takes: asking again changes nothing.
  if (response.status === 413 && !isOurs && init.body instanceof FormData) throw new RefusedError(TOO_LARGE);
  // Too much to do now, or a gateway in front of a server that is being restarted.
  if (!isOurs || [502, 503, 429].includes(response.status)) throw new AwayError(`${response.status}`);
  const { title, diagnostics } = (await reached(response.json())) as Partial<Refused>;
  // A gateway may speak JSON as well.
  if (!Array.isArray(diagnostics)) throw new AwayError(`${response.status}`);
  throw new RefusedError({ title: title ?? "Không làm được.", diagnostics });
}

const TOO_LARGE: Refused = {
  title: "Tệp lớn hơn mức mà đường mạng tới máy chủ cho qua. Hãy gửi tệp nhỏ hơn, hoặc nhờ người quản trị.",
  diagnostics: [],
};

const json = <T>(response: Response): Promise<T> => response.json() as Promise<T>;

async function file(response: Response): Promise<File> {
  const name = /filename="([^"]+)"/.exec(response.headers.get("content-disposition") ?? "")?.[1];
  // The page with which a public network asks for a sign-in, for one.
  if (name === undefined) throw new AwayError("no file");
  const data = await response.blob();
  return new File([data], name, { type: data.type });
}

const asForm = (query: URLSearchParams, accept: string): RequestInit => ({
  headers: { "content-type": FORM, accept },
  body: query.toString(),
});

/** Of what takes a moment: an answer that takes over a minute is given up. @throws RefusedError, AwayError */
export function ask<T>(path: string, query: URLSearchParams): Promise<T> {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), LONGEST_MS);
  const asked = { ...asForm(query, "application/json"), signal: stop.signal };
  return answer(path, asked, json<T>).finally(() => clearTimeout(timer));
}

/** @throws RefusedError, AwayError */
export const askFile = (path: string, query: URLSearchParams): Promise<File> =>
  answer(path, asForm(query, "application/octet-stream"), file);

/** @throws RefusedError, AwayError */
export function send<T>(path: string, sent: Blob, name: string): Promise<T> {
  const body = new FormData();
  body.append("file", sent, name);
  return answer(path, { headers: { accept: "application/json" }, body }, json<T>);
}

/** Several parts, texts and files. @throws RefusedError, AwayError */
export function sendParts<T>(path: string, parts: Readonly<Record<string, string | File>>): Promise<T> {
  const body = new FormData();
  for (const [name, part] of Object.entries(parts)) body.append(name, part);
  return answer(path, { headers: { accept: "application/json" }, body }, json<T>);
}
