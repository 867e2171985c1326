/** Where machines hand finished files to each other. */

import { resolve } from "node:path";
import { fail } from "../../base/diagnostic.ts";
import type { ArtifactStore } from "../store.ts";

/** A store that other machines read. @throws AnphamError `store.cannot-write` as well, wherever it writes */
export interface SharedStore extends ArtifactStore {
  /** `null` when there is no such file. @throws AnphamError `store.cannot-read` */
  read(name: string): Promise<Uint8Array | null>;
  /** Removes a folder with everything in it, if it is there. @throws AnphamError `store.cannot-write` */
  clear(folder: string): Promise<void>;
}

/** `s3://…` as it is; a folder as a path that does not depend on where a process stands. */
export const storeAddress = (address: string): string =>
  address.startsWith("s3://") ? address : resolve(address);

/**
 * @param address a folder, or `s3://bucket/prefix?endpoint=…&region=…`
 * @throws AnphamError `store.bad-address`
 */
export async function openStore(address: string): Promise<SharedStore> {
  if (address.startsWith("s3://")) return (await import("./s3-store.ts")).s3Store(address);
  if (/^[a-z][a-z\d+.-]+:\/\//i.test(address)) fail("store.bad-address", { address });
  return (await import("./shared-folder.ts")).sharedFolder(address);
}
