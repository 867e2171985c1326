/**
 * How people see who lack one kind of cone. Machado, Oliveira and Fernandes, “A Physiologically-based Model for
 * Simulation of Color Vision Deficiency”, IEEE Transactions on Visualization and Computer Graphics 15 (2009), table of
 * matrices for severity 1.0, applied to linear RGB. Greyscale: the luminance of IEC 61966-2-1.
 */

export const VISIONS = ["none", "protan", "deutan", "tritan", "grey"] as const;
export type Vision = (typeof VISIONS)[number];

export const MATRICES: Readonly<Record<Exclude<Vision, "none">, readonly number[]>> = {
  protan: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  deutan: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  tritan: [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
  grey: [0.2126, 0.7152, 0.0722, 0.2126, 0.7152, 0.0722, 0.2126, 0.7152, 0.0722],
};

/** The value of an SVG `feColorMatrix`: three rows of five. */
export const colorMatrix = (vision: Exclude<Vision, "none">): string => {
  const m = MATRICES[vision];
  const row = (start: number) => `${m[start]} ${m[start + 1]} ${m[start + 2]} 0 0`;
  return `${row(0)} ${row(3)} ${row(6)} 0 0 0 1 0`;
};
