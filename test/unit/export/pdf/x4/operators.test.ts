import { expect, test } from "vitest";
import { readOperators } from "../../../../../src/export/pdf/x4/operators.ts";
import fc from "../../../../support/property.ts";

test("counts graphics states, but not what only looks like one", () => {
  expect(readOperators("q\nq 1 0 0 1 0 0 cm\nQ\n/Fq 1 Tf (q Q q \\) q) Tj\nQ")).toEqual({
    deepest: 2,
    open: 0,
    foreign: [],
  });
  expect(readOperators("q q\nQ")).toMatchObject({ deepest: 2, open: 1 });
  expect(readOperators("Q")).toMatchObject({ open: -1 });
});

test("finds foreign colour and hidden objects as whole words only", () => {
  expect(readOperators("1 0 0 rg\n0 0 1 RG /DeviceRGB cs\nBI ID EI\n/Perceptual ri PS").foreign).toEqual([
    ...["rg", "RG", "DeviceRGB", "BI", "ri", "PS"],
  ]);
  expect(
    readOperators("/Grgb gs 0 0 1 1 re /LabX cs (1 0 0 rg) Tj /FPS 1 Tf BIG arg /RGB.x sh").foreign,
  ).toEqual([]);
});

/** The same as one expression, which is slower. */
const TOLD =
  /\((?:\\.|[^\\)])*\)|([qQ])(?<=(?:^|\s).)(?=\s|$)|(r[gi]|RG|BI|PS)(?<=(?:^|\s)..)(?=\s|$)|\/(DeviceRGB|CalRGB|CalGray|Lab|RGB)(?![\w.])/gs;

test("reads what the expression reads", () => {
  const word = fc.constantFrom(
    ..."q Q rg ri RG BI PS re BIG qq Qq cm 1 0.5 /Lab /LabX /DeviceRGB /CalRGB.x /RGB /RGB[ /Fq ( ) \\ (q) \\( \\) <ABC>".split(
      " ",
    ),
  );
  const space = fc.constantFrom(" ", "\n", "");
  fc.assert(
    fc.property(fc.array(fc.tuple(word, space), { maxLength: 40 }), (words) => {
      const operators = words.flat().join("");
      let [open, deepest] = [0, 0];
      const foreign: string[] = [];
      for (const [, state, operator, name] of operators.matchAll(TOLD)) {
        if (state === "q") deepest = Math.max(deepest, ++open);
        else if (state === "Q") open--;
        else if (operator ?? name) foreign.push((operator ?? name)!);
      }
      expect(readOperators(operators)).toEqual({ deepest, open, foreign });
    }),
    { numRuns: 1000 },
  );
});
