/** What is written in the course of casework: reasons for a category, progress, answers and internal notes. */

/** By category: why it was set there when the concern was assessed. `{matter}` is the subject of the concern. */
export const firstReasons: Readonly<Record<string, readonly string[]>> = {
  ISF0: [
    "Standards at risk, but the provider's existing plan for {matter} is adequate; routine monitoring.",
    "An isolated report about {matter}; monitored in the ordinary way.",
  ],
  ISF1: [
    "Standards on {matter} are not fully met; contained to one area, with a credible plan.",
    "First report about {matter} in this area; the provider has accepted it and named a lead.",
    "Learners' accounts of {matter} are consistent; impact limited so far, and requirements issued.",
  ],
  ISF2: [
    "Concerns about {matter} have persisted over more than one rotation, and local plans have not worked.",
    "Impact of {matter} on learners is significant, and evidence from several sources agrees.",
    "Standards on {matter} are not met, with possible effects on patients; senior leaders are to be engaged.",
  ],
  ISF3: [
    "Serious and sustained failings in {matter}; local action has not been enough, and the executive team is to respond.",
    "Risk of harm to learners or patients from {matter}; urgent risk review held.",
  ],
  ISF4: [
    "Learners withdrawn following an urgent risk review of {matter}; placements suspended until conditions are met.",
  ],
};

export const raisedReasons: Readonly<Record<string, readonly string[]>> = {
  ISF1: [
    "New reports about {matter} show that routine monitoring is not enough.",
    "Further feedback supports the original report; requirements issued.",
  ],
  ISF2: [
    "Requirements on {matter} were not met by their date, and further reports have been received.",
    "Survey results confirm that {matter} has not improved; senior leader engagement begins.",
  ],
  ISF3: [
    "The plan for {matter} is not working, and learners describe a deterioration.",
    "Visit findings show several standards unmet; escalated to the executive team and the Postgraduate Dean.",
  ],
  ISF4: ["Assurance on {matter} could not be given; learners have been moved and placements suspended."],
};

export const loweredReasons: Readonly<Record<string, readonly string[]>> = {
  ISF0: ["Improvement in {matter} has been sustained; returned to routine monitoring."],
  ISF1: [
    "Evidence shows improvement in {matter}; remaining requirements can be followed up locally.",
    "Learners confirm that {matter} is better; the plan is credible and on time.",
  ],
  ISF2: [
    "The immediate risk from {matter} has been dealt with; significant requirements remain.",
    "Executive oversight is in place and {matter} is improving; reviewed monthly from now on.",
  ],
  ISF3: ["Conditions for a phased return of learners have been met; close oversight of {matter} continues."],
};

export const generalProgress = [
  "The action plan was reviewed with the learner representatives and remains on time.",
  "Most actions are complete; two depend on recruitment and have been given new dates.",
  "The executive lead met learners in person and has reported back to them.",
  "Progress is slower than planned because of operational pressure; the dates have been agreed again with the regional team.",
  "Feedback since the last update is mostly positive, and the exceptions have been followed up.",
  "The department has agreed measures that learners themselves will report on.",
  "A visit by the programme lead found the improvements in use.",
];

export const progressDetails = [
  "The figures come from the department's own monthly audit, seen by the education committee. Where the sample was small we say so in the return.",
  "Learners were asked in confidence, by somebody outside the department. Their words, without names, are in the annex to the return.",
  "The remaining actions, their owners and dates are listed in the plan. None has moved by more than a month since the last update.",
  "The clinical lead and the education lead have signed off this update. It was shared with learner representatives before it was sent.",
  "We have compared the position with the previous rotation and with two similar departments, and will repeat this at the next review.",
];

export const secondResponses = [
  "Further evidence, as asked for: the audit has been repeated and is attached to our return.",
  "We have added the dates and owners that were missing from the first answer.",
  "The arrangement now covers weekends too, which the first answer did not.",
];

export const internalNotes = [
  "Spoke with the education lead by telephone; open about the problem and asked for help with the rota.",
  "Compared with the two earlier concerns about the same department: the accounts agree, the people do not overlap.",
  "University link confirmed that they are hearing the same from their own learners.",
  "Consider at the next regional quality meeting together with the survey results.",
  "The plan is thin on dates. Ask again before the next review.",
  "Check whether the next intake can be placed before accepting the closing evidence.",
  "Reporter is content with how this is being handled and does not wish to be contacted again for now.",
  "Keep the wording to the provider general: the group of learners is small.",
  "Chair of the learner forum will let us know if it slips.",
  "New education lead since this month; worth an early conversation.",
  "Agreed with the Postgraduate Dean to hold the category until the next set of evidence.",
];

export const confirmations = [
  "All requirements have been met and the evidence has been shared; learners were asked and agree.",
  "We consider {matter} to be resolved. The audit will go on for two more quarters, and we shall report any change.",
  "The actions are complete, and the education committee has signed them off with learner representatives present.",
  "Two intakes in a row have confirmed the improvement in {matter}.",
];

export const rejections = [
  "Learners at the verification meeting could not confirm what the return says about {matter}; two questions are set out.",
  "The evidence covers one month only. A second month is needed before this can be verified.",
];

export const reopenings = [
  "Reports since closure show that the improvement in {matter} was not kept up.",
  "The new intake describes the same problems with {matter} as before.",
];

export const reassessments = [
  "Assessed again after new reports about {matter}; the earlier plan is to be taken up and extended.",
  "On the new evidence about {matter} the risk is as it was before closure; requirements issued again.",
];
