/** What callers of the service are promised. */

import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { multipart, OTHER, OWN, openTestService, type TestService } from "../support/service.ts";

let service: TestService;
beforeAll(async () => {
  service = await openTestService({ CORS: "https://truong.edu.vn" });
});
afterAll(() => service.close());

const host = "localhost";
const get = (url: string, headers: Record<string, string> = {}) =>
  service.app.inject({ url, headers: { host, ...service.own, ...headers } });
const post = (url: string, payload: object, headers: Record<string, string> = {}) =>
  service.app.inject({ method: "POST", url, payload, headers: { host, ...service.own, ...headers } });
const flyer = { template: "recruitment-flyer", format: "a5", institution: OWN };

describe("lists", () => {
  test.each([
    ["formats", "a5"],
    ["themes", "vuon-len"],
    ["templates", "certificate"],
    ["campaigns", "gdnn-2026"],
    ["institutions", OWN],
  ])("/v1/%s, and one of them", async (list, id) => {
    const all = (await get(`/v1/${list}`)).json<{ id: string }[]>();
    expect(all.map((each) => each.id)).toContain(id);
    expect((await get(`/v1/${list}/${id}`)).json()).toMatchObject({ id });
    const none = await get(`/v1/${list}/${id}x`);
    expect([403, 404]).toContain(none.statusCode);
    expect(none.headers["content-type"]).toMatch(/^application\/problem\+json/);
  });

  test("a template tells what it reads and what a request for it may say", async () => {
    const { fields, schema, groups } = (await get("/v1/templates/certificate")).json();
    const paths = fields.map(({ path }: { path: string }) => path);
    expect(paths).toEqual(expect.arrayContaining(["person.name", "award.citation", "institution.name"]));
    expect(paths).not.toContain("photo.file");
    expect(schema.properties.format.enum).toEqual(["certificate-a4"]);
    for (const field of fields) expect(groups[field.group]).toMatchObject({ vi: expect.any(String) });
  });
});

describe("a piece", () => {
  test.each([
    ["pdf", "application/pdf", "%PDF"],
    ["png", "image/png", "\u0089PNG"],
    ["jpeg", "image/jpeg", "\u00ff\u00d8"],
    ["svg", "image/svg+xml", "<svg"],
  ])("as %s, asked for by name or by Accept", async (as, type, start) => {
    for (const answer of [
      await post("/v1/render", { ...flyer, as, ppi: 40 }),
      await post("/v1/render", { ...flyer, ppi: 40 }, { accept: `text/html;q=0.2, ${type}` }),
    ]) {
      expect([answer.statusCode, answer.headers["content-type"]]).toEqual([200, type]);
      expect(answer.rawPayload.toString("latin1").startsWith(start)).toBe(true);
    }
  });

  test("a file that is not of the piece's size says so in its name", async () => {
    const nameOf = async (more: object) =>
      (await post("/v1/render", { ...flyer, as: "pdf", ...more })).headers["content-disposition"];
    expect(await nameOf({ scale: 0.5 })).toContain('a5-ty-le-1-2.pdf"');
    expect(await nameOf({})).toContain('a5.pdf"');
  });

  test("an unknown type is not acceptable", async () => {
    const answer = await post("/v1/render", flyer, { accept: "video/mp4" });
    expect([answer.statusCode, answer.json().code]).toEqual([406, "service.not-acceptable"]);
  });

  test("everything that is wrong is told at once, in both languages, with its field", async () => {
    const answer = await post("/v1/render", { ...flyer, format: "A5", theme: "x", as: "pdf" });
    expect(answer.statusCode).toBe(404);
    expect(answer.json()).toMatchObject({
      status: 404,
      code: "request.unknown-id",
      title: expect.stringContaining("Không có"),
      diagnostics: [
        {
          field: "format",
          message: { en: expect.stringContaining("A5") },
          hint: { en: expect.stringContaining("a5") },
        },
        { field: "theme" },
      ],
    });
  });

  test("of several pages, the one asked for", async () => {
    const brochure = {
      template: "brochure",
      format: "brochure-trifold-a4",
      institution: OWN,
      as: "png",
      ppi: 20,
    };
    const [one, two, none] = await Promise.all(
      [1, 2, 3].map((page) => post(`/v1/render?page=${page}`, brochure)),
    );
    expect([one!.statusCode, two!.statusCode, none!.statusCode]).toEqual([200, 200, 404]);
    expect(one!.headers["anpham-pages"]).toBe("2");
    expect(one!.rawPayload.equals(two!.rawPayload)).toBe(false);
  });

  test("preflight tells findings by code and frame without making a file", async () => {
    const fine = (await post("/v1/preflight", flyer)).json();
    expect(fine).toMatchObject({ ok: true, pages: 1 });
    const tight = (
      await post("/v1/preflight", { ...flyer, data: { qr: `https://x.vn/${"a".repeat(280)}` } })
    ).json();
    expect(tight.diagnostics[0]).toMatchObject({
      code: expect.stringMatching(/^preflight\./),
      message: { vi: expect.any(String) },
    });
  });
});

describe("a permalink", () => {
  const url = `/v1/render/recruitment-flyer.png?format=a5&institution=${OWN}&width=200`;
  test("is what POST answers, has a tag, and is not sent again to those who have it", async () => {
    const answer = await get(url);
    expect(answer.statusCode).toBe(200);
    expect(answer.rawPayload.readUInt32BE(16)).toBe(200);
    const { etag } = answer.headers;
    expect(etag).toMatch(/^"[\da-f]{32}"$/);
    const known = await get(url, { "if-none-match": `W/"x", ${etag}` });
    expect([known.statusCode, known.headers.etag, known.payload]).toEqual([304, etag, ""]);
    const head = await service.app.inject({ method: "HEAD", url, headers: { host, ...service.own } });
    expect([head.statusCode, head.headers.etag, head.payload]).toEqual([200, etag, ""]);
    expect(head.headers["content-length"]).toBe(String(answer.rawPayload.length));
    expect(answer.headers["cache-control"]).toBe("private, no-cache");
  });

  test("what is not there yet has its tag all the same: nothing is rendered for a 304", async () => {
    const fresh = `${url}&data.lead=${encodeURIComponent("Dẫn mới")}`;
    const made = await post("/v1/links", { request: { ...flyer, as: "png" }, seconds: 60 });
    expect(made.statusCode).toBe(201);
    const [one, two] = [await get(fresh), await get(fresh)];
    expect(one.headers.etag).toBe(two.headers.etag);
    expect([one.headers["anpham-source"], two.headers["anpham-source"]]).toEqual(["rendered", "memory"]);
    expect(one.headers["server-timing"]).toMatch(/^resolve;dur=.*export;dur=/);
  });

  test("any tag is known only of a page that there is", async () => {
    const any = { "if-none-match": "*" };
    const [there, none] = [await get(url, any), await get(`${url}&page=99`, any)];
    expect([there.statusCode, there.headers.etag]).toEqual([304, (await get(url)).headers.etag]);
    expect([none.statusCode, none.json().code]).toEqual([404, "service.no-such-page"]);
  });

  test("what would not render, or not as an address, is not signed", async () => {
    const programmes = Array.from({ length: 80 }, (_, i) => ({ name: `Nghề ${i}`, levels: ["trung-cap"] }));
    const sign = (data: object) => post("/v1/links", { request: { ...flyer, as: "png", ppi: 20, data } });
    const crowded = { programmes };
    const rendered = await post("/v1/render", { ...flyer, as: "png", ppi: 20, data: crowded });
    const refused = await sign(crowded);
    expect([refused.statusCode, refused.json().code]).toEqual([422, rendered.json().code]);
    const long = await sign({ benefits: Array.from({ length: 8 }, () => "lợi ích ".repeat(60)) });
    expect(long.json().code).toBe("service.link-too-long");
  });

  test("data is an object", async () => {
    expect((await get(`${url}&data=1`)).json()).toMatchObject({
      code: "request.invalid-field",
      diagnostics: [{ field: "data" }],
    });
  });

  test("a signed one may be kept by everybody until it ends", async () => {
    const { path } = (
      await post("/v1/links", { request: { ...flyer, as: "png", ppi: 20 }, seconds: 100 })
    ).json();
    const answer = await service.app.inject({ url: path, headers: { host } });
    expect(answer.statusCode).toBe(200);
    const [, seconds] = /^public, max-age=(\d+), must-revalidate$/.exec(
      String(answer.headers["cache-control"]),
    )!;
    expect(Number(seconds)).toBeLessThanOrEqual(100);
  });
});

describe("a job", () => {
  const until = async (id: string) => {
    for (let i = 0; i < 400; i++) {
      const job = (await get(`/v1/jobs/${id}`)).json();
      if (job.state !== "queued" && job.state !== "running") return job;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error("the job does not end");
  };
  test("of rows in a file: 202, events, files, one archive, gone when removed", async () => {
    const request = JSON.stringify({
      template: "certificate",
      format: "certificate-a4",
      institution: OWN,
      as: ["png"],
    });
    const sent = multipart({ name: "Danh sách.CSV", bytes: "Họ tên;Lớp\nAn;K12\nBình;K12\n" }, { request });
    const made = await service.app.inject({
      ...{ method: "POST", url: "/v1/batches", payload: sent.payload },
      headers: { host, ...service.own, ...sent.headers },
    });
    expect(made.statusCode).toBe(202);
    const { id } = made.json();
    expect(made.headers.location).toBe(`/v1/jobs/${id}`);
    const events = (await get(`/v1/jobs/${id}/events`)).payload;
    expect(events).toMatch(
      /event: state\ndata: {"state":"queued"[\s\S]*event: progress[\s\S]*"state":"done"/,
    );
    expect(await until(id)).toMatchObject({ state: "done", counts: { rows: 2, rendered: 2, failed: 0 } });
    const files = (await get(`/v1/jobs/${id}/files`)).json<{ name: string; size: number; href: string }[]>();
    const [picture] = files.filter(({ name }) => name.endsWith(".png"));
    expect((await get(picture!.href)).headers["content-type"]).toBe("image/png");
    const head = (url: string) =>
      service.app.inject({ method: "HEAD", url, headers: { host, ...service.own } });
    const file = await head(picture!.href);
    expect([file.statusCode, file.headers["content-length"]]).toEqual([200, String(picture!.size)]);
    const whole = await get(picture!.href);
    const part = await get(picture!.href, { range: "bytes=10-19" });
    expect([part.statusCode, part.headers["content-range"]]).toEqual([206, `bytes 10-19/${picture!.size}`]);
    expect(part.rawPayload).toEqual(whole.rawPayload.subarray(10, 20));
    const etag = String(whole.headers.etag);
    expect(etag).toMatch(/^"/);
    const known = await get(picture!.href, { "if-none-match": etag });
    expect([known.statusCode, known.rawPayload.byteLength]).toEqual([304, 0]);
    const beyond = await get(picture!.href, { range: `bytes=${picture!.size}-` });
    expect([beyond.statusCode, beyond.json().code]).toEqual([416, "service.bad-range"]);
    expect(beyond.headers["content-range"]).toBe(`bytes */${picture!.size}`);
    const other = await get(picture!.href, { "if-match": '"other"' });
    expect([other.statusCode, other.json().code]).toEqual([412, "service.precondition-failed"]);
    expect((await head(`/v1/jobs/${id}.zip`)).headers["content-type"]).toBe("application/zip");
    // It would be held until the job ends, and heard by nobody.
    expect((await head(`/v1/jobs/${id}/events`)).statusCode).toBe(405);
    const zip = await get(`/v1/jobs/${id}.zip`);
    expect(zip.headers["content-disposition"]).toContain(`anpham-${id}.zip`);
    // The names stand at the end of an archive, before its own end.
    const names = zip.rawPayload.toString("latin1");
    expect([names.slice(0, 2), names.includes(picture!.name), names.includes("report.json")]).toEqual([
      "PK",
      true,
      true,
    ]);
    const removed = await service.app.inject({
      method: "DELETE",
      url: `/v1/jobs/${id}`,
      headers: { host, ...service.own },
    });
    expect([removed.statusCode, (await get(`/v1/jobs/${id}`)).statusCode]).toEqual([204, 404]);
  });

  test("a kit without rows is the key's own institution's; the same again comes from the cache", async () => {
    const kit = { formats: ["avatar-facebook"] };
    const ids = [(await post("/v1/kits", kit)).json().id, (await post("/v1/kits", kit)).json().id];
    for (const id of ids)
      expect(await until(id)).toMatchObject({ state: "done", counts: { kits: 1, pieces: 1 } });
    const names = (await get(`/v1/jobs/${ids[1]}/files`)).json<{ name: string }[]>().map(({ name }) => name);
    const page = await get(`/v1/jobs/${ids[1]}/files/${names.find((name) => name.endsWith("index.html"))}`);
    // Its pictures are of the same origin, its scripts of none.
    const policy = String(page.headers["content-security-policy"]);
    expect(policy).toMatch(
      /default-src 'none'; img-src 'self';.* sandbox allow-same-origin allow-downloads$/,
    );
    expect(names).toEqual(
      expect.arrayContaining([`${OWN}/avatar-facebook.png`, `${OWN}/index.html`, "report.json"]),
    );
    expect(names.join()).not.toContain(OTHER);
  });

  test("one that is asked for again with its Idempotency-Key is the same; with other content it is refused", async () => {
    const kit = { formats: ["avatar-facebook"] };
    const again = (body: object, key: string) => post("/v1/kits", body, { "idempotency-key": key });
    const first = await again(kit, '"8e03978e"');
    const second = await again(kit, '"8e03978e"');
    expect([second.statusCode, second.headers.location, second.json().id]).toEqual([
      202,
      first.headers.location,
      first.json().id,
    ]);
    const other = await again({ formats: ["a5"] }, '"8e03978e"');
    expect([other.statusCode, other.json().code]).toEqual([422, "service.idempotency-key-reused"]);
    const wrong = await again(kit, "khóa");
    expect([wrong.statusCode, wrong.json().code]).toEqual([400, "service.bad-idempotency-key"]);
    expect(await until(first.json().id)).toMatchObject({ state: "done" });
    const { paths } = (await get("/openapi.json")).json();
    expect(paths["/v1/kits"].post.parameters).toMatchObject([
      { in: "header", name: "idempotency-key", required: false, schema: { type: "string" } },
    ]);
  });

  test("what can never work is refused at once", async () => {
    const wrong = { template: "certificate", format: "a5", institution: OWN, rows: [{ name: "An" }] };
    expect((await post("/v1/batches", wrong)).json()).toMatchObject({ code: "request.format-not-offered" });
    expect((await post("/v1/batches", { ...wrong, format: "certificate-a4", rows: null })).json().code).toBe(
      "service.no-file",
    );
    expect((await post("/v1/kits", { formats: ["nichts"] })).json().code).toBe("request.unknown-id");
    const unnamed = (await post("/v1/batches", { ...wrong, format: "certificate-a4", name: "x" })).json();
    expect(unnamed).toMatchObject({ code: "run.bad-name-pattern", diagnostics: [{ field: "name" }] });
    expect(unnamed.detail).not.toContain("--name");
  });

  test("a field of a form says how much it may hold", async () => {
    const sent = multipart(null, { request: "x".repeat(1100 * 1024) });
    const answer = await service.app.inject({
      ...{ method: "POST", url: "/v1/batches", payload: sent.payload },
      headers: { host, ...service.own, ...sent.headers },
    });
    expect(answer.json()).toMatchObject({
      ...{ status: 413, code: "service.body-too-large", title: "Yêu cầu lớn hơn 1024 KB cho phép." },
      diagnostics: [{ field: "request" }],
    });
  });
});

describe("operation", () => {
  test("alive and ready without a key; figures with one", async () => {
    const open = (url: string) => service.app.inject({ url, headers: { host: "10.0.0.7" } });
    expect((await open("/healthz")).json()).toMatchObject({ ok: true });
    expect((await open("/readyz")).json()).toEqual({ ok: true });
    const figures = (await get("/metrics")).payload;
    expect(figures).toMatch(/anpham_pieces_total\{source="rendered"\} \d+/);
    expect(figures).toMatch(/anpham_http_request_seconds_bucket\{[^}]*route="\/v1\/render\/:file"/);
    expect(figures).toMatch(/anpham_jobs\{state="done"\} \d/);
  });

  test("not ready while nothing can be written", async () => {
    const file = join(service.state, `.ready-${process.pid}`);
    await mkdir(file);
    const answer = await service.app.inject({ url: "/readyz", headers: { host } });
    await rm(file, { recursive: true });
    expect([answer.statusCode, answer.json().code]).toEqual([503, "service.not-ready"]);
    expect((await service.app.inject({ url: "/readyz", headers: { host } })).statusCode).toBe(200);
  });

  test("the contract names every address, and the page of it needs nothing from elsewhere", async () => {
    const { paths } = (await service.app.inject({ url: "/openapi.json", headers: { host } })).json();
    expect(Object.keys(paths)).toEqual(
      expect.arrayContaining([
        "/v1/render",
        "/v1/render/{file}",
        "/v1/preflight",
        "/v1/uploads",
        "/v1/kits",
        "/v1/batches",
        "/v1/jobs/{id}/events",
        "/v1/links",
        "/metrics",
      ]),
    );
    expect(JSON.stringify(paths["/v1/render"].post.requestBody)).toContain("vuon-len");
    const page = await service.app.inject({ url: "/docs/", headers: { host } });
    expect(page.payload).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
    expect(String(page.headers["content-security-policy"])).not.toMatch(/https:|swagger\.io/);
  });

  test.each([
    ["/v1/jobs/%zz", 400, "service.bad-address"],
    [`/v1/jobs/${"a".repeat(250)}`, 414, "service.address-too-long"],
  ])(
    "an address that no route can be found for is a problem like any other: %s",
    async (url, status, code) => {
      const answer = await get(url);
      expect([answer.statusCode, answer.json().code]).toEqual([status, code]);
      expect(answer.headers["content-type"]).toMatch(/^application\/problem\+json/);
      expect(answer.headers["request-id"]).toBe(answer.json().requestId);
    },
  );

  test("every address under /v1 asks for a scope", async () => {
    const { paths } = (await service.app.inject({ url: "/openapi.json", headers: { host } })).json();
    for (const [path, methods] of Object.entries(paths)) {
      if (!path.startsWith("/v1/")) continue;
      for (const method of Object.keys(methods as object)) {
        const url = path.replace(/\{[^}]+\}/g, "x");
        const answer = await service.app.inject({
          method: method.toUpperCase() as "GET",
          url,
          headers: { host },
        });
        expect([method, path, answer.statusCode]).toEqual([method, path, 401]);
      }
    }
  });

  test("sites that the operator lists may call, others not", async () => {
    const allowed = await get("/v1/formats", { origin: "https://truong.edu.vn" });
    expect(allowed.headers["access-control-allow-origin"]).toBe("https://truong.edu.vn");
    const other = await get("/v1/formats", { origin: "https://evil.example" });
    expect(other.headers["access-control-allow-origin"]).toBeUndefined();
  });

  test("their scripts see what heads of answers tell, and no copy is for another site", async () => {
    const url = `/v1/render/recruitment-flyer.png?format=a5&institution=${OWN}&ppi=20`;
    const { headers } = await get(url, { origin: "https://truong.edu.vn" });
    const seen = String(headers["access-control-expose-headers"]);
    for (const name of ["anpham-findings", "anpham-pages", "etag", "request-id"])
      expect(seen).toContain(name);
    expect(String(headers.vary).toLowerCase().split(", ").sort()).toEqual(["authorization", "origin"]);
  });
});

test("who asks too often is told when to come again", async () => {
  const limited = await openTestService({ RATE_ADDRESS: 8, RATE_KEY: 4 });
  try {
    const ask = (headers: Record<string, string>) =>
      limited.app.inject({ url: "/v1/formats", headers: { host, ...headers } });
    const statuses: number[] = [];
    for (let i = 0; i < 6; i++) statuses.push((await ask(limited.own)).statusCode);
    expect(statuses).toEqual([200, 200, 200, 200, 429, 429]);
    // The address is counted too, whatever the key: guessing keys ends soon.
    const others = [await ask(limited.other), await ask({}), await ask({}), await ask(limited.other)];
    expect(others.map(({ statusCode }) => statusCode)).toEqual([200, 401, 429, 429]);
    expect(Number(others.at(-1)!.headers["retry-after"])).toBeGreaterThan(0);
    expect(others.at(-1)!.json()).toMatchObject({ code: "service.too-many-requests" });
  } finally {
    await limited.close();
  }
});
