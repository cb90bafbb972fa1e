/**
 * Which addresses of the network a webhook may lead to: public ones. What is the hub's own machine or network is no
 * receiver, however its name is written or resolved, unless the operator allows it.
 */
import { BlockList, isIP } from "node:net";

const closed = new BlockList();
const closedRanges: readonly (readonly [net: string, prefix: number])[] = [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 3],
];
for (const [net, prefix] of closedRanges) closed.addSubnet(net, prefix, "ipv4");

/** Of version 6 only what is global, without what carries an address of version 4 within it. */
const global = new BlockList();
global.addSubnet("2000::", 3, "ipv6");
const carriers = new BlockList();
carriers.addSubnet("2001::", 23, "ipv6");
carriers.addSubnet("2001:db8::", 32, "ipv6");
carriers.addSubnet("2002::", 16, "ipv6");
carriers.addSubnet("3fff::", 20, "ipv6");

export function isPublicAddress(address: string): boolean {
  if (isIP(address) === 4) return !closed.check(address, "ipv4");
  return isIP(address) === 6 && global.check(address, "ipv6") && !carriers.check(address, "ipv6");
}
