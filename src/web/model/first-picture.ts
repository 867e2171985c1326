/**
 * Pictures of pages that the browser does not draw itself: what browsers without script see, and paper of pages that do
 * not lie open.
 */

import type { Draft } from "./draft.ts";
import { draftToQuery } from "./draft-link.ts";

interface Size {
  readonly width: number;
  readonly height: number;
}

/** px. */
export const firstWidth = ({ width, height }: Size): number => (height > width ? 700 : 1000);

/** @param page from 0 */
export const firstPicture = (draft: Draft, page: number, size: Size): string =>
  `/form/picture?${draftToQuery(draft)}&page=${page}&width=${firstWidth(size)}`;
