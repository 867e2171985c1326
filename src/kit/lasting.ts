/** What is kept from page to page: settings and drawings that often come again in a print run. */

import type { PageContext } from "../model/template.ts";
import type { Component } from "./jsx-runtime.ts";
import { LASTING } from "./markers.ts";

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
