/** Remembers what was found out about pictures: reading one again for every piece of a print run would be slow. */

import { LRUCache } from "lru-cache";

/** `find` for each content id only once, while the answers stay in memory. */
export function byContent<T extends object, Rest extends readonly unknown[]>(
  maximum: number,
  find: (picture: PictureData, ...rest: Rest) => Promise<T>,
  keyOf: (...rest: Rest) => string = () => "",
): (picture: PictureData, ...rest: Rest) => Promise<T> {
  const known = new LRUCache<string, Promise<T>>({ max: maximum });
  return (picture, ...rest) => {
    const key = `${picture.id} ${keyOf(...rest)}`;
    let found = known.get(key);
    if (!found) {
      found = find(picture, ...rest);
      known.set(key, found);
      // A failure is told every time anew.
      found.catch(() => known.delete(key));
    }
    return found;
  };
}

export interface PictureData {
  /** SHA-256 of the data. */
  readonly id: string;
  readonly mediaType: "image/png" | "image/jpeg" | "image/svg+xml";
  readonly pixelWidth: number;
  readonly pixelHeight: number;
  readonly data: Uint8Array;
}
