import { expect, test } from "vitest";
import type { Choice } from "../../../../src/studio/shared/wire.ts";
import { plainRequest } from "../../../../src/studio/stage/request-of.ts";

const choice: Choice = {
  template: "recruitment-flyer",
  format: "a5",
  theme: "vuon-len",
  institution: "cd-y-te",
  campaign: "gdnn-2026",
  message: null,
  audience: null,
  event: null,
  profile: "offset",
  dataSet: "short",
  row: null,
  set: { "contact.phones.1": "0252 1", badge: "Khai giảng", "event.name": null },
  stress: { text: 1, programmes: null },
};
const sets = new Map([["short", { badge: "Tuyển sinh", contact: { phones: ["0252 0"], zalo: "x" } }]]);

test("controls lie over the row, the row over the data set", () => {
  const row = { institution: { id: "row-1" }, data: { badge: "Hàng", lead: "Từ hàng" } };
  const request = plainRequest(choice, sets, row, { as: "svg", ppi: null });
  expect(request).toMatchObject({
    template: "recruitment-flyer",
    institution: { id: "row-1" },
    profile: "offset",
  });
  expect(request.data).toEqual({
    badge: "Khai giảng",
    lead: "Từ hàng",
    contact: { phones: ["0252 0", "0252 1"], zalo: "x" },
    event: { name: null },
  });
});

test("a field called __proto__ is a field", () => {
  const request = plainRequest(
    { ...choice, dataSet: null, set: { "__proto__.x": 1 } },
    sets,
    {},
    { as: "svg", ppi: null },
  );
  expect(Object.hasOwn(request.data as object, "__proto__")).toBe(true);
  expect(({} as Record<string, unknown>).x).toBeUndefined();
});
