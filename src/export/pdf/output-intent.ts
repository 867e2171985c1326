/** The printing condition that a file is made for (ISO 32000-1 §14.11.5). */

import { promisify } from "node:util";
import { deflate, deflateSync } from "node:zlib";
import { shared } from "../../base/byte-parts.ts";
import type { OutputCondition } from "../../model/output-condition.ts";
import type { FileBuilder } from "./builder.ts";
import { rawStream } from "./file.ts";
import { textString } from "./string.ts";

/** Compressing a profile of 1 MB takes longer than writing the rest of a file, and copying it nearly as long. */
const compressed = new WeakMap<Uint8Array, Uint8Array>();

const compressing = new WeakMap<Uint8Array, Promise<void>>();

/** Compresses a condition's profile beside the JavaScript thread, for files that are written when it is done. */
export function compressProfile({ icc }: OutputCondition): Promise<void> {
  let done = compressing.get(icc);
  if (!done) {
    done = promisify(deflate)(icc).then((data) => {
      compressed.set(icc, shared(data));
    });
    compressing.set(icc, done);
  }
  return done;
}

/** Adds the profile and the intent, which the catalog's entry names. @returns their object numbers */
export function addOutputIntent(
  file: FileBuilder,
  condition: OutputCondition,
): { readonly intent: number; readonly profile: number } {
  const { icc, identifier, registry, info } = condition;
  let data = compressed.get(icc);
  if (!data) {
    data = shared(deflateSync(icc));
    compressed.set(icc, data);
  }
  const profile = file.add(rawStream("/N 4/Alternate/DeviceCMYK/Filter/FlateDecode", data));
  const registered = registry === null ? "" : `/RegistryName${textString(registry)}`;
  const intent = file.add(
    `<</Type/OutputIntent/S/GTS_PDFX/OutputConditionIdentifier${textString(identifier)}${registered}` +
      `/OutputCondition${textString(condition.name.en)}/Info${textString(info)}/DestOutputProfile ${profile} 0 R>>`,
  );
  return { intent, profile };
}
