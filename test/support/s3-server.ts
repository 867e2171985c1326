/**
 * A stand-in for S3: the few requests that this project makes, answered from memory by a small HTTP server. It sees that
 * requests are signed (not whether the signature is right), that addresses are of path style and that checksums fit. It
 * is no judge of whether a real S3 would agree.
 */

import { createHash } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface TestBucket {
  /** For `--store`. */
  readonly address: string;
  /** By key. */
  readonly objects: ReadonlyMap<string, Uint8Array>;
  /** Requests so far: `PUT prefix/name 200`. */
  readonly requests: readonly string[];
  /** What the next requests are answered instead, one each. */
  failNext(...statuses: readonly number[]): void;
  /** Puts something else in an object's place. */
  damage(key: string): void;
  stop(): Promise<void>;
}

interface StoredObject {
  readonly bytes: Buffer;
  readonly hash: string | undefined;
}

const SIGNATURE =
  /^AWS4-HMAC-SHA256 Credential=[^/]+\/\d{8}\/[\w-]+\/s3\/aws4_request, SignedHeaders=\S+, Signature=[\da-f]{64}$/;
const BUCKET = "hand-over";

/** Keys come from the environment: this sets some, for this process and those that it starts. */
export async function startBucket(): Promise<TestBucket> {
  process.env.AWS_ACCESS_KEY_ID = "test";
  process.env.AWS_SECRET_ACCESS_KEY = "test-secret";
  const stored = new Map<string, StoredObject>();
  const requests: string[] = [];
  const failures: number[] = [];

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    const url = new URL(request.url!, "http://localhost");
    const [, bucket, ...rest] = url.pathname.split("/").map(decodeURIComponent);
    const key = rest.join("/");
    const reply = (status: number, content: string | Buffer = "", headers = {}) => {
      requests.push(`${request.method} ${key} ${status}`);
      response.writeHead(status, headers).end(request.method === "HEAD" ? undefined : content);
    };
    const failure = failures.shift();
    if (failure !== undefined) return reply(failure, `<Error><Code>Wanted${failure}</Code></Error>`);
    if (!SIGNATURE.test(request.headers.authorization ?? ""))
      return reply(403, "<Error><Code>AccessDenied</Code></Error>");
    if (bucket !== BUCKET) return reply(404, "<Error><Code>NoSuchBucket</Code></Error>");
    if (request.method === "PUT") {
      const claimed = request.headers["x-amz-checksum-sha256"];
      const real = createHash("sha256").update(body).digest("base64");
      if (claimed !== real) return reply(400, "<Error><Code>BadDigest</Code></Error>");
      stored.set(key, { bytes: body, hash: request.headers["x-amz-meta-sha256"] as string | undefined });
      return reply(200);
    }
    if (request.method === "POST" && url.searchParams.has("delete")) {
      for (const [, name] of body.toString().matchAll(/<Key>([^<]*)<\/Key>/g)) stored.delete(name!);
      return reply(200, "<DeleteResult/>");
    }
    if (url.searchParams.get("list-type") === "2") {
      const prefix = url.searchParams.get("prefix") ?? "";
      const keys = [...stored.keys()].filter((each) => each.startsWith(prefix));
      const contents = keys.map((each) => `<Contents><Key>${each}</Key></Contents>`).join("");
      return reply(200, `<ListBucketResult><IsTruncated>false</IsTruncated>${contents}</ListBucketResult>`);
    }
    const object = stored.get(key);
    if (!object) return reply(404, "<Error><Code>NoSuchKey</Code></Error>");
    return reply(200, object.bytes, {
      "content-length": object.bytes.byteLength,
      ...(object.hash === undefined ? {} : { "x-amz-meta-sha256": object.hash }),
    });
  };

  const server = createServer((request, response) => void answer(request, response));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    address: `s3://${BUCKET}/runs?endpoint=${encodeURIComponent(endpoint)}&region=ap-southeast-1`,
    get objects() {
      return new Map([...stored].map(([key, { bytes }]) => [key, bytes]));
    },
    requests,
    failNext: (...statuses) => void failures.push(...statuses),
    damage: (key) => void stored.set(key, { bytes: Buffer.from("damaged"), hash: undefined }),
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
