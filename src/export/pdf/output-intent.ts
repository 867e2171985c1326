/** The printing condition that a file is made for (ISO 32000-1 §14.11.5). */

import { promisify } from "node:util";
import { deflate, deflateSync } from "node:zlib";
import { LRUCache } from "lru-cache";
import { shared } from "../../base/byte-parts.ts";
import { digestOf } from "../../base/hash.ts";
import type { OutputCondition } from "../../model/output-condition.ts";
import type { FileBuilder } from "./builder.ts";
import { rawStream } from "./file.ts";
import { textString } from "./string.ts";

/**
 * Compressing a profile of 1 MB takes longer than writing the rest of a file, and copying it nearly as long. By what is
 * in them: every run reads its own.
 */
const compressed = new LRUCache<string, Uint8Array>({ max: 4 });

const compressing = new Map<string, Promise<void>>();

/** Compresses a condition's profile beside the JavaScript thread, for files that are written when it is done. */
export async function compressProfile({ icc }: OutputCondition): Promise<void> {
  const id = digestOf(icc);
  if (compressed.has(id)) return;
  let done = compressing.get(id);
  if (!done) {
    done = promisify(deflate)(icc)
      .then((data) => void compressed.set(id, shared(data)))
      .finally(() => compressing.delete(id));
    compressing.set(id, done);
  }
  await done;
}

/** Adds the profile and the intent, which the catalog's entry names. @returns their object numbers */
export function addOutputIntent(
  file: FileBuilder,
  condition: OutputCondition,
): { readonly intent: number; readonly profile: number } {
  const { icc, identifier, registry, info } = condition;
  const id = digestOf(icc);
  let data = compressed.get(id);
  if (!data) {
    data = shared(deflateSync(icc));
    compressed.set(id, data);
  }
  const profile = file.add(rawStream("/N 4/Alternate/DeviceCMYK/Filter/FlateDecode", data));
  const registered = registry === null ? "" : `/RegistryName${textString(registry)}`;
  const intent = file.add(
    `<</Type/OutputIntent/S/GTS_PDFX/OutputConditionIdentifier${textString(identifier)}${registered}` +
      `/OutputCondition${textString(condition.name.en)}/Info${textString(info)}/DestOutputProfile ${profile} 0 R>>`,
  );
  return { intent, profile };
}
