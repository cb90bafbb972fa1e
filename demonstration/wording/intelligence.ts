/** What bodies of the demonstration know themselves about a place. Groups and posts, never names. */
export const ofRegulators: readonly string[] = [
  "Our survey shows answers well below those of comparable places for the second year, on the same questions.",
  "A visit to another service of this provider last year heard of the same shortfall. It was put down to one team then.",
  "Three enquiries about this department reached us within two months, from people who do not know of one another.",
  "An education associate of ours reports that agreed supervision did not happen on several of the days that were looked at.",
];

export const ofTheCareRegulator: readonly string[] = [
  "Staffing at night was below plan on a third of the shifts that we looked at. The report is not published yet.",
  "Reports of incidents from this service have fallen by half in a year, which is not what its activity would explain.",
  "People who use the service told us of long waits for a senior decision at weekends.",
];

export const ofRegions: readonly string[] = [
  "The school has heard the same from learners who have since moved on, and had not connected it with this place.",
  "Posts at this site were hard to fill in the last two rounds, and those who left named the same reasons.",
];

export const conditionsOfMonitoring: readonly string[] = [
  "Supervision out of hours is in place on every shift before the next intake; progress is reported every quarter.",
  "Learners are asked every month, and their answers are sent to us with the action that followed.",
];
