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

async function answer(path: string, init: RequestInit): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(path, { method: "POST", ...init });
  } catch (thrown) {
    throw new AwayError(thrown instanceof Error ? thrown.message : String(thrown));
  }
  if (response.ok) return response;
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
  const told = (await response.json()) as Partial<Refused>;
  throw new RefusedError({ title: told.title ?? "Không làm được.", diagnostics: told.diagnostics ?? [] });
}

/** @throws RefusedError, AwayError */
export async function ask<T>(path: string, query: URLSearchParams): Promise<T> {
  const response = await answer(path, {
    headers: { "content-type": FORM, accept: "application/json" },
    body: query.toString(),
  });
  return (await response.json()) as T;
}

/** @throws RefusedError, AwayError */
export async function askFile(path: string, query: URLSearchParams): Promise<File> {
  const response = await answer(path, {
    headers: { "content-type": FORM, accept: "application/octet-stream" },
    body: query.toString(),
  });
  const name = /filename="([^"]+)"/.exec(response.headers.get("content-disposition") ?? "")?.[1] ?? "an-pham";
  const data = await response.blob();
  return new File([data], name, { type: data.type });
}

/** @throws RefusedError, AwayError */
export async function send<T>(path: string, file: Blob, name: string): Promise<T> {
  const body = new FormData();
  body.append("file", file, name);
  const response = await answer(path, { headers: { accept: "application/json" }, body });
  return (await response.json()) as T;
}

/** Several parts, texts and files. @throws RefusedError, AwayError */
export async function sendParts<T>(path: string, parts: Readonly<Record<string, string | File>>): Promise<T> {
  const body = new FormData();
  for (const [name, part] of Object.entries(parts)) body.append(name, part);
  const response = await answer(path, { headers: { accept: "application/json" }, body });
  return (await response.json()) as T;
}
