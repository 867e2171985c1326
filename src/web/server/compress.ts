/** Pages and pictures of the form, made smaller for the way; built files are there compressed already. */

import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { FastifyInstance } from "fastify";

const pack = promisify(gzip);

/** Shorter answers gain nothing that is felt. */
const LEAST = 4096;
/** Level 4 packs a page of 130 KB in about 2 ms, a fifth larger than the most. */
const LEVEL = 4;

const TYPES = /^(?:text\/html|application\/json)/;

/** On this machine itself there is no way to save: keystrokes are answered as they are. */
const isHere = (address: string): boolean => address === "::1" || /^(?:::ffff:)?127\./.test(address);

export function compressAnswers(app: FastifyInstance): void {
  app.addHook("onSend", async (request, reply, payload) => {
    const type = String(reply.getHeader("content-type") ?? "");
    if (typeof payload !== "string" || payload.length < LEAST || !TYPES.test(type)) return payload;
    reply.header("vary", "accept-encoding");
    const takes = /\bgzip\b/.test(String(request.headers["accept-encoding"] ?? ""));
    if (!takes || isHere(request.ip)) return payload;
    reply.header("content-encoding", "gzip");
    reply.removeHeader("content-length");
    return pack(payload, { level: LEVEL });
  });
}
