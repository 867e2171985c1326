import { foundOnce } from "../base/found-once.ts";
import { Latest } from "../base/latest.ts";
import type { PageContext } from "../model/template.ts";

/**
 * What is found out about text, by all that it depends on beside the fonts: the same words are tried in many boxes, on
 * every piece of a run.
 * @param most answers by fonts, the latest
 */
export function keptByFonts<Value extends NonNullable<unknown>>(
  most: number,
): (page: PageContext, key: string, find: () => Value) => Value {
  const valuesOf = foundOnce<PageContext["measure"], Latest<Value>>(() => new Latest(most));
  return (page, key, find) => {
    const values = valuesOf(page.measure);
    let value = values.get(key);
    if (value === undefined) {
      value = find();
      values.set(key, value);
    }
    return value;
  };
}
