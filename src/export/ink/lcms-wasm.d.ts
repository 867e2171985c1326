/** The part of lcms-wasm that is used; the package ships no types. Its names are littleCMS's (lcms2.h). */
declare module "lcms-wasm" {
  /** Address of a littleCMS object; 0 when it could not be made. */
  type Handle = number;

  export interface LcmsModule {
    readonly HEAPU8: Uint8Array;
    _malloc(bytes: number): number;
    _free(address: number): void;
    _cmsDoTransform(transform: Handle, input: number, output: number, pixels: number): void;
    cmsOpenProfileFromMem(icc: Uint8Array, bytes: number): Handle;
    cmsCloseProfile(profile: Handle): void;
    cmsCreate_sRGBProfile(): Handle;
    /** `null`: D50. */
    cmsCreateLab4Profile(whitePoint: readonly number[] | null): Handle;
    cmsCreateTransform(
      from: Handle,
      fromFormat: number,
      to: Handle,
      toFormat: number,
      intent: number,
      flags: number,
    ): Handle;
    cmsDeleteTransform(transform: Handle): void;
  }

  export function instantiate(): Promise<LcmsModule>;

  export const PT_RGB: number;
  export const PT_CMYK: number;
  export const PT_Lab: number;
  export const INTENT_PERCEPTUAL: number;
  export const INTENT_RELATIVE_COLORIMETRIC: number;
  export const cmsFLAGS_BLACKPOINTCOMPENSATION: number;
  export const FLOAT_SH: (isFloat: number) => number;
  export const COLORSPACE_SH: (space: number) => number;
  export const CHANNELS_SH: (channels: number) => number;
  export const BYTES_SH: (bytes: number) => number;
}
