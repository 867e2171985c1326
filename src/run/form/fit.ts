/** How much longer a text may become before the piece is worse for it, found by trying. */

import type { Diagnostic } from "../../base/diagnostic.ts";
import type { RenderRequest } from "../../model/request.ts";
import type { Engine } from "../../render.ts";
import type { Fit, FitJob, Saying } from "./form-job.ts";
import { type BriefText, frameTexts, sayingsOf, sizesOf, textsOf } from "./sayings.ts";

/** Words of everyday length, so that lines break as they will. No two are alike in a row. */
const FILLER = "học nghề vững tay nghề sáng tương lai cùng doanh nghiệp và nhà trường";

/** Beyond that nobody counts. */
const MOST = 240;

/** Fewer words of a sentence may stand elsewhere on the piece by chance. */
const FEWEST_WORDS = 3;

/**
 * How much smaller a text may be set than the one that the piece was made with, its campaign's or institution's own:
 * beyond that people see that it was squeezed. Measured against a fixed text, for what was typed grows as it shrinks.
 */
const LEAST_SIZE = 0.8;

/** What a composition comes to, as far as length decides it. */
interface State {
  readonly texts: readonly BriefText[];
  readonly sayings: Readonly<Record<string, Saying>>;
  readonly faults: ReadonlySet<string>;
  /** x-heights of the texts by path, mm. */
  readonly sizes: Readonly<Record<string, number>>;
}

/**
 * The most characters that can be added to the text at `path` before a finding appears, or any text is shortened
 * or left out; negative when it has to lose some first. Bisection: about eight compositions, each of them cheap,
 * for only the frames that hold the text are laid out anew.
 * @throws AnphamError as `compose` does
 */
export async function fitOf(engine: Engine, { request, path, limit }: FitJob): Promise<Fit> {
  let tries = 0;
  const state = async (text: string | null, asked = request): Promise<State | null> => {
    tries++;
    try {
      const { job, scenes, diagnostics } = await engine.compose({
        ...(text === null ? asked : withText(asked, path, text)),
        as: "svg",
        profile: "web",
      });
      const texts = textsOf(job.brief);
      return {
        texts,
        sayings: sayingsOf(texts, frameTexts(scenes)),
        faults: faultsOf(diagnostics),
        sizes: sizesOf(texts, scenes),
      };
    } catch (thrown) {
      // The first composition says what is wrong with the request; a text that is refused does not fit.
      if (text === null) throw thrown;
      return null;
    }
  };
  const now = (await state(null))!;
  const own = now.texts.find((each) => each.path === path);
  if (!own) return { kind: "fit", room: null, tries };
  const usual = await state(null, withoutText(request, path)).catch(() => null);
  // What nothing may become worse than: fixed while somebody types, so that the figure does not drift.
  const level = usual?.sayings[path] === "whole" ? usual : now;
  const least = level.sayings[path] === "whole" ? LEAST_SIZE * (level.sizes[path] ?? 0) : 0;
  const fits = async (text: string): Promise<boolean> => {
    const then = await state(text);
    return (
      then !== null &&
      then.sayings[path] === "whole" &&
      (then.sizes[path] ?? 0) >= least &&
      isNoWorse(level, then, path)
    );
  };
  const isWhole = now.sayings[path] === "whole" && now.faults.size === 0;
  if (isWhole || (now.sayings[path] === "whole" && (await fits(longer(own.text, 1))))) {
    const most = Math.max(0, Math.min(MOST, limit - own.text.length));
    return { kind: "fit", room: await largest(0, most, (n) => fits(longer(own.text, n))), tries };
  }
  if (now.sayings[path] === "whole" && now.faults.size > 0) return { kind: "fit", room: 0, tries };
  const words = own.text.split(" ");
  const first = (count: number) => words.slice(0, count).join(" ");
  const kept = await largest(0, words.length - 1, async (n) => n < FEWEST_WORDS || (await fits(first(n))));
  return { kind: "fit", room: kept < FEWEST_WORDS ? null : first(kept).length - own.text.length, tries };
}

/** The largest of `from…to` that holds, where those that hold come first. */
async function largest(from: number, to: number, holds: (n: number) => Promise<boolean>): Promise<number> {
  if (to <= from || (await holds(to))) return to;
  let [good, bad] = [from, to];
  while (bad - good > Math.max(1, Math.floor(good / 20))) {
    const middle = Math.floor((good + bad) / 2);
    if (await holds(middle)) good = middle;
    else bad = middle;
  }
  return good;
}

function longer(text: string, count: number): string {
  let filler = "";
  while (filler.length < count) filler += ` ${FILLER}`;
  // A blank at the end would be taken off again.
  return `${text}${filler.slice(0, count).replace(/\s$/u, "n")}`;
}

const faultsOf = (diagnostics: readonly Diagnostic[]): ReadonlySet<string> =>
  new Set(
    diagnostics
      .filter(({ severity }) => severity !== "note")
      .map(({ code, where }) => `${code} ${where.page ?? ""} ${where.frame ?? ""}`),
  );

const RANK: Readonly<Record<Saying, number>> = { unsaid: 0, short: 1, whole: 2 };

function isNoWorse(now: State, then: State, path: string): boolean {
  for (const fault of then.faults) if (!now.faults.has(fault)) return false;
  // A text that was not said until now takes its room from the others.
  const sizes = now.sayings[path] === "whole" ? Object.entries(now.sizes) : [];
  for (const [other, size] of sizes) {
    if (other !== path && (then.sizes[other] ?? size) < size * LEAST_SIZE) return false;
  }
  return Object.entries(now.sayings).every(
    ([other, saying]) => other === path || RANK[then.sayings[other] ?? saying] >= RANK[saying],
  );
}

/** The request with another text at a path of its data. */
export function withText(request: RenderRequest, path: string, text: string): RenderRequest {
  const [top = "", ...rest] = path.split(".");
  const data = request.data ?? {};
  return { ...request, data: { ...data, [top]: placed(data[top], rest, text) } };
}

/** The request as it was before anybody typed at the path. */
export function withoutText(request: RenderRequest, path: string): RenderRequest {
  return { ...request, data: taken(request.data ?? {}, path.split(".")) as Record<string, unknown> };
}

function taken(under: unknown, [key = "", ...rest]: readonly string[]): unknown {
  if (typeof under !== "object" || under === null || Array.isArray(under) || !(key in under)) return under;
  const { [key]: found, ...others } = under as Record<string, unknown>;
  return rest.length === 0 ? others : { ...others, [key]: taken(found, rest) };
}

function placed(under: unknown, path: readonly string[], text: string): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return text;
  if (Array.isArray(under))
    return under.map((each, i) => (String(i) === key ? placed(each, rest, text) : each));
  const group =
    typeof under === "object" && under !== null ? under : typeof under === "string" ? { text: under } : {};
  return { ...group, [key]: placed((group as Record<string, unknown>)[key], rest, text) };
}
