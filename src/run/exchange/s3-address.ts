/** `s3://bucket/prefix?endpoint=https://…&region=…` */

import { fail } from "../../base/diagnostic.ts";

export interface S3Address {
  readonly bucket: string;
  /** Empty, or ends with `/`. */
  readonly prefix: string;
  /** `null` for that of AWS. */
  readonly endpoint: string | null;
  /** `null` when the address says none. */
  readonly region: string | null;
}

const PARAMETERS = ["endpoint", "region"];

/** @throws AnphamError `store.bad-address`, in which no key is told that somebody put there */
export function parseS3Address(address: string): S3Address {
  const url = URL.canParse(address) ? new URL(address) : null;
  const endpoint = url?.searchParams.get("endpoint") ?? null;
  const folder = decoded(url?.pathname ?? "")?.replace(/^\/+|\/+$/g, "");
  const isSound = url?.protocol === "s3:" && url.hostname !== "" && !url.username && !url.password;
  const isKnown = [...(url?.searchParams.keys() ?? [])].every((key) => PARAMETERS.includes(key));
  if (!isSound || !isKnown || folder === undefined || (endpoint !== null && !isEndpoint(endpoint))) {
    fail("store.bad-address", { address: address.replace(/\/\/[^/]*@/, "//…@").replace(/\?.*/, "?…") });
  }
  return {
    bucket: url.hostname,
    prefix: folder === "" ? "" : `${folder}/`,
    endpoint,
    region: url.searchParams.get("region"),
  };
}

const isEndpoint = (text: string): boolean => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);

function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}
