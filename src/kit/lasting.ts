/** What is kept from page to page: settings and drawings that often come again in a print run. */

import type { PageContext } from "../model/template.ts";
import type { Component, Node } from "./jsx-runtime.ts";
import { LASTING, STILL } from "./markers.ts";

/** A setting function that sets again only what has changed; what it may do, `page.once` says. */
export function lastingSetting<Inputs extends readonly unknown[], Setting>(
  set: (page: PageContext, ...inputs: Inputs) => Setting,
): (page: PageContext, ...inputs: Inputs) => Setting {
  return (page, ...inputs) => page.once(set, inputs, (on) => set(on, ...inputs));
}

/** A component whose whole drawing compose keeps, as {@link lastingSetting}: for those that draw much. */
export function lastingDrawing<Props>(component: Component<Props>): Component<Props> {
  return Object.assign(component, { [LASTING]: true });
}

/**
 * A component that draws the same for the same props, whatever the page; they must be plain data. Compose keeps the
 * latest drawings, however many there are on a page.
 */
export function stillDrawing<Props>(component: (props: Props) => Node): Component<Props> {
  return Object.assign((props: Props) => component(props), { [STILL]: true });
}
