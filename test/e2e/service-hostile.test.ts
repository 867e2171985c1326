/**
 * Hostile requests, kept as a growing list. Each is refused by its own sentence (or answered without what it wanted),
 * nothing of the machine stands in any answer, nobody outside is ever asked, and the service goes on.
 */

import { symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { InjectOptions } from "fastify";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addKey, revokeKey } from "../../src/http/access/keys-file.ts";
import { cleanedDrawings, gifOf, pngOf, REFUSED_DRAWINGS } from "../support/hostile-pictures.ts";
import { multipart, OTHER, OWN, openTestService, type TestService } from "../support/service.ts";
import { openTrap, type Trap } from "../support/trap.ts";

let service: TestService;
let trap: Trap;
/** A job and an upload of the other institution. */
let otherJob = "";
let otherUpload = "";
/** A job of the caller's own. */
let ownJob = "";

const flyer = { template: "recruitment-flyer", format: "a5", institution: OWN, as: "png", ppi: 30 };
const PNG = await (await import("sharp"))
  .default({
    create: { width: 40, height: 30, channels: 3, background: "#1651b8" },
  })
  .png()
  .toBuffer();

/** What must stand in no answer: places of this machine, the secrets of others, the insides of the program. */
const LEAKS = /root:.*:0:0|\/tmp\/|node_modules|\/src\/|\.ts:\d|\.js:\d|at \w+ \(|anpham-service-/;

async function send(options: InjectOptions, who: "own" | "other" | "everybody" | "nobody" = "own") {
  const headers = { host: "localhost", ...(who === "nobody" ? {} : service[who]), ...options.headers };
  const answer = await service.app.inject({ ...options, headers });
  const { statusCode, payload, headers: head } = answer;
  const isProblem = String(head["content-type"] ?? "").startsWith("application/problem+json");
  if (isProblem || statusCode >= 400) expect(payload).not.toMatch(LEAKS);
  expect(JSON.stringify(head)).not.toMatch(/\/tmp\//);
  return { status: statusCode, code: isProblem ? (JSON.parse(payload).code as string) : null, payload, head };
}
const post = (url: string, payload: object | string, who?: "own" | "other" | "everybody" | "nobody") =>
  send({ method: "POST", url, payload, headers: { "content-type": "application/json" } }, who);
const render = (changes: object) => post("/v1/render", { ...flyer, ...changes });
const upload = (bytes: Uint8Array | string, name = "a.png") =>
  send({ method: "POST", url: "/v1/uploads", ...multipart({ name, bytes }) });

beforeAll(async () => {
  trap = await openTrap();
  service = await openTestService({ WEBHOOK_HOSTS: "hooks.example.vn", ROWS_MB: 1 });
  const job = { template: "certificate", format: "certificate-a4", rows: [{ "person.name": "An" }] };
  const made = async (who: "own" | "other", institution: string) =>
    JSON.parse((await post("/v1/batches", { ...job, institution }, who)).payload).id as string;
  otherJob = await made("other", OTHER);
  ownJob = await made("own", OWN);
  const sent = await send(
    { method: "POST", url: "/v1/uploads", ...multipart({ name: "a.png", bytes: PNG }) },
    "other",
  );
  otherUpload = JSON.parse(sent.payload).id;
  expect([otherJob, ownJob, otherUpload]).toEqual([
    expect.stringMatching(/^[\da-f]{24}$/),
    expect.stringMatching(/^[\da-f]{24}$/),
    expect.stringMatching(/^upload:[\da-f]{64}$/),
  ]);
});

afterAll(async () => {
  // After all of it: nobody was asked, and an honest request is answered as ever.
  expect(trap.caught).toEqual([]);
  expect((await render({})).status).toBe(200);
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  await service.close();
  await trap.close();
});

describe("paths", () => {
  test.each([
    { template: "../../etc/passwd" },
    { template: "..\\..\\windows" },
    { template: "/etc/passwd" },
    { template: "recruitment-flyer/../certificate" },
    { template: "recruitment-flyer\u0000" },
    { format: "../a5" },
    { campaign: "../institutions/cd-y-te" },
    { profile: "../kits/gdnn" },
    { profile: "/etc/passwd" },
    { theme: "../../x" },
    { event: "../../x" },
  ])("%j is no id", async (changes) => {
    expect(await render(changes)).toMatchObject({ status: 404, code: "request.unknown-id" });
  });

  test.each(["../kits/gdnn", "/etc/passwd", `${OTHER}/../${OWN}`])(
    "institution %s is not one of the caller's",
    async (institution) => {
      expect(await render({ institution })).toMatchObject({ status: 403, code: "service.other-institution" });
      expect(await post("/v1/render", { ...flyer, institution }, "everybody")).toMatchObject({ status: 404 });
    },
  );

  test.each([
    "/v1/render/..%2f..%2fetc%2fpasswd.png?format=a5&institution=cd-y-te",
    "/v1/render/%2e%2e%2f%2e%2e%2fpackage.json?format=a5",
    "/v1/render/..%252f..%252fx.png?format=a5&institution=cd-y-te",
    "/v1/render/..%5c..%5cx.png?format=a5&institution=cd-y-te",
    "/v1/render/x%00.png?format=a5&institution=cd-y-te",
    "/v1/templates/..%2f..%2fpackage.json",
    "/v1/templates/%2e%2e",
    "/v1/campaigns/..%2finstitutions%2fcd-y-te",
    "/v1/formats/..%2fa5",
    "/docs/static/..%2f..%2f..%2fpackage.json",
    "/docs/static/%2e%2e/%2e%2e/package.json",
    "/../../etc/passwd",
    "//etc/passwd",
  ])("%s leads nowhere", async (url) => {
    const { status, payload } = await send({ url });
    expect([400, 403, 404, 422]).toContain(status);
    expect(payload).not.toMatch(/"name": "anpham"|root:/);
  });

  test.each([
    "../../job.json",
    "..%2f..%2fjob.json",
    "%2e%2e/%2e%2e/job.json",
    "..%5c..%5cjob.json",
    "%2fetc%2fpasswd",
    "/etc/passwd",
    "..%252f..%252fjob.json",
    "a/../../../job.json",
    ".handover",
    "job.json%00.pdf",
    "link-to-passwd",
  ])("file %s of a job is none", async (name) => {
    await symlink("/etc/passwd", join(service.state, "jobs", ownJob, "out", "link-to-passwd")).catch(
      () => undefined,
    );
    const { status } = await send({ url: `/v1/jobs/${ownJob}/files/${name}` });
    expect([400, 404]).toContain(status);
  });
});

describe("pictures by address or path", () => {
  const fields: readonly (readonly [string, (name: string) => object])[] = [
    ["institution.logo", (logo) => ({ institution: { id: "x", name: "X", logo } })],
    ["data.institution.logo", (logo) => ({ data: { institution: { logo } } })],
    ["data.photo", (photo) => ({ data: { photo } })],
    ["data.photo.file", (file) => ({ data: { photo: { file } } })],
  ];
  const names = () => [
    `${trap.address}/a.png`,
    "http://169.254.169.254/latest/meta-data/",
    "file:///etc/passwd",
    "/etc/passwd",
    "logos/placeholder-campaign.svg",
    "../brand/logos/placeholder-campaign.svg",
    "\\\\host\\share\\a.png",
    "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' width='1' height='1'/>",
    "upload:../../secret",
    `upload:${"0".repeat(64)}`,
    `upload:${"0".repeat(16)}/${"0".repeat(64)}`,
    otherUpload,
  ];
  test.each(fields)("%s names nothing but the caller's uploads", async (_, change) => {
    for (const name of names()) {
      expect([name, await render(change(name))]).toMatchObject([
        name,
        { status: 422, code: "asset.not-uploaded" },
      ]);
    }
  });

  test("rows of a job name nothing else either", async () => {
    const rows = [
      { "person.name": "An", logo: "/etc/passwd" },
      { "person.name": "Bình", photo: `${trap.address}/a.png` },
      { "person.name": "Chi", institution: OTHER },
    ];
    const made = await post("/v1/batches", {
      ...{ template: "certificate", format: "certificate-a4", institution: OWN, rows },
    });
    const { id } = JSON.parse(made.payload);
    const end = await finished(id);
    expect(end).toMatchObject({ state: "done", counts: { rows: 3, failed: 3, files: 0 } });
    const report = (await send({ url: `/v1/jobs/${id}/files/report.json` })).payload;
    expect(report).toContain("asset.not-uploaded");
    expect(report).toContain("service.other-institution");
    expect(report).not.toMatch(/root:/);
  });
});

async function finished(id: string) {
  for (let i = 0; i < 300; i++) {
    const job = JSON.parse((await send({ url: `/v1/jobs/${id}` })).payload);
    if (job.state !== "queued" && job.state !== "running") return job;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("the job does not end");
}

describe("webhooks", () => {
  test.each([
    "http://hooks.example.vn/x",
    "https://127.0.0.1/x",
    "https://localhost/x",
    "https://[::1]/x",
    "https://169.254.169.254/latest",
    "https://2130706433/x",
    "https://hooks.example.vn.evil.example/x",
    "https://hooks.example.vn@127.0.0.1/x",
    "https://user:secret@hooks.example.vn/x",
    "https://hooks.example.vn:22/x",
    "file:///etc/passwd",
    "gopher://hooks.example.vn/x",
  ])("%s is not called", async (webhook) => {
    expect(await post("/v1/kits", { institution: OWN, formats: ["a5"], webhook })).toMatchObject({
      status: 422,
      code: "service.webhook-refused",
    });
  });
});

describe("uploads", () => {
  test.each(Object.entries(REFUSED_DRAWINGS))("%s is refused", async (_, drawing) => {
    const { status } = await upload(drawing as Uint8Array | string, "a.svg");
    expect([413, 415]).toContain(status);
  });

  test("of a drawing, only shapes stay", async () => {
    for (const [name, drawing] of Object.entries(cleanedDrawings(trap.address))) {
      const sent = await upload(drawing, "a.svg");
      expect([name, sent.status]).toEqual([name, 201]);
      const { id } = JSON.parse(sent.payload);
      const kept = await send({ url: `/v1/uploads/${encodeURIComponent(id)}` });
      expect(kept.payload).toContain("<rect");
      expect([name, kept.payload]).not.toEqual([
        name,
        expect.stringMatching(
          /script|onload|onclick|foreignObject|http:\/\/127|file:|javascript|@import|@font-face|u\\72|<set|<iframe|stylesheet/i,
        ),
      ]);
      expect(kept.head["content-security-policy"]).toContain("sandbox");
      expect(kept.head["x-content-type-options"]).toBe("nosniff");
      const shown = await render({ data: { institution: { logo: id } } });
      expect([name, shown.status]).toEqual([name, 200]);
    }
  });

  test.each([
    ["nine hundred megapixels", () => pngOf(30_000, 30_000), 413],
    ["four thousand megapixels", () => pngOf(65_535, 65_535), 413],
    ["one long line", () => pngOf(100_000_000, 1), 413],
    ["no pixels", () => pngOf(0, 0), 415],
    ["five hundred frames", () => gifOf(500), 413],
    ["a cut-off picture", () => PNG.subarray(0, PNG.length - 40), 415],
    ["a PDF", () => Buffer.from("%PDF-1.7\n%âãÏÓ\n"), 415],
    ["a page", () => Buffer.from("<!doctype html><script>alert(1)</script>"), 415],
    ["an archive", () => Buffer.from("504b0304140000000800", "hex"), 415],
    ["nothing", () => Buffer.alloc(0), 415],
    ["noise", () => Buffer.alloc(5000, 0xa7), 415],
    ["a camera's format", () => Buffer.from("49492a0008000000", "hex"), 415],
  ] as const)("%s is refused", async (_, bytes, status) => {
    expect((await upload(bytes())).status).toBe(status);
  });

  test("what stands behind a picture or in its metadata is gone", async () => {
    const sharp = (await import("sharp")).default;
    const photo = await sharp({ create: { width: 40, height: 30, channels: 3, background: "#999" } })
      .withExif({ IFD0: { Artist: "SECRET-ARTIST" }, IFD3: { GPSLatitudeRef: "N" } })
      .jpeg()
      .toBuffer();
    const sent = await upload(Buffer.concat([photo, Buffer.from("<script>SECRET-TAIL</script>")]));
    const { id } = JSON.parse(sent.payload);
    const kept = await service.app.inject({
      url: `/v1/uploads/${id}`,
      headers: { host: "localhost", ...service.own },
    });
    expect(kept.rawPayload.toString("latin1")).not.toMatch(/SECRET|Exif|GPS/);
    expect(kept.headers["content-type"]).toBe("image/jpeg");
  });

  test("a picture larger than allowed is refused while it is read", async () => {
    expect(await upload(Buffer.concat([PNG, Buffer.alloc(21 * 1024 * 1024)]))).toMatchObject({
      status: 413,
      code: "service.body-too-large",
    });
  });

  test.each([
    "a.png\r\nX-Injected: 1",
    "../../../etc/cron.d/x.png",
    "a\u0000.svg",
    "%0d%0aSet-Cookie: a=b.png",
    `${"a".repeat(3000)}.png`,
    "con.png",
  ])("a file called %j is only its content", async (name) => {
    const { status, head } = await upload(PNG, name);
    expect([201, 400, 422]).toContain(status);
    expect(head["x-injected"] ?? head["set-cookie"]).toBeUndefined();
  });
});

describe("bodies", () => {
  test("ten megabytes of text", async () => {
    expect(await render({ data: { lead: "a".repeat(10 * 1024 * 1024) } })).toMatchObject({
      status: 413,
      code: "service.body-too-large",
    });
  });
  test("half a megabyte in one field, in words and without a break", async () => {
    for (const lead of ["a".repeat(500_000), "từ ".repeat(150_000)]) {
      expect(await render({ data: { lead } })).toMatchObject({ status: 422, code: "request.invalid-field" });
    }
  });
  test.each([
    ["brackets", "[".repeat(200_000)],
    ["objects", '{"a":'.repeat(100_000)],
    ["closed brackets", `{"data":${"[".repeat(50_000)}${"]".repeat(50_000)}}`],
  ])("JSON as deep as a well: %s", async (_, body) => {
    expect(await post("/v1/render", body)).toMatchObject({ status: 400, code: "service.too-deep" });
  });
  test.each([
    '{"__proto__":{"polluted":1},"template":"recruitment-flyer"}',
    '{"constructor":{"prototype":{"polluted":1}}}',
    '{"template":"recruitment-flyer","format":"a5","institution":"cd-y-te","data":{"__proto__":{"polluted":1}}}',
    '{"template":"recruitment-flyer","format":"a5","institution":{"__proto__":{"polluted":1}}}',
  ])("%s changes no prototype", async (body) => {
    expect(await post("/v1/render", body)).toMatchObject({ status: 400, code: "service.bad-request" });
  });
  test.each([
    "data.__proto__.polluted=1",
    "data.constructor.prototype.polluted=1",
    "__proto__=1",
    'data={"__proto__":{"polluted":1}}',
  ])("query %s changes no prototype", async (query) => {
    const { status } = await send({
      url: `/v1/render/recruitment-flyer.png?format=a5&institution=${OWN}&ppi=30&${encodeURI(query)}`,
    });
    expect([400, 422]).toContain(status);
  });
  test.each([
    ["", "application/json"],
    ["{", "application/json"],
    ["null", "application/json"],
    ["[]", "application/json"],
    ['"text"', "application/json"],
    ["{}", "application/json"],
    ["template=recruitment-flyer", "application/x-www-form-urlencoded"],
    ["<render/>", "application/xml"],
    ['{"template":1}', "text/plain"],
  ])("body %j of type %s", async (payload, type) => {
    const { status } = await send({
      method: "POST",
      url: "/v1/render",
      payload,
      headers: { "content-type": type },
    });
    expect([400, 415, 422]).toContain(status);
  });
  test.each([
    { ppi: 1e308 },
    { ppi: -1 },
    { ppi: "300; rm -rf /" },
    { bleed: 1e9 },
    { scale: 0 },
    { as: "exe" },
    { marks: ["crop", "../../x"] },
    { date: "2026-13-45" },
    { unknown: 1 },
    { data: { lead: "a\u0000b" } },
    { data: { lead: "\u0001\u0002" } },
    { data: { message: { text: "ạ̣̣̣̣̣̣̣̣" } } },
    { data: { qr: "x".repeat(5000) } },
    { data: { programmes: Array.from({ length: 5000 }, () => ({ name: "Hàn", levels: ["so-cap"] })) } },
    { data: { contact: { email: "a@b\r\nBcc: c@d" } } },
    { data: { unknown: "x" } },
  ])("%j is told as a wrong field", async (changes) => {
    const { status, code } = await render(changes);
    expect([status, code]).toEqual([422, "request.invalid-field"]);
  });
  test("a picture of a wall at printing resolution", async () => {
    expect(
      await render({ template: "backdrop", format: "backdrop-4000x8000", ppi: 2400 }).then(
        ({ status }) => status,
      ),
    ).toBeGreaterThanOrEqual(400);
    expect(await render({ ppi: 2400 })).toMatchObject({ status: 422, code: "service.too-large" });
  });
  test.each([
    "page=0",
    "page=1e9",
    "page=-1",
    "page=2",
    "width=0",
    "width=1e9",
    "width=99999",
    "ppi=NaN",
    "format=a5&format=a4",
    "template=certificate",
    "nonsense=1",
  ])("query %s", async (query) => {
    const url = `/v1/render/recruitment-flyer.png?format=a5&institution=${OWN}&${query}`;
    const { status, code } = await send({ url });
    expect([404, 422]).toContain(status);
    expect(code).not.toBe("service.unexpected");
  });
});

describe("tables", () => {
  const batch = (name: string, bytes: Uint8Array | string, request: object = {}) =>
    send({
      method: "POST",
      url: "/v1/batches",
      ...multipart(
        { name, bytes },
        {
          request: JSON.stringify({
            ...{ template: "certificate", format: "certificate-a4", institution: OWN },
            ...request,
          }),
        },
      ),
    });
  test.each([
    ["an archive that is none", "rows.xlsx", Buffer.from("504b0304140000000800ffff", "hex")],
    ["an old spreadsheet", "rows.xls", Buffer.from("d0cf11e0a1b11ae1", "hex")],
    ["nothing", "rows.csv", ""],
    ["a picture", "rows.csv", PNG],
    ["JSON as deep as a well", "rows.json", `[${"[".repeat(5000)}`],
  ])("%s: the job fails, the service does not", async (_, name, bytes) => {
    const made = await batch(name, bytes);
    expect([202, 422]).toContain(made.status);
    if (made.status !== 202) return;
    const end = await finished(JSON.parse(made.payload).id);
    expect(end.state).toBe("failed");
    expect(JSON.stringify(end)).not.toMatch(LEAKS);
  });
  test("a file of rows that is too large", async () => {
    expect(await batch("rows.csv", "a,b\n".repeat(400_000))).toMatchObject({
      status: 413,
      code: "service.body-too-large",
    });
  });
  test.each(["../../../etc/x", "{slug}/../../x", "{row}\r\n", "{constructor}", "{__proto__}", "x\u0000"])(
    "files are not called %j",
    async (name) => {
      const made = await batch("rows.csv", "Họ tên\nAn\n", { name });
      if (made.status === 202) {
        const { id } = JSON.parse(made.payload);
        await finished(id);
        const files = JSON.parse((await send({ url: `/v1/jobs/${id}/files` })).payload) as { name: string }[];
        for (const file of files) expect(file.name).toMatch(/^[\w.-]+$/);
      } else expect(made.status).toBeLessThan(500);
    },
  );
  test("formulas of a table are text", async () => {
    const made = await batch("rows.csv", 'Họ tên\n"=HYPERLINK(""http://x"")"\n');
    expect((await finished(JSON.parse(made.payload).id)).state).toBe("done");
  });
});

describe("who may what", () => {
  test.each([
    {},
    { authorization: "Bearer " },
    { authorization: "Bearer anp_000000000000_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA" },
    { authorization: "Basic YWRtaW46YWRtaW4=" },
    { authorization: "Bearer ' OR 1=1 --" },
    { authorization: `Bearer ${"x".repeat(8000)}` },
  ])("%j is no key", async (headers) => {
    for (const url of ["/v1/formats", "/v1/institutions", "/v1/jobs", "/v1/uploads", "/metrics"]) {
      expect(await send({ url, headers }, "nobody")).toMatchObject({
        status: 401,
        code: "service.unauthorised",
      });
    }
    const answer = await send({ method: "POST", url: "/v1/render", headers, payload: flyer }, "nobody");
    expect(answer).toMatchObject({ status: 401 });
  });

  test("a key with another secret is none", async () => {
    const { authorization } = service.own;
    const forged = authorization.slice(0, -1) + (authorization.endsWith("A") ? "B" : "A");
    expect(await send({ url: "/v1/formats", headers: { authorization: forged } }, "nobody")).toMatchObject({
      status: 401,
    });
  });

  test("an institution sees, renders and checks itself only", async () => {
    const list = JSON.parse((await send({ url: "/v1/institutions" })).payload) as { id: string }[];
    expect(list.map(({ id }) => id)).toEqual([OWN]);
    const forbidden = { status: 403, code: "service.other-institution" };
    expect(await send({ url: `/v1/institutions/${OTHER}` })).toMatchObject(forbidden);
    expect(await render({ institution: OTHER })).toMatchObject(forbidden);
    expect(await post("/v1/preflight", { ...flyer, institution: OTHER })).toMatchObject(forbidden);
    expect(await post("/v1/links", { request: { ...flyer, institution: OTHER } })).toMatchObject(forbidden);
    const url = `/v1/render/recruitment-flyer.png?format=a5&institution=${OTHER}`;
    expect(await send({ url })).toMatchObject(forbidden);
    const job = {
      template: "certificate",
      format: "certificate-a4",
      institution: OTHER,
      rows: [{ name: "x" }],
    };
    expect(await post("/v1/batches", job)).toMatchObject(forbidden);
    expect(await post("/v1/kits", { institution: OTHER })).toMatchObject(forbidden);
  });

  test("jobs of others are not there", async () => {
    const unknown = { status: 404, code: "service.unknown-job" };
    for (const path of ["", "/events", "/files", "/files/report.json", ".zip"]) {
      expect([path, await send({ url: `/v1/jobs/${otherJob}${path}` })]).toMatchObject([path, unknown]);
    }
    expect(await send({ method: "DELETE", url: `/v1/jobs/${otherJob}` })).toMatchObject(unknown);
    expect((await send({ url: "/v1/jobs" })).payload).not.toContain(otherJob);
    expect((await send({ url: `/v1/jobs/${otherJob}` }, "other")).status).toBe(200);
    // The department's key is for its own jobs too.
    expect(await send({ url: `/v1/jobs/${otherJob}` }, "everybody")).toMatchObject(unknown);
  });

  test.each(["x", "0".repeat(24), "..%2fjobs", "%00", "0".repeat(23), `${"0".repeat(24)}.zip`])(
    "job %s is not there",
    async (id) => {
      expect((await send({ url: `/v1/jobs/${id}` })).status).toBe(404);
    },
  );

  test("uploads of others are not there", async () => {
    const id = encodeURIComponent(otherUpload);
    for (const method of ["GET", "DELETE"] as const) {
      expect(await send({ method, url: `/v1/uploads/${id}` })).toMatchObject({
        status: 404,
        code: "service.unknown-upload",
      });
    }
    expect((await send({ url: "/v1/uploads" })).payload).not.toContain(otherUpload);
    expect((await send({ url: `/v1/uploads/${id}` }, "other")).status).toBe(200);
  });

  test("the same picture of another owner is another upload", async () => {
    const mine = JSON.parse((await upload(PNG)).payload).id;
    expect(mine).not.toBe(otherUpload);
  });
});

describe("links", () => {
  const link = async (seconds = 60) =>
    JSON.parse((await post("/v1/links", { request: flyer, seconds })).payload).path as string;
  const open = (url: string) => send({ url }, "nobody");

  test("one that was given works without a key, for everybody", async () => {
    const answer = await open(await link());
    expect([answer.status, answer.head["cross-origin-resource-policy"]]).toEqual([200, "cross-origin"]);
  });

  test.each([
    ["another institution", (path: string) => path.replace(OWN, OTHER)],
    ["another file type", (path: string) => path.replace(".png", ".pdf")],
    ["more pixels", (path: string) => path.replace("ppi=30", "ppi=600")],
    [
      "a later end",
      (path: string) => path.replace(/expires=(\d+)/, (_, end) => `expires=${Number(end) + 1}`),
    ],
    ["another key", (path: string) => path.replace(/key=[\da-f]{12}/, "key=000000000000")],
    ["a field more", (path: string) => `${path}&data.lead=x`],
    ["a field twice", (path: string) => `${path}&format=a4`],
    ["two ends", (path: string) => `${path}&expires=99999999999`],
    ["two signatures", (path: string) => `${path}&signature=${"0".repeat(64)}`],
    ["no end", (path: string) => path.replace(/&expires=\d+/, "")],
    ["a short signature", (path: string) => path.replace(/signature=[\da-f]{64}/, "signature=ab")],
    ["an empty signature", (path: string) => path.replace(/signature=[\da-f]{64}/, "signature=")],
    [
      "another case",
      (path: string) =>
        path.replace(/signature=([\da-f]{64})/, (_, s: string) => `signature=${s.toUpperCase()}`),
    ],
  ])("with %s it does not", async (_, change) => {
    expect(await open(change(await link()))).toMatchObject({ status: 403, code: "service.bad-link" });
  });

  test("without a signature it takes a key", async () => {
    expect(await open((await link()).replace(/&signature=.*/, ""))).toMatchObject({ status: 401 });
  });

  test("a signature opens nothing else", async () => {
    const [, query] = (await link()).split("?");
    for (const url of ["/v1/institutions", "/v1/jobs", "/v1/uploads", "/metrics"]) {
      expect((await open(`${url}?${query}`)).status).toBe(401);
    }
  });

  test("after its end it does not", async () => {
    const path = await link(60);
    service.later(61_000);
    expect(await open(path)).toMatchObject({ status: 403, code: "service.link-expired" });
  });
});

test("a key that is taken away works no more, also where the date was set back meanwhile", async () => {
  const keys = join(service.state, "keys.json");
  const made = await addKey(keys, { name: "", owner: OWN, scopes: ["read"], day: "2026-01-01" });
  const ask = async () =>
    (
      await service.app.inject({
        url: "/v1/themes",
        headers: { host: "localhost", authorization: `Bearer ${made.key}` },
      })
    ).statusCode;
  service.later(1000);
  expect(await ask()).toBe(200);
  service.redate(-3_600_000);
  await revokeKey(keys, made.entry.id);
  service.later(1000);
  expect(await ask()).toBe(401);
  service.redate(3_600_000);
});

describe("the server itself", () => {
  test.each([
    "evil.example",
    "127.0.0.1.evil.example",
    "localhost:99999999",
    "localhost@evil.example",
    "[::ffff:8.8.8.8]",
  ])("host %j is not ours", async (host) => {
    const answer = await service.app.inject({ url: "/v1/formats", headers: { ...service.own, host } });
    expect([answer.statusCode, JSON.parse(answer.payload).code]).toEqual([421, "service.wrong-host"]);
  });
  test.each(["https://evil.example", "null", "http://localhost.evil.example"])(
    "a form of %s is not sent here",
    async (origin) => {
      const answer = await send({
        method: "POST",
        url: "/v1/uploads",
        ...multipart({ name: "a", bytes: PNG }),
        headers: { ...multipart(null).headers, origin },
      });
      expect(answer).toMatchObject({ status: 403, code: "service.cross-site" });
    },
  );
  test("other sites may read nothing", async () => {
    const answer = await send({ url: "/v1/formats", headers: { origin: "https://evil.example" } });
    expect(answer.head["access-control-allow-origin"]).toBeUndefined();
  });
  test.each(["PUT", "PATCH", "OPTIONS", "TRACE"] as const)("%s does nothing", async (method) => {
    expect(await send({ method: method as "PUT", url: "/v1/render", payload: {} })).toMatchObject({
      status: 405,
      code: "service.wrong-method",
    });
  });
  test("a request's own id does not come into the log", async () => {
    const answer = await send({
      url: "/healthz",
      headers: { "x-request-id": "forged\nline", "request-id": "forged" },
    });
    expect(answer.head["request-id"]).toMatch(/^[\da-f-]{36}$/);
  });
  test("a file in the state folder is not served", async () => {
    await writeFile(join(service.state, "canary.txt"), "CANARY");
    for (const url of ["/canary.txt", "/keys.json", "/secret", "/v1/uploads/..%2f..%2fsecret"]) {
      const { status, payload } = await send({ url });
      expect([404, 422]).toContain(status);
      expect(payload).not.toContain("CANARY");
    }
  });
});
