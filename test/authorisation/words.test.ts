/** Words that rules are made of, beside those of the policy's tables: written out a second time. */
import { expect, it } from "@jest/globals";
import { organisationKinds } from "../../authorisation/caller.js";
import { goingWithThePlace, protecting, providing } from "../../authorisation/relation.js";
import { statesBeforeAcceptance } from "../../authorisation/relations-of.js";

it("those who answer for the place are its provider and whoever runs the site", () => {
  expect(providing).toEqual(["RESPONSIBLE", "HOST"]);
});

it("a report is not accepted while it stands as it came or was declined, and else is", () => {
  expect(statesBeforeAcceptance).toEqual(["REPORTED", "DECLINED"]);
});

it("those who protect whoever spoke up are the region and NHS England nationally", () => {
  expect(protecting).toEqual(["REGIONAL", "NATIONAL"]);
});

it("those who come after others at a place stand in its past, and no reporter, university or regulator does", () => {
  expect(goingWithThePlace).toEqual(["RESPONSIBLE", "HOST", "REGIONAL", "ICB"]);
});

it("an organisation is of one of the kinds that the directory has", () => {
  const ofNhsEngland = ["NATIONAL_BODY", "REGION", "LOCAL_OFFICE"];
  const ofPlaces = ["ICB", "TRUST", "TRUST_SITE", "EDUCATION_PROVIDER"];
  expect(organisationKinds).toEqual([...ofNhsEngland, ...ofPlaces, "REGULATOR", "OMBUDSMAN", "OTHER"]);
});
