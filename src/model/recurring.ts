/**
 * What comes again as the very same object, on piece after piece: icons and marks, as elements and as what they draw.
 * They are a good part of a page, and what is found out about one of them is worth keeping with it.
 */

import { keptWith } from "../base/kept-with.ts";

const marks = keptWith<object, true>();

export const markRecurring = (value: object): void => marks.set(value, true);

export const isRecurring = (value: object): boolean => marks.get(value) === true;
