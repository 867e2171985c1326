/** Sets of IP addresses, written one by one or as blocks (`10.0.0.0/8`, RFC 4632). */

import { BlockList, isIP } from "node:net";

export interface AddressBlocks {
  /** Also for an IPv4 address in IPv6's clothes (`::ffff:10.0.0.5`). */
  has(address: string): boolean;
}

interface Block {
  readonly address: string;
  /** Bits that all addresses of the block share. */
  readonly prefix: number;
  readonly family: "ipv4" | "ipv6";
}

/** `null` for what is neither an address nor a block; a block of all addresses is none. */
export function readBlock(text: string): Block | null {
  const [, address = "", bits] = /^([\da-f:.]+)(?:\/(\d{1,3}))?$/i.exec(text) ?? [];
  const version = isIP(address);
  if (version === 0) return null;
  const whole = version === 4 ? 32 : 128;
  const prefix = bits === undefined ? whole : Number(bits);
  return prefix < 1 || prefix > whole ? null : { address, prefix, family: version === 4 ? "ipv4" : "ipv6" };
}

/** @param texts that {@link readBlock} reads */
export function addressBlocks(texts: readonly string[]): AddressBlocks {
  const blocks = new BlockList();
  for (const text of texts) {
    const { address, prefix, family } = readBlock(text)!;
    blocks.addSubnet(address, prefix, family);
  }
  return {
    has(address) {
      const version = isIP(address);
      return version !== 0 && blocks.check(address, version === 4 ? "ipv4" : "ipv6");
    },
  };
}
