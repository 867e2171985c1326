import { expect, test } from "vitest";
import { AnphamError, diagnose } from "../../../../src/base/diagnostic.ts";
import type { Artifact } from "../../../../src/model/artifact.ts";
import type { ZipEntry } from "../../../../src/run/zip.ts";
import { type Draft, EMPTY_DRAFT, type PieceDraft } from "../../../../src/web/model/draft.ts";
import type { Answers } from "../../../../src/web/server/answers.ts";
import { checkSet, type SetFile, setFilesOf, zipEntries } from "../../../../src/web/server/set-files.ts";

const piece = (template: string, format: string): PieceDraft => ({ template, format, theme: null, data: {} });
const draft: Draft = {
  ...EMPTY_DRAFT,
  pieces: [piece("recruitment-flyer", "a5"), piece("social-cover", "facebook-cover")],
};
const wrong = new AnphamError([
  diagnose("request.unknown-id", { kindVi: "x", kind: "x", id: "y", nearest: "z" }),
]);
const picture = { mediaType: "image/png", bytes: new Uint8Array([1]), page: 1 } as unknown as Artifact;
const never = () => Promise.reject(new Error("not asked"));
const answering = (part: Partial<Answers>): Answers => ({
  ...{ preview: never, fit: never, picture: never, check: never, take: never },
  ...part,
});

test("print gets what is wanted of it, screens get a picture", () => {
  const found = setFilesOf(draft, ["print", "png"]).map(({ format, as }) => `${format.id} ${as}`);
  expect(found).toEqual(["a5 print", "a5 png", "facebook-cover png"]);
  expect(() => setFilesOf({ ...draft, pieces: [piece("nope", "x")] }, ["png"])).toThrow("request.unknown-id");
});

test("refusals are told once, under the names of their pieces", async () => {
  const answers = answering({ check: () => Promise.reject(wrong) });
  const refused = await checkSet(draft, setFilesOf(draft, ["print", "png"]), answers).catch(
    (thrown) => thrown,
  );
  expect(refused.diagnostics).toHaveLength(1);
  expect(refused.diagnostics[0].message).toEqual({
    vi: "Tờ rơi A5, Ảnh bìa trang Facebook: Không có x “y”.",
    en: "Flyer A5, Facebook page cover: There is no x “y”.",
  });
});

test("a ticket orders the file for print by the name that it has beside it", async () => {
  const ordered: string[] = [];
  const answers = answering({
    take: (_draft, _piece, as, print) => {
      if (as === "ticket") ordered.push(print.name);
      return Promise.resolve({ artifacts: [{ ...picture, mediaType: "application/pdf" }], diagnostics: [] });
    },
  });
  const stemOf = async ({ format, as }: SetFile) => `${format.id}-${as}`;
  const names: string[] = [];
  const files = setFilesOf({ ...draft, pieces: draft.pieces.slice(0, 1) }, ["print", "ticket"]);
  for await (const { name } of zipEntries(draft, files, { answers, stemOf, onFault: never }))
    names.push(name);
  expect(names).toEqual(["a5-print.pdf", "a5-ticket.pdf"]);
  expect(ordered).toEqual(["a5-print.pdf"]);
});

test("a file that fails on the way gives way to a text that says why, and the others come", async () => {
  const told: unknown[] = [];
  const answers = answering({
    take: (_, { format }) =>
      format === "a5" ? Promise.reject(wrong) : Promise.resolve({ artifacts: [picture], diagnostics: [] }),
  });
  const files = [...setFilesOf(draft, ["png"]), ...setFilesOf(draft, ["png"]).slice(1)];
  const entries: ZipEntry[] = [];
  const parts = {
    answers,
    stemOf: async ({ format }: SetFile) => format.id,
    onFault: (thrown: unknown) => told.push(thrown),
  };
  for await (const entry of zipEntries(draft, files, parts)) entries.push(entry);
  expect(entries.map(({ name }) => name)).toEqual([
    "KHONG-LAM-DUOC-a5.txt",
    "facebook-cover.png",
    "facebook-cover-2.png",
  ]);
  const text = Buffer.from(entries[0]!.bytes).toString();
  expect(text).toContain("Tờ rơi A5: không làm được tệp này");
  expect(text).toContain("- Không có x “y”. Gần đúng nhất: z.");
  expect(text).toContain("- There is no x “y”. Nearest valid names: z. [request.unknown-id]");
  expect(told).toEqual([wrong]);
});
