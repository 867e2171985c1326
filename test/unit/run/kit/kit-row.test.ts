import { expect, test } from "vitest";
import { kitRowOf } from "../../../../src/run/kit/kit-row.ts";
import { places, rowsFolder } from "../../../support/rows.ts";

const { read } = rowsFolder();

test("an institution, and what the row says besides", async () => {
  const { rows } = await read("Mã cơ sở;Lời kêu gọi;Chủ đề\ncd-y-te;Đăng ký ngay;Kỹ nghệ\n;Gọi ngay;\n");
  const [known, nobody] = rows.map(kitRowOf);
  expect(known).toMatchObject({
    number: 1,
    institution: "cd-y-te",
    content: { theme: "ky-nghe", data: { callToAction: "Đăng ký ngay" } },
    diagnostics: [],
  });
  expect(nobody).toMatchObject({ number: 2, institution: null });
  expect(places(nobody!.diagnostics)).toEqual(["rows.missing-value 2"]);
});

test("a row that cannot be read is told once", async () => {
  const { rows } = await read('"cd-y-te"\n{', { name: "rows.ndjson" });
  const told = rows
    .map(kitRowOf)
    .map(({ institution, diagnostics }) => [institution, ...places(diagnostics)]);
  expect(told).toEqual([["cd-y-te"], [null, "request.broken-json 2"]]);
});
