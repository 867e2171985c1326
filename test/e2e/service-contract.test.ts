/** What `/openapi.json` promises is what the service answers. */

import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import * as z from "zod";
import { packageRoot } from "../../src/base/package-root.ts";
import { multipart, OWN, openTestService, type TestService } from "../support/service.ts";
import { startService } from "../support/service-process.ts";

let service: TestService;
interface Media {
  readonly schema: Parameters<typeof z.fromJSONSchema>[0];
}
interface Answer {
  readonly $ref?: string;
  readonly content?: Readonly<Record<string, Media>>;
}
interface Operation {
  readonly operationId: string;
  readonly security: readonly Readonly<Record<string, readonly string[]>>[];
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
  readonly requestBody?: Answer;
  readonly responses: Readonly<Record<string, Answer>>;
}
let contract: {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly responses: Readonly<Record<string, Answer>> };
};
const host = "localhost";

beforeAll(async () => {
  service = await openTestService();
  contract = (await service.app.inject({ url: "/openapi.json", headers: { host } })).json();
});
afterAll(() => service.close());

/** Asks, and compares the answer with the contract of its address. */
async function ask(
  method: "GET" | "POST" | "DELETE",
  path: string,
  {
    params = {},
    query = "",
    ...rest
  }: {
    readonly params?: Readonly<Record<string, string>>;
    readonly query?: string;
    readonly payload?: object | Buffer;
    readonly headers?: Readonly<Record<string, string>>;
  } = {},
) {
  const operation = contract.paths[path]?.[method.toLowerCase()];
  expect([method, path, operation !== undefined]).toEqual([method, path, true]);
  const url = path.replace(/\{(\w+)\}/g, (_, name: string) => params[name]!) + query;
  const answer = await service.app.inject({
    method,
    url,
    ...(rest.payload === undefined ? {} : { payload: rest.payload }),
    headers: { host, ...service.everybody, ...rest.headers },
  });
  const { statusCode: status, headers, payload } = answer;
  const promised = operation!.responses[status] ?? operation!.responses.default!;
  const { content } = promised.$ref ? contract.components.responses.Problem! : promised;
  const type = String(headers["content-type"] ?? "").split(";")[0]!;
  expect([url, status, Object.keys(content ?? { "": 0 })]).toEqual([
    url,
    status,
    expect.arrayContaining([type]),
  ]);
  if (type.endsWith("json") && !path.endsWith("{name}")) {
    const { success, error } = z.fromJSONSchema(content![type]!.schema).safeParse(JSON.parse(payload));
    expect([url, success ? null : z.prettifyError(error!)]).toEqual([url, null]);
  }
  return { status, json: () => JSON.parse(payload) };
}

const flyer = { template: "recruitment-flyer", format: "a5", institution: OWN, as: "png", ppi: 20 };
const certificates = { template: "certificate", format: "certificate-a4", institution: OWN };

test("the addresses that documents name are in the contract", () => {
  const named = ["README.md", "docs/service.md"].flatMap((file) => [
    ...readFileSync(join(packageRoot(), file), "utf8").matchAll(/\/v1\/[a-z]+|(?<=`)\/[a-z]+(?=`)/g),
  ]);
  const addresses = [...new Set(named.map(([address]) => address))].filter((address) => address !== "/docs");
  expect(addresses.length).toBeGreaterThan(10);
  const known = Object.keys(contract.paths);
  const isKnown = (address: string) =>
    known.some((each) => each === address || each.startsWith(`${address}/`));
  expect(addresses.filter((address) => !isKnown(address))).toEqual([]);
});

test("every answer is of a status, a type and a shape that the contract has", async () => {
  await ask("GET", "/healthz");
  await ask("GET", "/readyz");
  await ask("GET", "/metrics");
  for (const [list, id] of [
    ["formats", "a5"],
    ["themes", "vuon-len"],
    ["templates", "certificate"],
    ["campaigns", "gdnn-2026"],
    ["institutions", OWN],
  ] as const) {
    await ask("GET", `/v1/${list}`);
    await ask("GET", `/v1/${list}/{id}`, { params: { id } });
    await ask("GET", `/v1/${list}/{id}`, { params: { id: "none" } });
  }
  expect((await ask("POST", "/v1/render", { payload: flyer })).status).toBe(200);
  expect((await ask("POST", "/v1/render", { payload: {} })).status).toBe(422);
  await ask("POST", "/v1/preflight", { payload: flyer });
  const link = await ask("POST", "/v1/links", { payload: { request: flyer } });
  expect(link.status).toBe(201);
  const params = { file: "recruitment-flyer.png" };
  const query = `?format=a5&institution=${OWN}&ppi=20`;
  expect((await ask("GET", "/v1/render/{file}", { params, query })).status).toBe(200);
  const headers = { "if-none-match": "*" };
  expect((await ask("GET", "/v1/render/{file}", { params, query, headers })).status).toBe(304);

  const { default: sharp } = await import("sharp");
  const picture = await sharp({ create: { width: 20, height: 20, channels: 3, background: "#1651b8" } })
    .png()
    .toBuffer();
  const sent = await ask("POST", "/v1/uploads", multipart({ name: "a.png", bytes: picture }));
  expect(sent.status).toBe(201);
  const upload = { params: { id: sent.json().id } };
  await ask("GET", "/v1/uploads");
  expect((await ask("GET", "/v1/uploads/{id}", upload)).status).toBe(200);
  expect((await ask("DELETE", "/v1/uploads/{id}", upload)).status).toBe(204);

  const rows = [{ "person.name": "An" }];
  expect((await ask("POST", "/v1/kits", { payload: { ...flyer, rows } })).status).toBe(422);
  const made = await ask("POST", "/v1/batches", { payload: { ...certificates, rows } });
  expect(made.status).toBe(202);
  const table = multipart(
    { name: "r.csv", bytes: "Họ tên\nAn\n" },
    { request: JSON.stringify(certificates) },
  );
  const second = await ask("POST", "/v1/batches", table);
  expect(second.status).toBe(202);
  expect((await ask("DELETE", "/v1/jobs/{id}", { params: { id: second.json().id } })).status).toBe(202);
  const job = { params: { id: made.json().id } };
  await ask("GET", "/v1/jobs/{id}/events", job);
  await ask("GET", "/v1/jobs");
  expect((await ask("GET", "/v1/jobs/{id}", job)).json().state).toBe("done");
  const files = (await ask("GET", "/v1/jobs/{id}/files", job)).json() as { name: string }[];
  for (const { name } of files) {
    await ask("GET", "/v1/jobs/{id}/files/{name}", { params: { ...job.params, name } });
  }
  await ask("GET", "/v1/jobs/{id}.zip", job);
  expect((await ask("DELETE", "/v1/jobs/{id}", job)).status).toBe(204);
});

test("an address that the contract has for other methods names them", async () => {
  const methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"] as const;
  for (const [path, operations] of Object.entries(contract.paths)) {
    // To DELETE, the name of the archive is an id like others.
    if (path.endsWith(".zip")) continue;
    const url = path.replace(/\{\w+\}/g, "0".repeat(24));
    const promised = Object.keys(operations).map((method) => method.toUpperCase());
    for (const method of methods) {
      if (promised.includes(method) || (method === "HEAD" && promised.includes("GET"))) continue;
      // A body of any type: it is not read.
      const sent = { payload: "x", headers: { host, "content-type": "text/csv" } };
      const answer = await service.app.inject({ method, url, ...sent });
      const allowed = String(answer.headers.allow).split(", ");
      expect([method, path, answer.statusCode]).toEqual([method, path, 405]);
      expect(new Set(allowed.filter((each) => each !== "HEAD"))).toEqual(new Set(promised));
      expect(answer.headers["content-type"]).toMatch(/^application\/problem\+json/);
      if (method === "HEAD") continue;
      const { code, title, detail } = answer.json();
      expect([code, title, detail]).toEqual([
        "service.wrong-method",
        `Địa chỉ ${url} không nhận ${method}.`,
        expect.stringContaining(`${url} does not take ${method}. Use: ${allowed.join(", ")}.`),
      ]);
    }
  }
});

test("every operation has a name of its own, which clients are generated with", () => {
  const named = Object.entries(contract.paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(
      ([method, { operationId }]) => [`${method} ${path}`, operationId] as const,
    ),
  );
  const names = named.map(([, name]) => name);
  expect(new Set(names).size).toBe(names.length);
  for (const name of names) expect(name).toMatch(/^(?:get|post|delete)(?:[A-Z][\da-z]*)+$/);
  expect(Object.fromEntries(named)).toMatchObject({
    "get /healthz": "getHealthz",
    "post /v1/render": "postRender",
    "get /v1/render/{file}": "getRenderByFile",
    "get /v1/jobs": "getJobs",
    "get /v1/jobs/{id}": "getJobsById",
    "get /v1/jobs/{id}.zip": "getJobsByIdZip",
    "get /v1/jobs/{id}/files/{name}": "getJobsByIdFilesByName",
    "delete /v1/uploads/{id}": "deleteUploadsById",
  });
});

test("the contract says which scope a key needs, and what is open to everybody", () => {
  const security = (path: string, method: string) => contract.paths[path]![method]!.security;
  expect(security("/healthz", "get")).toEqual([]);
  expect(security("/metrics", "get")).toEqual([{ key: ["metrics"] }]);
  expect(security("/v1/batches", "post")).toEqual([{ key: ["jobs"] }]);
  // With a key, or with a signature in the address.
  expect(security("/v1/render/{file}", "get")).toEqual([{ key: ["render"] }, {}]);
});

test("files are sent as forms, alone or beside JSON, and addresses name their fields", () => {
  const types = (path: string) => Object.keys(contract.paths[path]!.post!.requestBody!.content!);
  expect(types("/v1/uploads")).toEqual(["multipart/form-data"]);
  expect(types("/v1/kits")).toEqual(["application/json", "multipart/form-data"]);
  const named = contract.paths["/v1/render/{file}"]!.get!.parameters!.map(({ name }) => name);
  expect(named).toEqual(expect.arrayContaining(["file", "format", "institution", "width", "page"]));
});

test("texts of campaigns and institutions are texts, also where they are tidied when they are read", () => {
  const untyped: string[] = [];
  const look = (schema: unknown, path: string): void => {
    if (typeof schema !== "object" || schema === null || Array.isArray(schema)) {
      if (Array.isArray(schema)) for (const each of schema) look(each, path);
      return;
    }
    if (Object.keys(schema).length === 0) untyped.push(path);
    for (const [name, inner] of Object.entries(schema)) look(inner, `${path}/${name}`);
  };
  for (const path of ["/v1/campaigns/{id}", "/v1/institutions/{id}"]) {
    const { content } = contract.paths[path]!.get!.responses["200"]!;
    look(content!["application/json"]!.schema, path);
  }
  expect(untyped).toEqual([]);
});

test("where the form is open too, the contract is the same: what its pages say to each other is none", async () => {
  const state = await mkdtemp(join(tmpdir(), "anpham-contract-"));
  const opened = await startService(state);
  const served = (await (await fetch(`${opened.address}/openapi.json`)).json()) as typeof contract;
  expect((await fetch(`${opened.address}/an-pham`)).status).toBe(200);
  await opened.end("SIGTERM");
  await rm(state, { recursive: true, force: true });
  expect(served).toEqual(contract);
});
