/** Writing XML 1.0 elements and attributes. */

/** ` name="value"`, with a leading space; the value must not need escaping. */
export const attribute = (name: string, value: string | number): string => ` ${name}="${value}"`;

/** An element; without content it closes itself. */
export const element = (name: string, attributes: string, content = ""): string =>
  content === "" ? `<${name}${attributes}/>` : `<${name}${attributes}>${content}</${name}>`;
