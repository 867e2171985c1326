import { foundOnce } from "../base/found-once.ts";
import type { PageContext } from "../model/template.ts";

/**
 * What is found out about text, by all that it depends on beside the fonts: the same words are tried in many boxes, on
 * every piece of a run.
 * @param most answers by fonts; past it the count starts anew
 */
export function keptByFonts<Value>(
  most: number,
): (page: PageContext, key: string, find: () => Value) => Value {
  const valuesOf = foundOnce<PageContext["measure"], Map<string, Value>>(() => new Map());
  return (page, key, find) => {
    const values = valuesOf(page.measure);
    let value = values.get(key);
    if (value === undefined) {
      value = find();
      if (values.size >= most) values.clear();
      values.set(key, value);
    }
    return value;
  };
}
