/** Parts of invented names, for people who spoke up. Addresses are in a domain that nobody can own. */

// prettier-ignore
export const givenNames = [
  "Adaeze", "Alasdair", "Amira", "Anneka", "Arjun", "Bethan", "Bronagh", "Caspian", "Chidi", "Cordelia", "Dafydd", "Davina",
  "Eilidh", "Emeka", "Fenella", "Ffion", "Gareth", "Giovanna", "Hamza", "Henrietta", "Ikram", "Imogen", "Jarek", "Josephine",
  "Kavita", "Kezia", "Leopold", "Lucasta", "Maeve", "Malik", "Nerys", "Nikhil", "Oluwaseun", "Ottilie", "Parveen", "Phelan",
  "Rhiannon", "Rukhsana", "Sanjay", "Seren", "Tamsin", "Thaddeus", "Umar", "Verity", "Wilfred", "Xanthe", "Yewande", "Zofia",
] as const;

// prettier-ignore
export const familyNames = [
  "Abernook", "Ashbourne-Lee", "Bexwith", "Brandreth", "Calloway", "Coldwater", "Darnbrook", "Delacourt", "Eddowes", "Elmhirst",
  "Fairlamb", "Fothersgill", "Garrowby", "Greenslade", "Hallewell", "Hawksmere", "Inglethorpe", "Jessamy", "Kettlewick",
  "Kinvara", "Larkspur", "Lindfield-Rao", "Marchbanks", "Merrow", "Netherwood", "Northcliff", "Okonedo-Vale", "Ormsgill",
  "Pargeter", "Penrose-Shah", "Quillfeather", "Radcot", "Ravensdale", "Sallowfield", "Silkwood", "Tarrowby", "Thistlethwaite",
  "Underhay", "Venables-Oduya", "Wainscott", "Westerdale", "Yarrowgate",
] as const;

/** Which kind of person reports by which way; ORGANISATION where a body reports as such. */
export const coarseRoles: Readonly<Record<string, "LEARNER" | "EDUCATOR" | "STAFF" | "PUBLIC" | "ORGANISATION">> = {
  LEARNER: "LEARNER",
  EDUCATOR: "EDUCATOR",
  PROGRAMME_LEAD: "EDUCATOR",
  PROVIDER: "STAFF",
  FTSU_REPORT: "STAFF",
  GUARDIAN_SAFE_WORKING: "STAFF",
  COMPLAINT: "PUBLIC",
};
