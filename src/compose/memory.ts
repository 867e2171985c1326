/**
 * What one page was made of, the next need not make again. A print run changes a few fields of the brief from row to
 * row; whatever was made without reading them is the same object on every page, and what is found out about it later
 * (its layout, its place in a file) holds as long. Incremental as in Typst's comemo: results are kept by what they
 * were asked for and by what they read.
 */

import { LRUCache } from "lru-cache";
import type { FontFace } from "../base/font/face.ts";
import { foundOnce } from "../base/found-once.ts";
import { Recent } from "../base/recent.ts";
import { Comparison, isSameData } from "../base/same-data.ts";
import type { Brief } from "../model/brief.ts";
import type { ColorToken } from "../model/color-token.ts";
import type { ResolvedJob } from "../model/job.ts";
import type { PageContext, Picture, PictureRole } from "../model/template.ts";

/** Results by maker; some of late each, since a page may ask the same maker for several things. */
const KEPT = 8;

/** What a maker has made of late. */
interface Results {
  readonly kept: Recent<Kept>;
  readonly comparison: Comparison;
}

interface Kept {
  readonly inputs: readonly unknown[];
  readonly surroundings: Surroundings;
  readonly reads: Reads;
  readonly result: unknown;
}

/** Of a page: all that does not change from row to row. */
type Surroundings = Pick<PageContext, "format" | "geometry" | "theme" | "palette" | "faces" | "measure">;

interface Reads {
  readonly brief: readonly (readonly [field: keyof Brief, value: unknown])[];
  readonly pictures: readonly (readonly [role: PictureRole, value: Picture | undefined])[];
  /** Asking for a tint registers it. */
  readonly tints: readonly (readonly [token: ColorToken, percent: number])[];
}

type Once = PageContext["once"];

/** Formats in themes whose pages are remembered. */
const MEMORIES = 24;
const memoriesOf = foundOnce<readonly FontFace[], LRUCache<string, Once>>(
  () => new LRUCache({ max: MEMORIES }),
);

/** The memory that the job's pages share with those of its like. */
export function memoryOf({ template, format, theme, fonts }: ResolvedJob): Once {
  const known = memoriesOf(fonts);
  const key = `${template.id} ${format.id} ${theme.id}`;
  const memory = known.get(key) ?? createMemory();
  known.set(key, memory);
  return memory;
}

/** A `once` for pages; whatever differs between them is found out by it. */
export function createMemory(): Once {
  const resultsOf = foundOnce<object, Results>(() => ({
    kept: new Recent(KEPT),
    comparison: new Comparison(),
  }));
  return function once<Result>(
    this: PageContext,
    maker: object,
    inputs: readonly unknown[],
    make: (page: PageContext) => Result,
  ): Result {
    const { kept, comparison } = resultsOf(maker);
    const found = kept.take((each) => comparison.isSame(each.inputs, inputs) && isStill(each, this));
    if (found) {
      for (const [token, percent] of found.reads.tints) this.tint(token, percent);
      return found.result as Result;
    }
    const { page, reads } = watched(this);
    const result = make(page);
    kept.put({ inputs, surroundings: surroundingsOf(this), reads: reads(), result });
    return result;
  };
}

const surroundingsOf = ({ format, geometry, theme, palette, faces, measure }: PageContext): Surroundings => ({
  format,
  geometry,
  theme,
  palette,
  faces,
  measure,
});

/** Whether the page still says what was read when it was made. */
function isStill({ surroundings, reads }: Kept, page: PageContext): boolean {
  for (const [field, value] of reads.brief) if (!isSameData(value, page.brief[field])) return false;
  for (const [role, value] of reads.pictures) if (!isSameData(value, page.pictures[role])) return false;
  return (
    surroundings.measure === page.measure &&
    isSameData(surroundings.format, page.format) &&
    isSameData(surroundings.geometry, page.geometry) &&
    isSameData(surroundings.theme, page.theme) &&
    isSameData(surroundings.palette, page.palette) &&
    isSameData(surroundings.faces, page.faces)
  );
}

/** The page, and what is read of it from now on. */
function watched(page: PageContext): { readonly page: PageContext; readonly reads: () => Reads } {
  const brief = new Map<keyof Brief, unknown>();
  const pictures = new Map<PictureRole, Picture | undefined>();
  const tints: (readonly [token: ColorToken, percent: number])[] = [];
  return {
    page: {
      ...page,
      brief: watchedFields(page.brief, brief),
      pictures: watchedFields(page.pictures, pictures),
      tint: (token, percent) => {
        tints.push([token, percent]);
        return page.tint(token, percent);
      },
    },
    reads: () => ({ brief: [...brief], pictures: [...pictures], tints }),
  };
}

function watchedFields<T extends object>(fields: T, reads: Map<keyof T, unknown>): T {
  const note = (key: PropertyKey) => {
    const field = key as keyof T;
    if (!reads.has(field)) reads.set(field, fields[field]);
  };
  return new Proxy(fields, {
    get(_, key) {
      note(key);
      return fields[key as keyof T];
    },
    has(_, key) {
      note(key);
      return key in fields;
    },
    ownKeys() {
      const keys = Reflect.ownKeys(fields);
      keys.forEach(note);
      return keys;
    },
  });
}
