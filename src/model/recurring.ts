/**
 * Elements that come again as the very same objects, on piece after piece: icons, which are a good part of a page's tree.
 * What is found out about one of them is worth keeping with it.
 */

import { keptWith } from "../base/kept-with.ts";
import type { ElementNode } from "./page-tree.ts";

const marks = keptWith<ElementNode, true>();

export const markRecurring = (element: ElementNode): void => marks.set(element, true);

export const isRecurring = (value: object): boolean => marks.get(value as ElementNode) === true;
