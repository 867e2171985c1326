import { describe, expect, test, vi } from "vitest";
import { foundOnce, foundOnceForList, isSameList } from "../../../src/base/found-once.ts";

test("an object is asked once, also when the answer is nothing", () => {
  const find = vi.fn(({ size }: { size: number }) => (size > 1 ? size : null));
  const once = foundOnce(find);
  const [large, small] = [{ size: 2 }, { size: 1 }];
  expect([once(large), once(small), once(large), once(small)]).toEqual([2, null, 2, null]);
  expect(find).toHaveBeenCalledTimes(2);
});

describe("a list", () => {
  const [a, b, c] = [{}, {}, {}];
  const listOnce = () => foundOnceForList((items: readonly object[]) => ({ items }));

  test("of the same objects gives the same answer, however often it is written down", () => {
    const once = listOnce();
    expect(once([a, b])).toBe(once([a, b]));
  });

  test.each([
    ["in another order", [b, a]],
    ["with one more", [c, a, b]],
    ["with one less", [b]],
    ["with another one", [c, b]],
  ])("%s is another list", (_, other) => {
    const once = listOnce();
    const answer = once([a, b]);
    expect(once(other)).not.toBe(answer);
    expect(once(other).items).toEqual(other);
  });

  test("without objects has an answer too", () => {
    expect(listOnce()([]).items).toEqual([]);
  });
});

test("lists are the same by their objects, not by what these hold", () => {
  const [a, b] = [{ n: 1 }, { n: 1 }];
  expect(isSameList([a, b], [a, b])).toBe(true);
  expect(isSameList([a, b], [a, a])).toBe(false);
  expect(isSameList([a], [a, b])).toBe(false);
});
