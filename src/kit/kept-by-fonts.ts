import type { PageContext } from "../model/template.ts";

/**
 * What is found out about text, by all that it depends on beside the fonts: the same words are tried in many boxes, on
 * every piece of a run.
 * @param most answers by fonts; past it the count starts anew
 */
export function keptByFonts<Value>(
  most: number,
): (page: PageContext, key: string, find: () => Value) => Value {
  const known = new WeakMap<PageContext["measure"], Map<string, Value>>();
  return (page, key, find) => {
    let values = known.get(page.measure);
    if (!values) {
      values = new Map();
      known.set(page.measure, values);
    }
    let value = values.get(key);
    if (value === undefined) {
      value = find();
      if (values.size >= most) values.clear();
      values.set(key, value);
    }
    return value;
  };
}
