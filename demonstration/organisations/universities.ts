/** Invented universities, and the regions in which their learners are placed. */

export interface University {
  readonly code: string;
  readonly name: string;
  readonly regions: readonly string[];
}

export const universities: readonly University[] = [
  { code: "ZZWEXU", name: "University of Wexbridge", regions: ["Y60"] },
  { code: "ZZHARU", name: "University of Harrowmere", regions: ["Y56"] },
  { code: "ZZPENU", name: "Penvose University", regions: ["Y58"] },
  { code: "ZZCHAU", name: "Chalkstream University", regions: ["Y59", "Y56"] },
  { code: "ZZFENU", name: "University of Fenbridge", regions: ["Y61", "Y60"] },
  { code: "ZZMILU", name: "Millgate Metropolitan University", regions: ["Y62"] },
  { code: "ZZTHOU", name: "Thornwick University", regions: ["Y63"] },
];
