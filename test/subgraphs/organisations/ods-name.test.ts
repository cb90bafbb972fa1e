import { describe, expect, it } from "@jest/globals";
import { odsName } from "../../../subgraphs/organisations/ods-name.js";

const names: readonly (readonly [capitals: string, name: string])[] = [
  ["NORTH LONDON NHS FOUNDATION TRUST", "North London NHS Foundation Trust"],
  ["THE NORTHMOOR HOSPITAL NHS TRUST", "The Northmoor Hospital NHS Trust"],
  ["EASTVALE AND THE ISLE OF WEX NHS TRUST", "Eastvale and the Isle of Wex NHS Trust"],
  ["GUY'S AND ST THOMAS' NHS FOUNDATION TRUST", "Guy's and St Thomas' NHS Foundation Trust"],
  ["WOMEN’S AND CHILDREN’S HOSPITAL", "Women’s and Children’s Hospital"],
  ["O'BRIEN HOSPITAL", "O'Brien Hospital"],
  ["EASTVALE, WEX AND NORTHMOOR NHS TRUST", "Eastvale, Wex and Northmoor NHS Trust"],
  ["NORTHMOOR UPON WEX HOSPITAL FOR CHILDREN", "Northmoor upon Wex Hospital for Children"],
  ["WEX & EASTVALE NHS TRUST", "Wex & Eastvale NHS Trust"],
  ["STOKE-ON-TRENT", "Stoke-on-Trent"],
  ["4TH FLOOR, EAST WING", "4th Floor, East Wing"],
  ["UNIT 1A, 110-120 MILL PARK", "Unit 1A, 110-120 Mill Park"],
  ["729 THE RIDGE", "729 The Ridge"],
  ["EAST WING, THE LAWNS", "East Wing, The Lawns"],
  ["  TRUST   HQ  ", "Trust HQ"],
  ["YSBYTY GŴYR", "Ysbyty Gŵyr"],
  ["Already in Reading Case nhs", "Already in Reading Case nhs"],
  ["", ""],
];

describe("a name in capitals", () => {
  it.each(names)("%s is read as %s", (capitals, name) => {
    expect(odsName(capitals)).toBe(name);
  });

  it.each(names)("%s, once set, stays as it is", (capitals) => {
    expect(odsName(odsName(capitals))).toBe(odsName(capitals));
  });
});
