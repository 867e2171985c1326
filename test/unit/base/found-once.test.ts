import { describe, expect, test, vi } from "vitest";
import { foundOnce, foundOnceBeside, foundOnceForList, isSameList } from "../../../src/base/found-once.ts";

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

describe("an object beside others", () => {
  const [key, other, near] = [{ n: 1 }, { n: 1 }, {}];

  test("gives the same answer beside the same ones, also when that is nothing", () => {
    const find = vi.fn((_: object, __: object, size: number) => (size > 1 ? { size } : null));
    const once = foundOnceBeside(find);
    expect(once(key, near, 2)).toBe(once(key, near, 2));
    expect([once(other, near, 1), once(other, near, 1)]).toEqual([null, null]);
    expect(find).toHaveBeenCalledTimes(2);
  });

  test("is asked again beside another one, and only its latest answer is kept", () => {
    const find = vi.fn((_: object, beside: object) => [beside]);
    const once = foundOnceBeside(find);
    const first = once(key, near);
    expect(once(key, {})).not.toBe(first);
    expect(once(key, near)).toEqual(first);
    expect(find).toHaveBeenCalledTimes(3);
  });
});

test("lists are the same by their objects, not by what these hold", () => {
  const [a, b] = [{ n: 1 }, { n: 1 }];
  expect(isSameList([a, b], [a, b])).toBe(true);
  expect(isSameList([a, b], [a, a])).toBe(false);
  expect(isSameList([a], [a, b])).toBe(false);
});
