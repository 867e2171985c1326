import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { sha256 } from "../../../../src/base/hash.ts";
import { checkPictures, pictureHasher } from "../../../../src/run/queue/pictures.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "anpham-pictures-"));
});
afterAll(() => rm(folder, { recursive: true }));

test("files that a request names travel as hashes, and a worker with another file refuses", async () => {
  const [photo, logo] = [join(folder, "ảnh.jpg"), join(folder, "logo.svg")];
  await writeFile(photo, "một");
  await writeFile(logo, "hai");
  const request = {
    institution: { logo },
    data: { photo: { file: photo }, institution: { logo: "data:image/svg+xml,x" } },
  };
  const found = await pictureHasher()([
    request,
    { data: { photo } },
    { data: { photo: join(folder, "none") } },
  ]);
  expect(found).toEqual([
    { file: logo, sha256: sha256("hai") },
    { file: photo, sha256: sha256("một") },
  ]);
  await checkPictures(found);
  await writeFile(photo, "ba");
  await expect(checkPictures(found)).rejects.toMatchObject({
    diagnostics: [{ code: "queue.picture-differs", where: { file: photo } }],
  });
});
