/**
 * The intrinsic types behind `<Page>` and `<Frame>`. Strings, because every compiled template carries its own
 * copy of the kit: compose could not recognise a function of another copy.
 */
export const PAGE = "anpham:page";
export const FRAME = "anpham:frame";

/** On components whose drawing compose keeps from page to page. */
export const LASTING: unique symbol = Symbol.for("anpham.lasting");

/** On components that draw the same for the same props, whatever the page. */
export const STILL: unique symbol = Symbol.for("anpham.still");
