/** Divides colour by alpha, in place: painted pixels are premultiplied. */
export function unmultiply(pixels: Uint8Array): Uint8Array {
  for (let i = 3; i < pixels.length; i += 4) {
    const alpha = pixels[i]!;
    if (alpha === 255 || alpha === 0) continue;
    const factor = 255 / alpha;
    pixels[i - 3] = Math.min(255, Math.round(pixels[i - 3]! * factor));
    pixels[i - 2] = Math.min(255, Math.round(pixels[i - 2]! * factor));
    pixels[i - 1] = Math.min(255, Math.round(pixels[i - 1]! * factor));
  }
  return pixels;
}
