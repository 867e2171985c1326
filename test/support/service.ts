/** A service over the brand that ships, with a state folder of its own. */

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import { addKey } from "../../src/http/access/keys-file.ts";
import { SCOPES } from "../../src/http/access/principal.ts";
import { openService } from "../../src/http/service.ts";
import { readSettings } from "../../src/http/settings.ts";
import { packageFolders } from "../../src/package-folders.ts";

/** Two institutions that must never see each other's. */
export const OWN = "cd-y-te";
export const OTHER = "cd-ky-nghe-binh-thuan";

export interface TestService {
  readonly app: FastifyInstance;
  readonly state: string;
  /** Authorization headers. */
  readonly own: { readonly authorization: string };
  readonly other: { readonly authorization: string };
  readonly everybody: { readonly authorization: string };
  /** Lets time pass, ms. */
  later(ms: number): void;
  /** Corrects the date alone, ms. */
  redate(ms: number): void;
  close(): Promise<void>;
}

/** With keys, on one thread, unless the settings say otherwise. */
export async function openTestService(
  settings: Parameters<typeof readSettings>[1] = {},
): Promise<TestService> {
  const state = await mkdtemp(join(tmpdir(), "anpham-service-"));
  const key = async (owner: string) => {
    const made = await addKey(join(state, "keys.json"), {
      name: "test",
      owner,
      scopes: SCOPES,
      day: "2026-01-01",
    });
    return { authorization: `Bearer ${made.key}` };
  };
  const [own, other, everybody] = [await key(OWN), await key(OTHER), await key("*")];
  let shift = 0;
  let dated = 0;
  const app = await openService({
    settings: readSettings(
      {},
      {
        STATE: state,
        AUTH: "keys",
        WORKERS: 1,
        LOG: "silent",
        RATE_ADDRESS: 0,
        RATE_KEY: 0,
        ...settings,
      },
    ),
    folders: packageFolders(),
    now: () => Date.now() + shift + dated,
    elapsed: () => performance.now() + shift,
  });
  return {
    ...{ app, state, own, other, everybody },
    later(ms) {
      shift += ms;
    },
    redate(ms) {
      dated += ms;
    },
    async close() {
      await app.close();
      await rm(state, { recursive: true, force: true });
    },
  };
}

/** A multipart body with texts and one file. */
export function multipart(
  file: { readonly name: string; readonly bytes: Uint8Array | string } | null,
  texts: Readonly<Record<string, string>> = {},
): { readonly payload: Buffer; readonly headers: Record<string, string> } {
  const boundary = "----anpham-test";
  const parts = Object.entries(texts).map(([name, value]) =>
    Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`),
  );
  if (file) {
    parts.push(
      Buffer.from(
        `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${file.name}"\r\ncontent-type: application/octet-stream\r\n\r\n`,
      ),
      Buffer.from(file.bytes),
      Buffer.from("\r\n"),
    );
  }
  return {
    payload: Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)]),
    headers: { "content-type": `multipart/form-data; boundary=${boundary}` },
  };
}
