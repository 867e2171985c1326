import { expect, test } from "vitest";
import { fromAddress, toAddress } from "../../../../src/studio/client/address.ts";

test("whoever opens the address sees the same", () => {
  const look = fromAddress(
    `?view=themes&template=standee&format=standee-800x1800&institution=cd-y-te&dataSet=long&text=1.5&programmes=3&row=ab12:4` +
      `&set.badge=${encodeURIComponent('"Tuyển sinh 100 %"')}&set.contact.phones=${encodeURIComponent('["0252 1","0252 2"]')}`,
  );
  expect(look.mode).toBe("themes");
  expect(look.choice).toMatchObject({
    template: "standee",
    dataSet: "long",
    event: null,
    row: { table: "ab12", number: 4 },
    stress: { text: 1.5, programmes: 3 },
    set: { badge: "Tuyển sinh 100 %", "contact.phones": ["0252 1", "0252 2"] },
  });
  expect(fromAddress(toAddress(look))).toEqual(look);
});

test("what is written by hand and makes no sense is left out", () => {
  const { mode, choice } = fromAddress("?view=what&text=99&programmes=-3&row=;rm&set.badge=chữ trần");
  expect(mode).toBe("one");
  expect(choice.stress).toEqual({ text: 1, programmes: null });
  expect(choice.row).toBeNull();
  expect(choice.set).toEqual({ badge: "chữ trần" });
});
