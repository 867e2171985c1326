/** feComposite with `arithmetic` (Filter Effects 1 §9.8): k1·i1·i2 + k2·i1 + k3·i2 + k4, colours multiplied by alpha. */

import type { Surface } from "../surface.ts";
import { inLinearLight } from "./linear-light.ts";
import type { PrimitiveContext } from "./run-primitives.ts";

export function arithmetic({ attributes, input, numbers }: PrimitiveContext): Surface {
  const [k1 = 0, k2 = 0, k3 = 0, k4 = 0] = ["k1", "k2", "k3", "k4"].map((name) => numbers(name, [0])[0]);
  return inLinearLight(attributes, [input("in"), input("in2")], ([one, other]) => {
    for (let i = 0; i < one!.length; i += 4) {
      const alphaOne = one![i + 3]! / 255;
      const alphaOther = other![i + 3]! / 255;
      const mix = (a: number, b: number) => Math.min(1, Math.max(0, k1 * a * b + k2 * a + k3 * b + k4));
      const alpha = mix(alphaOne, alphaOther);
      for (let c = i; c < i + 3; c++) {
        const color = mix((one![c]! / 255) * alphaOne, (other![c]! / 255) * alphaOther);
        one![c] = alpha > 0 ? (Math.min(color, alpha) / alpha) * 255 : 0;
      }
      one![i + 3] = alpha * 255;
    }
    return one!;
  });
}
