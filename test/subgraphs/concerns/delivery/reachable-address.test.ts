import { expect, it } from "@jest/globals";
import { isPublicAddress } from "../../../../subgraphs/concerns/delivery/reachable-address.js";

it.each([
  "8.8.8.8",
  "151.101.1.69",
  "172.15.0.1",
  "172.32.0.1",
  "100.63.0.1",
  "2a00:1450:4009:81f::200e",
  "2606:4700::1",
])("a webhook may lead to %s", (address) => {
  expect(isPublicAddress(address)).toBe(true);
});

it.each([
  "127.0.0.1",
  "127.8.9.10",
  "0.0.0.0",
  "10.1.2.3",
  "100.64.0.1",
  "169.254.169.254",
  "172.16.0.1",
  "172.31.255.255",
  "192.168.1.1",
  "192.0.2.1",
  "198.18.0.1",
  "224.0.0.1",
  "255.255.255.255",
  "::",
  "::1",
  "::ffff:127.0.0.1",
  "::ffff:8.8.8.8",
  "64:ff9b::7f00:1",
  "2001::1",
  "2001:db8::1",
  "2002:7f00:1::",
  "fc00::1",
  "fd12:3456::1",
  "fe80::1",
  "ff02::1",
  "localhost",
  "",
])("a webhook may not lead to %j", (address) => {
  expect(isPublicAddress(address)).toBe(false);
});
