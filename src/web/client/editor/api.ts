/** Asking the server. What fails comes back as one of two things: it said no, or it was not there. */

import type { Refused } from "../../model/form.ts";

/** The server understood and will not. */
export class RefusedError extends Error {
  readonly refused: Refused;
  constructor(refused: Refused) {
    super(refused.title);
    this.refused = refused;
  }
}

/** The server did not answer, or not as itself: what was asked may be asked again. */
export class AwayError extends Error {}

const FORM = "application/x-www-form-urlencoded";

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
  const type = response.headers.get("content-type") ?? "";
  // Too much to do now, or a gateway in front of a server that is being restarted.
  if (
    response.status === 503 ||
    response.status === 502 ||
    response.status === 429 ||
    !type.includes("json")
  ) {
    throw new AwayError(`${response.status}`);
  }
  const told = (await reached(response.json())) as Partial<Refused>;
  throw new RefusedError({ title: told.title ?? "Không làm được.", diagnostics: told.diagnostics ?? [] });
}

const json = <T>(response: Response): Promise<T> => response.json() as Promise<T>;

async function file(response: Response): Promise<File> {
  const name = /filename="([^"]+)"/.exec(response.headers.get("content-disposition") ?? "")?.[1] ?? "an-pham";
  const data = await response.blob();
  return new File([data], name, { type: data.type });
}

const asForm = (query: URLSearchParams, accept: string): RequestInit => ({
  headers: { "content-type": FORM, accept },
  body: query.toString(),
});

/** @throws RefusedError, AwayError */
export const ask = <T>(path: string, query: URLSearchParams): Promise<T> =>
  answer(path, asForm(query, "application/json"), json<T>);

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
