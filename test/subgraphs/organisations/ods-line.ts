/** One line of a trusts file about an invented organisation, with any of its columns replaced. */
export const inventedTrust: Readonly<Record<number, string>> = {
  1: "ZZA",
  2: "NORTHMOOR GENERAL HOSPITAL NHS TRUST",
  3: "Y60",
  4: "QGH",
  5: "TRUST HQ, THE LODGE",
  6: "1 MILL LANE",
  8: "NORTHMOOR",
  10: "ZZ1 1ZZ",
  11: "20100401",
  22: "1",
  24: "F",
};

/** Columns are counted from 1, as the description of the file counts them. */
export function odsLine(columns: Readonly<Record<number, string>> = {}, width = 27): string {
  return Array.from(
    { length: width },
    (_, index) => `"${columns[index + 1] ?? inventedTrust[index + 1] ?? ""}"`,
  ).join();
}
