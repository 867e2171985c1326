/** Where machines hand finished files to each other. */

import { resolve } from "node:path";
import { fail } from "../../base/diagnostic.ts";
import type { ArtifactStore } from "../store.ts";
import { parseS3Address } from "./s3-address.ts";

/** A store that other machines read. @throws AnphamError `store.cannot-write` as well, wherever it writes */
export interface SharedStore extends ArtifactStore {
  /** `null` when there is no such file. @throws AnphamError `store.cannot-read` */
  read(name: string): Promise<Uint8Array | null>;
  /** Removes a folder with everything in it, if it is there. @throws AnphamError `store.cannot-write` */
  clear(folder: string): Promise<void>;
}

const S3 = "s3://";
const isUrl = (address: string): boolean => /^[a-z][a-z\d+.-]+:\/\//i.test(address);

/** `s3://…` as it is; a folder as a path that does not depend on where a process stands. */
export const storeAddress = (address: string): string => (isUrl(address) ? address : resolve(address));

/** @throws AnphamError `store.bad-address` */
export function checkStoreAddress(address: string): void {
  if (address.startsWith(S3)) parseS3Address(address);
  else if (isUrl(address)) fail("store.bad-address", { address: address.replace(/\/\/.*@/, "//…@") });
}

/**
 * @param address a folder, or `s3://bucket/prefix?endpoint=…&region=…`
 * @throws AnphamError `store.bad-address`
 */
export async function openStore(address: string): Promise<SharedStore> {
  checkStoreAddress(address);
  if (address.startsWith(S3)) return (await import("./s3-store.ts")).s3Store(address);
  return (await import("./shared-folder.ts")).sharedFolder(address);
}
