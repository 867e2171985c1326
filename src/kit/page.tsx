import { type Element, jsx, type Node } from "./jsx-runtime.ts";
import { PAGE } from "./markers.ts";

/** One page. Its children are Frames; anything else is gathered into one frame of the page's trim size. */
export const Page = (props: { readonly children?: Node }): Element => jsx(PAGE, props);
