/** Invented sites of invented trusts. */

export interface TrustSite {
  readonly code: string;
  readonly name: string;
  readonly trust: string;
}

export const trustSites: readonly TrustSite[] = [
  { code: "ZZN0101", name: "Northmoor General Hospital", trust: "ZZN01" },
  { code: "ZZN0102", name: "Saint Osyth's Hospital", trust: "ZZN01" },
  { code: "ZZN0103", name: "Tannery Lane Treatment Centre", trust: "ZZN01" },
  { code: "ZZE0101", name: "Eastvale Health Campus", trust: "ZZE01" },
  { code: "ZZE0102", name: "Willowbank Community Hospital", trust: "ZZE01" },
  { code: "ZZH0101", name: "Hollowmere Royal Infirmary", trust: "ZZH01" },
  { code: "ZZH0102", name: "Cooper's Cross Hospital", trust: "ZZH01" },
  { code: "ZZL0101", name: "Larkmarsh County Hospital", trust: "ZZL01" },
  { code: "ZZL0102", name: "Drove End Hospital", trust: "ZZL01" },
  { code: "ZZQ0101", name: "Quarrydown Hospital", trust: "ZZQ01" },
  { code: "ZZQ0102", name: "Pellbridge Hospital", trust: "ZZQ01" },
  { code: "ZZA0101", name: "Aldermere Royal Hospital", trust: "ZZA01" },
  { code: "ZZA0102", name: "Saint Botwulf's Hospital", trust: "ZZA01" },
  { code: "ZZG0101", name: "Greenwharf Hospital", trust: "ZZG01" },
  { code: "ZZG0102", name: "Osierbank Hospital", trust: "ZZG01" },
  { code: "ZZG0103", name: "Tollhouse Road Clinic", trust: "ZZG01" },
  { code: "ZZD0401", name: "Mendale Infirmary", trust: "ZZD04" },
  { code: "ZZD0402", name: "Priddock Hospital", trust: "ZZD04" },
  { code: "ZZX0101", name: "Chalkdown District Hospital", trust: "ZZX01" },
  { code: "ZZX0102", name: "Beacon Cliff Hospital", trust: "ZZX01" },
  { code: "ZZJ0101", name: "Ribblestone Royal Hospital", trust: "ZZJ01" },
  { code: "ZZJ0102", name: "Weir Bridge Hospital", trust: "ZZJ01" },
  { code: "ZZU0301", name: "Steelbrook Northern Hospital", trust: "ZZU03" },
  { code: "ZZU0302", name: "Anvil Street Hospital", trust: "ZZU03" },
];
