/**
 * What a worker thread answers travels in a box, which its receiver empties. The pool's library holds on to answers
 * until the whole heap is collected: rows that are long written were copied twice and then kept. A box left empty is
 * next to nothing.
 */

export interface Box<Result> {
  result: Result | null;
}

export const boxed = <Result>(result: Result): Box<Result> => ({ result });

/** Leaves the box empty. */
export function unboxed<Result>(box: Box<Result>): Result {
  const { result } = box;
  box.result = null;
  return result!;
}
