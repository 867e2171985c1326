/** The colour operators (ISO 32000-1 §8.6.8). */

import { isArray, Name, type Value } from "../file/object.ts";
import { colorSpaceOf, initialComponents } from "./color-space.ts";
import type { Color } from "./painted.ts";
import type { Run } from "./state.ts";

/** Device spaces by the operators that choose them. */
const SHORT: Readonly<Record<string, string>> = {
  g: "DeviceGray",
  G: "DeviceGray",
  rg: "DeviceRGB",
  RG: "DeviceRGB",
  k: "DeviceCMYK",
  K: "DeviceCMYK",
};

const numbersOf = (operands: readonly Value[]): readonly number[] =>
  operands.filter((each): each is number => typeof each === "number");

/** Whether the operator was one of these. */
export function applyColorOperator(run: Run, operator: string, operands: readonly Value[]): boolean {
  const color = colorAfter(run, operator, operands);
  if (!color) return false;
  if (run.colorless) return true;
  // Upper case strokes, lower case fills.
  if (operator === operator.toUpperCase()) run.state.stroke = color;
  else run.state.fill = color;
  return true;
}

function colorAfter(run: Run, operator: string, operands: readonly Value[]): Color | null {
  const short = SHORT[operator];
  if (short) {
    const space = colorSpaceOf(run.document, Name.of(short), run.resources);
    return { space, components: numbersOf(operands), pattern: null };
  }
  switch (operator) {
    case "cs":
    case "CS": {
      const [name] = operands;
      const space = colorSpaceOf(run.document, name, run.resources);
      return { space, components: initialComponents(space), pattern: null };
    }
    case "sc":
    case "SC":
    case "scn":
    case "SCN": {
      const { space } = operator === operator.toUpperCase() ? run.state.stroke : run.state.fill;
      const last = operands.at(-1) ?? null;
      return {
        space,
        components: numbersOf(operands),
        pattern: last instanceof Name ? resource(run, "Pattern", last.text) : null,
      };
    }
    default:
      return null;
  }
}

/** An entry of the resources, read. */
export function resource(run: Run, category: string, name: string): Value {
  const entries = run.document.dictAt(run.resources, category);
  return entries ? run.document.at(entries, name) : null;
}

/** Six numbers as a matrix, else the identity. */
export function matrixOf(
  value: readonly number[],
): readonly [number, number, number, number, number, number] {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = value.length === 6 && isArray(value) ? value : [];
  return [a, b, c, d, e, f];
}
