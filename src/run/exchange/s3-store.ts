/**
 * A bucket of S3 or of anything that speaks its protocol. The client is loaded when such a store is opened, and nowhere
 * else; keys come from where the client looks for them (environment, instance role), never from the address.
 */

import type { S3Client } from "@aws-sdk/client-s3";
import { joined } from "../../base/byte-parts.ts";
import { fail } from "../../base/diagnostic.ts";
import { sha256 } from "../../base/hash.ts";
import { parseS3Address } from "./s3-address.ts";
import { s3Reason } from "./s3-reason.ts";
import type { SharedStore } from "./shared-store.ts";

/** The client tries again after failures of the network and of the server, waiting longer each time. */
const ATTEMPTS = 5;
/** Until a connection stands, ms. */
const CONNECTION = 10_000;
/** In which nothing comes and nothing goes, ms: without an end, a store that is silent would hold a worker for ever. */
const SILENCE = 30_000;
/** What DeleteObjects takes at once. */
const DELETED_AT_ONCE = 1000;
const HASH = "sha256";

/**
 * @param address `s3://bucket/prefix?endpoint=https://…&region=…`; with an endpoint, addresses are of path style
 * @param silence after which an attempt is given up, ms
 * @throws AnphamError `store.bad-address`
 */
export async function s3Store(address: string, silence = SILENCE): Promise<SharedStore> {
  const { bucket, prefix, endpoint, region } = parseS3Address(address);
  const s3 = await import("@aws-sdk/client-s3");
  // What Node this package runs on is said in one place, its “engines”: nobody has to hear of later clients here.
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= "true";
  const client: S3Client = new s3.S3Client({
    region: region ?? process.env.AWS_REGION ?? "us-east-1",
    maxAttempts: ATTEMPTS,
    requestHandler: { connectionTimeout: CONNECTION, socketTimeout: silence },
    ...(endpoint === null ? {} : { endpoint, forcePathStyle: true }),
  });
  const store = `s3://${bucket}/${prefix}`;
  const at = (name: string) => ({ Bucket: bucket, Key: `${prefix}${name}` });
  const reasons = (thrown: unknown) => {
    const [reasonVi, reason] = s3Reason(thrown);
    return { store, reasonVi, reason };
  };
  const cannotRead = (name: string, thrown: unknown): never =>
    fail("store.cannot-read", { name, ...reasons(thrown) }, {}, { cause: thrown });
  const cannotWrite = (name: string, thrown: unknown): never =>
    fail("store.cannot-write", { name, ...reasons(thrown) }, {}, { cause: thrown });
  const isMissing = (thrown: unknown) =>
    thrown instanceof s3.S3ServiceException &&
    thrown.$metadata.httpStatusCode === 404 &&
    thrown.name !== "NoSuchBucket";

  const head = async (name: string) => {
    try {
      return await client.send(new s3.HeadObjectCommand(at(name)));
    } catch (thrown) {
      return isMissing(thrown) ? null : cannotRead(name, thrown);
    }
  };
  const read = async (name: string): Promise<Uint8Array | null> => {
    try {
      const { Body } = await client.send(new s3.GetObjectCommand(at(name)));
      return await Body!.transformToByteArray();
    } catch (thrown) {
      return isMissing(thrown) ? null : cannotRead(name, thrown);
    }
  };
  return {
    read,
    async write(name, ...parts) {
      const bytes = joined(parts);
      const hash = sha256(bytes);
      try {
        // One request: the object is there whole or not at all. The server compares the checksum.
        await client.send(
          new s3.PutObjectCommand({
            ...at(name),
            Body: bytes,
            ContentLength: bytes.byteLength,
            ChecksumSHA256: Buffer.from(hash, "hex").toString("base64"),
            Metadata: { [HASH]: hash },
          }),
        );
      } catch (thrown) {
        cannotWrite(name, thrown);
      }
    },
    size: async (name) => (await head(name))?.ContentLength ?? null,
    async sha256(name) {
      const found = await head(name);
      if (!found) return null;
      const bytes = found.Metadata?.[HASH] === undefined ? await read(name) : null;
      return bytes ? sha256(bytes) : (found.Metadata?.[HASH] ?? null);
    },
    async clear(folder) {
      try {
        const { Bucket, Key } = at(`${folder}/`);
        for (let more = true; more; ) {
          const page = await client.send(
            new s3.ListObjectsV2Command({ Bucket, Prefix: Key, MaxKeys: DELETED_AT_ONCE }),
          );
          const found = (page.Contents ?? []).map((object) => ({ Key: object.Key }));
          if (found.length > 0)
            await client.send(
              new s3.DeleteObjectsCommand({ Bucket, Delete: { Objects: found, Quiet: true } }),
            );
          more = page.IsTruncated === true && found.length > 0;
        }
      } catch (thrown) {
        cannotWrite(folder, thrown);
      }
    },
    // Objects are never half-written.
    sweep: () => Promise.resolve(),
  };
}
