/** The real binary, as a user runs it. `npm run build` makes it. */

import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { crc32 } from "node:zlib";
import { afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";

const root = join(import.meta.dirname, "../..");
const binary = join(root, "dist/cli/main.js");
const INSTITUTION = "cd-ky-nghe-binh-thuan";

let folder: string;
beforeAll(() => {
  if (!existsSync(binary)) throw new Error(`${binary} is missing: run “npm run build” first`);
});
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "anpham-cli-"));
});
afterEach(() => rm(folder, { recursive: true }));

interface Run {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

const anpham = (...args: readonly string[]): Promise<Run> =>
  new Promise((done) => {
    execFile(process.execPath, [binary, ...args], { cwd: folder }, (error, stdout, stderr) => {
      const code = error ? (typeof error.code === "number" ? error.code : -1) : 0;
      done({ code, stdout, stderr });
    });
  });
const flyer = (...args: readonly string[]) =>
  anpham("render", "recruitment-flyer", "--format", "a5", "--institution", INSTITUTION, ...args);
const put = (name: string, content: string | Uint8Array) => writeFile(join(folder, name), content);
/** A template of one's own, in a folder of its own. */
async function putTemplate(id: string, before: string, content = "<div />", imports = ""): Promise<void> {
  await mkdir(join(folder, "own", id), { recursive: true });
  await put(
    join("own", id, "template.tsx"),
    `import { ALL_THEMES, defineTemplate, Frame, Page } from "anpham/kit";
    ${imports}
    const label = { vi: "thử", en: "probe" };
    export default defineTemplate({
      id: "${id}", name: label, description: label, formats: ["a5"], themes: ALL_THEMES,
      pages: () => { ${before} return <Page>${content}</Page>; },
    });`,
  );
}
const renderOwn = (id: string, out: string) =>
  anpham(
    ...["render", id, "--templates", "own", "--format", "a5"],
    ...["--institution", INSTITUTION, "--out", out],
  );

/** What is in the working folder, hidden files too. */
const left = async () => (await readdir(folder)).sort((a, b) => (a < b ? -1 : 1));

/** Refused: exit code 2, sentences on stderr, no output, no stack. */
function expectRefusal({ code, stdout, stderr }: Run, ...sentences: readonly string[]): void {
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  for (const sentence of sentences) expect(stderr).toContain(sentence);
  expect(stderr).not.toMatch(/^\s+at /m);
  expect(stderr).toMatch(/^lỗi: .+\nerror: /m);
}

describe("render", () => {
  test.each([
    ["pdf", [0x25, 0x50, 0x44, 0x46]],
    ["png", [0x89, 0x50, 0x4e, 0x47]],
    ["jpg", [0xff, 0xd8, 0xff]],
    ["webp", [0x52, 0x49, 0x46, 0x46]],
    ["svg", [0x3c]],
  ])("the extension %s picks the type; only the file is left", async (extension, signature) => {
    const name = `flyer.${extension}`;
    const { code, stdout, stderr } = await flyer("--out", name, "--ppi", "72");
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toMatch(new RegExp(`^flyer\\.${extension}  \\S+ KB  \\d+ ms\\n$`));
    expect([...(await readFile(join(folder, name))).subarray(0, signature.length)]).toEqual(signature);
    expect(await left()).toEqual([name]);
  });

  test("makes the output folder, and the same bytes every time", async () => {
    await flyer("--out", "a/b/one.pdf");
    await flyer("--out", "two.pdf");
    const [one, two] = await Promise.all(
      ["a/b/one.pdf", "two.pdf"].map((name) => readFile(join(folder, name))),
    );
    expect(one!.equals(two!)).toBe(true);
  });

  test("--json prints one document", async () => {
    const { code, stdout, stderr } = await flyer("--out", "x.png", "--ppi", "36", "--json");
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    const result = JSON.parse(stdout);
    expect(result).toMatchObject({
      ok: true,
      files: [
        { path: "x.png", mediaType: "image/png", bytes: (await readFile(join(folder, "x.png"))).length },
      ],
      diagnostics: [],
    });
    expect(Object.keys(result.timings)).toEqual(
      expect.arrayContaining(["resolve", "layout", "export", "total"]),
    );
  });

  test("an institution of one's own, data from a file, fields from --set", async () => {
    const path = join(root, "brand/institutions", `${INSTITUTION}.json`);
    const school = { ...JSON.parse(await readFile(path, "utf8")), logo: null, name: "Trường Nghề Thử" };
    await put("school.json", JSON.stringify(school));
    await put("data.json", JSON.stringify({ badge: "Ngày hội việc làm" }));
    const { code, stderr } = await anpham(
      ..."render recruitment-flyer --format a5 --institution school.json --data data.json --out x.svg".split(
        " ",
      ),
      "--set",
      "contact.phones.0=0252 3999 888",
      "--set",
      "benefits=null",
      "--set",
      'benefits=["Học phí hỗ trợ"]',
    );
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(existsSync(join(folder, "x.svg"))).toBe(true);
  });
});

describe("a wrong request", () => {
  test("names everything that is unknown, with the nearest", async () => {
    const run = await anpham(
      ..."render recruitment-flier --format A5 --institution cd-ky-nghe --message dong-han --theme vuonlen --out x.pdf".split(
        " ",
      ),
    );
    expectRefusal(
      run,
      "lỗi: Không có mẫu “recruitment-flier”. Gần đúng nhất: recruitment-flyer",
      "error: There is no format “A5”. Nearest valid names: a5",
      `Nearest valid names: ${INSTITUTION}`,
      "Nearest valid names: dong-hanh",
      "Nearest valid names: vuon-len",
    );
    expect(await left()).toEqual([]);
  });

  test("a format that the template does not offer", async () => {
    const run = await anpham(
      ..."render recruitment-flyer --format a0 --institution".split(" "),
      INSTITUTION,
      "--out",
      "x.pdf",
    );
    expectRefusal(run, "does not offer the format “a0”. Choose one of: ");
  });

  test("broken JSON: file, line and column", async () => {
    await put("data.json", '{\n  "lead": "x"\n  "badge": "y"\n}');
    expectRefusal(
      await flyer("--data", "data.json", "--out", "x.pdf"),
      "lỗi: Tệp JSON “data.json” sai cú pháp ở dòng 3, cột 3",
      "The JSON file “data.json” breaks at line 3, column 3",
    );
  });

  test("a wrong type or a missing field: its path and what was expected", async () => {
    await put("school.json", '{"id": "x", "name": 5}');
    expectRefusal(
      await anpham(
        ..."render recruitment-flyer --format a5 --institution school.json --out x.pdf".split(" "),
      ),
      "Field “institution.contact” is not valid: it is missing",
      "Field “institution.name” is not valid: it is 5",
    );
    expectRefusal(
      await flyer("--set", "programmes.0.levels=dai-hoc", "--ppi", "nhiều", "--out", "x.pdf"),
      "Field “ppi” is not valid: it is “nhiều”. Expected: a number.",
    );
    expectRefusal(
      await flyer("--set", "programmes.0.quota=-1", "--set", "leed=x", "--out", "x.pdf"),
      "Field “data.programmes.0.quota”",
    );
  });

  test.each([
    ["no type", ["--out", "x"], "Use one of the extensions: .pdf"],
    ["no output", [], "the option “--out <file>” is missing"],
    ["an unknown option", ["--out", "x.pdf", "--pi", "3"], "unknown option '--pi' (Did you mean --ppi?)"],
    [
      "an assignment that is none",
      ["--out", "x.pdf", "--set", "lead"],
      "“lead” is not of the form path=value",
    ],
    [
      "a missing file",
      ["--out", "x.pdf", "--data", "none.json"],
      "Cannot read the file “none.json”: there is no such file",
    ],
  ])("%s", async (_, args, sentence) => {
    expectRefusal(await flyer(...args), sentence);
    expect(await left()).toEqual([]);
  });

  test("with --json the diagnostics are on stdout", async () => {
    const { code, stdout, stderr } = await anpham(
      ..."render nothing --format a5 --institution x --out x.pdf --json".split(" "),
    );
    expect({ code, stderr }).toEqual({ code: 2, stderr: "" });
    const result = JSON.parse(stdout);
    expect(result).toMatchObject({ ok: false, files: [] });
    expect(result.diagnostics.map((d: { code: string }) => d.code)).toEqual([
      "request.unknown-id",
      "request.unknown-id",
    ]);
  });

  test("a stack only when asked", async () => {
    const { stderr } = await flyer("--theme", "x", "--out", "x.pdf", "--trace");
    expect(stderr).toMatch(/^\s+at /m);
  });

  test("one language when asked", async () => {
    const { stderr } = await flyer("--theme", "x", "--out", "x.pdf", "--lang", "vi");
    expect(stderr).toMatch(/^lỗi: [^\n]+\n$/);
  });
});

describe("unusable pictures", () => {
  const photo = (file: string) => `photo=${JSON.stringify({ file, focus: { x: 0.5, y: 0.5 } })}`;

  test("a text file called .png", async () => {
    await put("photo.png", "Đây không phải là ảnh.");
    expectRefusal(
      await flyer("--set", photo("photo.png"), "--out", "x.pdf"),
      "“photo.png” is not an image that can be read: a text file",
    );
    expect(await left()).toEqual(["photo.png"]);
  });

  test("a PNG of 30,000 × 30,000 pixels", async () => {
    const chunk = (type: string, data: Buffer) => {
      const body = Buffer.concat([Buffer.from(type, "ascii"), data]);
      const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
      length.writeUInt32BE(data.length);
      sum.writeUInt32BE(crc32(body));
      return Buffer.concat([length, body, sum]);
    };
    const header = Buffer.from("00007530000075300802000000", "hex");
    const signature = Buffer.from("89504e470d0a1a0a", "hex");
    const parts = [
      signature,
      chunk("IHDR", header),
      chunk("IDAT", Buffer.alloc(64)),
      chunk("IEND", Buffer.alloc(0)),
    ];
    await put("bomb.png", Buffer.concat(parts));
    expectRefusal(
      await flyer("--set", photo("bomb.png"), "--out", "x.pdf"),
      "“bomb.png” is too large: 30000 × 30000 px; the limit is 100 megapixel",
    );
  });

  test("one on the network", async () => {
    expectRefusal(
      await flyer("--set", photo("https://evil.example/x.png"), "--out", "x.pdf"),
      "never fetched from the network",
    );
  });
});

describe("other ends", () => {
  test("3: done, but preflight found errors", async () => {
    const { code, stdout, stderr } = await flyer("--set", "callToAction=漢字", "--out", "x.pdf");
    expect(code).toBe(3);
    expect(stdout).toContain("x.pdf");
    expect(stderr).toMatch(/漢/);
    expect(await left()).toEqual(["x.pdf"]);
  });

  test("3: done, though a picture of the template is missing", async () => {
    await putTemplate(
      "lacking",
      "",
      '<Frame name="a" x={9} y={9} width={9} height={9}><img src="no.png" /></Frame>',
    );
    const { code, stderr } = await renderOwn("lacking", "x.pdf");
    expect(code).toBe(3);
    expect(stderr).toContain("there is no picture “no.png”");
    expect(await left()).toEqual(["own", "x.pdf"]);
  });

  test("1: a promise of a template fails that nobody waits for", async () => {
    await putTemplate("promising", 'void Promise.reject(new Error("hứa suông"));');
    const { code, stderr } = await renderOwn("promising", "x.pdf");
    expect(code).toBe(1);
    expect(stderr).toContain("hứa suông");
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  test("a template begun in one's own folder lies there, with its pictures, and is told how to go on", async () => {
    const { code, stdout } = await anpham("new", "template", "mine");
    expect({ code, files: await left() }).toEqual({ code: 0, files: ["templates"] });
    expect(stdout).toContain("npx anpham test template mine --templates templates");
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z" fill="#c00"/></svg>';
    await putTemplate(
      "pictured",
      "",
      '<Frame name="a" x={9} y={9} width={9} height={9}><img src={red} /></Frame>',
      'import red from "./red.SVG";',
    );
    await put(join("own", "pictured", "red.SVG"), svg);
    expect(await renderOwn("pictured", "x.svg")).toMatchObject({ code: 0, stderr: "" });
    expect(await readFile(join(folder, "x.svg"), "utf8")).toContain('<path d="M0 0H9V9Z" fill="#c00"/>');
  });

  test("1: a file that cannot be written", async () => {
    await put("file", "");
    const { code, stderr } = await flyer("--out", "file/x.pdf");
    expect(code).toBe(1);
    expect(stderr).toContain("lỗi: Không ghi được “file/x.pdf”");
    expect(await left()).toEqual(["file"]);
  });
});

test("interrupted at any moment, there is a whole file or none, and nothing beside it", async () => {
  const command = [
    "render",
    "recruitment-flyer",
    "--format",
    "a5",
    "--institution",
    INSTITUTION,
    "--out",
    "x.pdf",
  ];
  const start = performance.now();
  await anpham(...command);
  const whole = performance.now() - start;
  for (const share of [0.3, 0.6, 0.8, 0.9, 0.95, 1]) {
    await rm(join(folder, "x.pdf"), { force: true });
    const run = spawn(process.execPath, [binary, ...command], { cwd: folder, stdio: "ignore" });
    const ended = once(run, "exit");
    await setTimeout(whole * share);
    run.kill("SIGTERM");
    await ended;
    const files = await left();
    expect(["", "x.pdf"]).toContain(files.join());
    if (files.length > 0)
      expect((await readFile(join(folder, "x.pdf"), "latin1")).trimEnd()).toMatch(/%%EOF$/);
  }
});

test.each([
  ["render", "endless", "--format", "a5", "--institution", INSTITUTION, "--out", "x.pdf"],
  ["test", "template", "endless"],
])("Ctrl-C ends “%s” with a template that never ends", async (...command) => {
  await putTemplate("endless", 'console.error("begun"); while (true) {}');
  const run = spawn(process.execPath, [binary, ...command, "--templates", "own"], {
    cwd: folder,
    stdio: ["ignore", "ignore", "pipe"],
  });
  const ended = once(run, "exit");
  for await (const said of run.stderr!) if (`${said}`.includes("begun")) break;
  run.kill("SIGINT");
  expect(await ended).toEqual([null, "SIGINT"]);
  expect(await left()).toEqual(["own"]);
});

describe("the other commands", () => {
  test.each(["formats", "templates", "institutions", "campaigns", "themes"])(
    "%s as a table and as JSON",
    async (list) => {
      const [people, machines] = await Promise.all([anpham(list), anpham(list, "--json")]);
      expect([people.code, people.stderr, machines.code, machines.stderr]).toEqual([0, "", 0, ""]);
      const ids: string[] = JSON.parse(machines.stdout).map((item: { id: string }) => item.id);
      expect(ids.length).toBeGreaterThan(0);
      for (const id of ids) expect(people.stdout).toContain(id);
    },
  );

  test("doctor finds this machine ready", async () => {
    const { code, stdout } = await anpham("doctor", "--json");
    const { ok, findings } = JSON.parse(stdout);
    expect(findings.filter((finding: { state: string }) => finding.state === "broken")).toEqual([]);
    expect({ code, ok }).toEqual({ code: 0, ok: true });
    expect(stdout).toContain("Vietnamese 134/134");
  });

  test("doctor says what is broken", async () => {
    const { code, stdout } = await anpham("doctor", "--fonts", folder, "--brand", folder);
    expect(code).toBe(1);
    expect(stdout).toContain("✗");
  });

  test("demo makes its set and says how long it took", async () => {
    const { code, stdout, stderr } = await anpham("demo");
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    const files = await readdir(join(folder, "out/demo"));
    expect(files).toHaveLength(6);
    for (const file of files) expect(stdout).toContain(file);
    expect(stdout).toMatch(/6 files in \d+\.\d s/);
  });

  test("help and version", async () => {
    const [none, help, version] = await Promise.all([anpham(), anpham("--help"), anpham("--version")]);
    expect([none.code, help.code, version.code]).toEqual([0, 0, 0]);
    expect(none.stdout).toBe(help.stdout);
    expect(help.stdout).toContain("render");
    expect(version.stdout).toBe(
      `${JSON.parse(await readFile(join(root, "package.json"), "utf8")).version}\n`,
    );
  });

  test("an unknown command", async () => {
    const run = await anpham("rendr");
    expectRefusal(run, "không có lệnh “rendr”", "Did you mean render?");
  });
});

test("keys that processes make at the same time are all kept", async () => {
  const add = (name: string) => anpham("keys", "add", "--owner", "*", "--name", name, "--state", "kho");
  const made = await Promise.all(["A", "B", "C", "D"].map(add));
  expect(made.map(({ code }) => code)).toEqual([0, 0, 0, 0]);
  const { stdout } = await anpham("keys", "list", "--json", "--state", "kho");
  const names = (JSON.parse(stdout) as readonly { name: string }[]).map(({ name }) => name);
  expect(names.sort()).toEqual(["A", "B", "C", "D"]);
  expect(await readdir(join(folder, "kho"))).toEqual(["keys.json"]);
});
