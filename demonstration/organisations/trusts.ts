/**
 * The invented trusts of the demonstration. Names and codes (beginning `ZZ`) belong to no real organisation; regions
 * and integrated care boards are real. `weight` is how many concerns a trust has beside the others.
 */

export type TrustSetting = "ACUTE" | "COMMUNITY" | "MENTAL_HEALTH" | "AMBULANCE" | "CHILDREN";

export interface Trust {
  readonly code: string;
  readonly name: string;
  readonly setting: TrustSetting;
  readonly region: string;
  readonly icb: string;
  readonly weight: number;
  readonly openedOn: string;
  /** Last day, where it became part of another. */
  readonly closedOn?: string;
}

// prettier-ignore
export const trusts: readonly Trust[] = [
  { code: "ZZN01", name: "Northmoor University Hospitals NHS Trust", setting: "ACUTE", region: "Y60", icb: "QHL", weight: 13, openedOn: "2001-04-01" },
  { code: "ZZE01", name: "Eastvale Community NHS Trust", setting: "COMMUNITY", region: "Y60", icb: "QUA", weight: 6, openedOn: "2011-04-01" },
  { code: "ZZB01", name: "Brackenfield Hospitals NHS Foundation Trust", setting: "ACUTE", region: "Y60", icb: "QJ2", weight: 5, openedOn: "2005-07-01" },
  { code: "ZZT01", name: "Trentholme Mental Health Partnership NHS Trust", setting: "MENTAL_HEALTH", region: "Y60", icb: "QT1", weight: 3, openedOn: "2002-04-01" },
  { code: "ZZH01", name: "Hollowmere Teaching Hospitals NHS Trust", setting: "ACUTE", region: "Y60", icb: "QK1", weight: 6, openedOn: "2000-04-01" },
  { code: "ZZF01", name: "Fernhollow Community Health NHS Trust", setting: "COMMUNITY", region: "Y60", icb: "QOC", weight: 2, openedOn: "2012-04-01" },
  { code: "ZZL01", name: "Larkmarsh Hospitals NHS Trust", setting: "ACUTE", region: "Y60", icb: "QJM", weight: 4, openedOn: "2000-04-01" },
  { code: "ZZM01", name: "Heartwood Ambulance Service NHS Trust", setting: "AMBULANCE", region: "Y60", icb: "QHL", weight: 3, openedOn: "2006-07-01" },
  { code: "ZZS01", name: "Silverbrook Children's Hospital NHS Foundation Trust", setting: "CHILDREN", region: "Y60", icb: "QHL", weight: 3, openedOn: "2007-02-01" },
  { code: "ZZQ01", name: "Quarrydown Hospitals NHS Trust", setting: "ACUTE", region: "Y60", icb: "QWU", weight: 4, openedOn: "2001-04-01" },
  { code: "ZZP01", name: "Pellbridge Hospital NHS Trust", setting: "ACUTE", region: "Y60", icb: "QWU", weight: 2, openedOn: "1999-04-01", closedOn: "2025-03-31" },
  { code: "ZZA01", name: "Aldermere Health NHS Trust", setting: "ACUTE", region: "Y56", icb: "QMF", weight: 6, openedOn: "2012-04-01" },
  { code: "ZZK01", name: "Kestrelgate Healthcare NHS Foundation Trust", setting: "ACUTE", region: "Y56", icb: "QKK", weight: 5, openedOn: "2006-12-01" },
  { code: "ZZR01", name: "Ropewalk Mental Health NHS Foundation Trust", setting: "MENTAL_HEALTH", region: "Y56", icb: "QMF", weight: 3, openedOn: "2008-11-01" },
  { code: "ZZW01", name: "Wyvern Park Hospitals NHS Trust", setting: "ACUTE", region: "Y56", icb: "Z9B2Z", weight: 4, openedOn: "1999-04-01" },
  { code: "ZZV01", name: "Lanternfield Community NHS Trust", setting: "COMMUNITY", region: "Y56", icb: "QWE", weight: 2, openedOn: "2010-11-01" },
  { code: "ZZG01", name: "Greenwharf University Hospitals NHS Foundation Trust", setting: "ACUTE", region: "Y56", icb: "Z9B2Z", weight: 5, openedOn: "2004-07-01" },
  { code: "ZZO01", name: "Osierbank Hospital NHS Trust", setting: "ACUTE", region: "Y56", icb: "Z9B2Z", weight: 2, openedOn: "2000-04-01", closedOn: "2024-09-30" },
  { code: "ZZD01", name: "Dunmoor Hospitals NHS Foundation Trust", setting: "ACUTE", region: "Y58", icb: "QJK", weight: 4, openedOn: "2005-03-01" },
  { code: "ZZD02", name: "Gorsebay Partnership NHS Foundation Trust", setting: "MENTAL_HEALTH", region: "Y58", icb: "QT6", weight: 2, openedOn: "2010-03-01" },
  { code: "ZZD03", name: "Westering Ambulance Service NHS Foundation Trust", setting: "AMBULANCE", region: "Y58", icb: "QUY", weight: 2, openedOn: "2011-03-01" },
  { code: "ZZD04", name: "Mendale University Hospitals NHS Trust", setting: "ACUTE", region: "Y58", icb: "QUY", weight: 4, openedOn: "2008-06-01" },
  { code: "ZZD05", name: "Ashenford Hospitals NHS Foundation Trust", setting: "ACUTE", region: "Y58", icb: "QVV", weight: 2, openedOn: "2007-06-01" },
  { code: "ZZX01", name: "Chalkdown Hospitals NHS Trust", setting: "ACUTE", region: "Y59", icb: "S9B9J", weight: 5, openedOn: "2002-04-01" },
  { code: "ZZX02", name: "Havenstrand Hospitals NHS Trust", setting: "ACUTE", region: "Y59", icb: "QRL", weight: 4, openedOn: "2001-04-01" },
  { code: "ZZX03", name: "Wealdhurst Partnership NHS Trust", setting: "MENTAL_HEALTH", region: "Y59", icb: "QKS", weight: 3, openedOn: "2006-04-01" },
  { code: "ZZX04", name: "Isismead Hospitals NHS Foundation Trust", setting: "ACUTE", region: "Y59", icb: "S0E4D", weight: 4, openedOn: "2006-06-01" },
  { code: "ZZX05", name: "Southdean Ambulance Service NHS Foundation Trust", setting: "AMBULANCE", region: "Y59", icb: "S9B9J", weight: 2, openedOn: "2011-03-01" },
  { code: "ZZX06", name: "Orchardweald Community NHS Trust", setting: "COMMUNITY", region: "Y59", icb: "QKS", weight: 2, openedOn: "2011-04-01" },
  { code: "ZZY01", name: "Fenmarsh Hospitals NHS Trust", setting: "ACUTE", region: "Y61", icb: "S1Y5D", weight: 4, openedOn: "2000-04-01" },
  { code: "ZZY02", name: "Broadreach Hospitals NHS Foundation Trust", setting: "ACUTE", region: "Y61", icb: "T6Y0W", weight: 4, openedOn: "2008-05-01" },
  { code: "ZZY03", name: "Saffronfield Mental Health NHS Foundation Trust", setting: "MENTAL_HEALTH", region: "Y61", icb: "D7T5G", weight: 3, openedOn: "2017-04-01" },
  { code: "ZZY04", name: "Ousebank Community Services NHS Trust", setting: "COMMUNITY", region: "Y61", icb: "S1Y5D", weight: 2, openedOn: "2010-11-01" },
  { code: "ZZJ01", name: "Ribblestone Teaching Hospitals NHS Foundation Trust", setting: "ACUTE", region: "Y62", icb: "QE1", weight: 5, openedOn: "2005-04-01" },
  { code: "ZZJ02", name: "Estuary Gate Hospitals NHS Trust", setting: "ACUTE", region: "Y62", icb: "QYG", weight: 5, openedOn: "2001-04-01" },
  { code: "ZZJ03", name: "Millstone Hospitals NHS Foundation Trust", setting: "ACUTE", region: "Y62", icb: "QOP", weight: 4, openedOn: "2006-08-01" },
  { code: "ZZJ04", name: "Loomfield Mental Health NHS Foundation Trust", setting: "MENTAL_HEALTH", region: "Y62", icb: "QOP", weight: 3, openedOn: "2008-02-01" },
  { code: "ZZJ05", name: "Fellbeck Community Health NHS Trust", setting: "COMMUNITY", region: "Y62", icb: "QE1", weight: 2, openedOn: "2011-04-01" },
  { code: "ZZJ06", name: "Gannet Coast Ambulance Service NHS Trust", setting: "AMBULANCE", region: "Y62", icb: "QYG", weight: 2, openedOn: "2006-07-01" },
  { code: "ZZU01", name: "Coquetmoor Hospitals NHS Foundation Trust", setting: "ACUTE", region: "Y63", icb: "QHM", weight: 5, openedOn: "2006-08-01" },
  { code: "ZZU02", name: "Dalesworth Hospitals NHS Trust", setting: "ACUTE", region: "Y63", icb: "QWO", weight: 5, openedOn: "2002-04-01" },
  { code: "ZZU03", name: "Steelbrook Teaching Hospitals NHS Foundation Trust", setting: "ACUTE", region: "Y63", icb: "QF7", weight: 5, openedOn: "2004-07-01" },
  { code: "ZZU04", name: "Woldsedge Mental Health NHS Foundation Trust", setting: "MENTAL_HEALTH", region: "Y63", icb: "QOQ", weight: 3, openedOn: "2010-02-01" },
  { code: "ZZU05", name: "Swalebeck Community NHS Trust", setting: "COMMUNITY", region: "Y63", icb: "QOQ", weight: 2, openedOn: "2011-04-01" },
  { code: "ZZU06", name: "Beacon Ridings Ambulance Service NHS Trust", setting: "AMBULANCE", region: "Y63", icb: "QWO", weight: 2, openedOn: "2006-07-01" },
];
