/**
 * Runs a page's content (ISO 32000-1 §8, §9) and tells a sink about every painting operation, wherever it is:
 * on the page, in forms, tiles, soft masks, Type 3 glyphs and annotations' appearances. Nothing is drawn.
 */

import { intersection, meanScale, outset, type Rect } from "../../base/geometry.ts";
import { isDict, Name, Stream, type Value } from "../file/object.ts";
import { LIMITS } from "../limits.ts";
import { applyColorOperator, matrixOf, resource } from "./color-operators.ts";
import { emit } from "./emit.ts";
import { applyExtGState } from "./ext-gstate.ts";
import { paintImage, paintInlineImage, paintShading } from "./image-operators.ts";
import { paintForm } from "./nested.ts";
import { Operations } from "./operations.ts";
import type { Color } from "./painted.ts";
import { PathBox } from "./path-box.ts";
import { paintPattern } from "./pattern.ts";
import { concat, type GraphicsState, type Run } from "./state.ts";
import { applyTextOperator, textStart } from "./text-operators.ts";

/** More than any sound file has (ISO 15930-7 §6.25 allows 28). */
const MOST_STATES = 512;
/** ISO 15930-7 §6.25, from ISO 32000-1 annex C. */
export const DEEPEST_STATES = 28;

/** Operators that paint the path: whether they fill and stroke it. */
const PATH_PAINTING: Readonly<Record<string, readonly [fill: boolean, stroke: boolean]>> = {
  S: [false, true],
  s: [false, true],
  f: [true, false],
  F: [true, false],
  "f*": [true, false],
  B: [true, true],
  "B*": [true, true],
  b: [true, true],
  "b*": [true, true],
  n: [false, false],
};

/** Reads one content stream with everything inside it. */
export function interpret(run: Run, content: Uint8Array): void {
  const operations = new Operations(content);
  const states: GraphicsState[] = [];
  const layers: boolean[] = [];
  const text = textStart();
  let path = new PathBox();
  let clipping = false;
  // Layers that marked content switches off; forms inside it must know too.
  const outside = run.prints;
  for (let operation = operations.next(); operation; operation = operations.next()) {
    if (!run.document.budget.takeOperators(1)) return;
    const { operator, operands, inlineImage } = operation;
    const { state } = run;
    const number = (i: number): number => {
      const value = operands[i];
      return typeof value === "number" ? value : 0;
    };
    switch (operator) {
      case "m":
      case "l":
        path.add(state.ctm, number(0), number(1));
        break;
      case "c":
        path.curve();
        path.add(state.ctm, number(0), number(1));
        path.add(state.ctm, number(2), number(3));
        path.add(state.ctm, number(4), number(5));
        break;
      case "v":
      case "y":
        path.curve();
        path.add(state.ctm, number(0), number(1));
        path.add(state.ctm, number(2), number(3));
        break;
      case "re":
        path.rectangle(state.ctm, number(0), number(1), number(2), number(3));
        break;
      case "h":
        break;
      case "W":
      case "W*":
        clipping = true;
        break;
      case "q":
        if (states.length < MOST_STATES) states.push({ ...state });
        if (states.length > DEEPEST_STATES) run.page.notices.add("deep-states");
        break;
      case "Q": {
        const saved = states.pop();
        if (saved) run.state = saved;
        else run.page.notices.add("unbalanced");
        break;
      }
      case "cm":
        concat(state, matrixOf(operands.filter((each): each is number => typeof each === "number")));
        break;
      case "w":
        state.lineWidth = number(0);
        break;
      case "gs": {
        const dict = named(run, "ExtGState", operands);
        if (isDict(dict)) applyExtGState(run, dict);
        break;
      }
      case "d1":
        run.colorless = true;
        break;
      case "Do":
        paintXObject(run, named(run, "XObject", operands));
        break;
      case "BI":
        if (inlineImage) paintInlineImage(run, inlineImage);
        break;
      case "sh":
        if (state.clip) paintShading(run, named(run, "Shading", operands), state.clip);
        break;
      case "BMC":
      case "BDC":
        if (layers.length < LIMITS.operators) layers.push(markedPrints(run, operands));
        run.prints = outside && layers.every(Boolean);
        break;
      case "EMC":
        layers.pop();
        run.prints = outside && layers.every(Boolean);
        break;
      default: {
        const painting = PATH_PAINTING[operator];
        if (painting) {
          paintPath(run, path, painting);
          if (clipping) clip(run.state, path.box);
          clipping = false;
          path = new PathBox();
        } else if (!applyColorOperator(run, operator, operands)) {
          applyTextOperator(run, text, operator, operands);
        }
      }
    }
  }
  if (states.length > 0) run.page.notices.add("unbalanced");
}

function named(run: Run, category: string, [name]: readonly Value[]): Value {
  return name instanceof Name ? resource(run, category, name.text) : null;
}

function paintXObject(run: Run, object: Value): void {
  if (!(object instanceof Stream)) return;
  run.page.used.xObjects.add(object);
  const subtype = run.document.nameAt(object.dict, "Subtype");
  if (subtype === "Image") paintImage(run, object);
  else if (subtype === "Form") paintForm(run, object);
}

/** `/OC /name BDC` (§8.11.3.2): other marked content is always there. */
function markedPrints(run: Run, [tag, properties]: readonly Value[]): boolean {
  if (!(tag instanceof Name) || tag.text !== "OC" || !(properties instanceof Name)) return true;
  return run.page.layers.prints(resource(run, "Properties", properties.text));
}

function clip(state: GraphicsState, box: Rect | null): void {
  state.clip = box && state.clip && intersection(box, state.clip);
}

function paintPath(run: Run, path: PathBox, [fills, strokes]: readonly [boolean, boolean]): void {
  const { box } = path;
  if (!box) return;
  const { state } = run;
  if (fills) paintShape(run, state.fill, box, path.thickness, false);
  if (strokes) {
    const width = state.lineWidth * meanScale(state.ctm);
    paintShape(run, state.stroke, outset(box, width / 2), width, true);
  }
}

function paintShape(run: Run, color: Color, box: Rect, thickness: number | null, stroked: boolean): void {
  if (!paintPattern(run, color, box)) {
    emit(run, { kind: stroked ? "stroke" : "fill", color, box, thickness, stroked });
  }
}
