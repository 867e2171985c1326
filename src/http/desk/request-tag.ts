/** The name of a piece's content: known before it is rendered, since equal inputs make equal bytes. */

import { contentHash } from "../../base/hash.ts";
import type { Folders } from "../../render.ts";
import type { CheckedRequest } from "../../resolve/read-request.ts";
import { inputsHasher } from "../../run/inputs-hash.ts";
import { fingerprintOf } from "../../run/queue/engine-fingerprint.ts";

/** Lower-case hex. Reads the folders once, when the service starts. */
export async function requestTagger(folders: Folders): Promise<(request: CheckedRequest) => Promise<string>> {
  const [hash, { machine }] = await Promise.all([inputsHasher(folders), fingerprintOf(folders)]);
  return async (request) => contentHash([await hash(request), machine]);
}
