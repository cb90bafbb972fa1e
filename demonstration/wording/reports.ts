/** How reports begin and end, by where they come from; what was done locally; and why reports are declined. */

/** Words of a person about themselves, or of a body about what it was told. */
export interface ReportFrame {
  readonly voice: "told" | "observed";
  readonly openings: readonly string[];
  readonly asks: readonly string[];
}

const learnerAsks = [
  "I do not want to get anybody into trouble. I want it to be better for those who come after us.",
  "Please do not ask the department about this in a way that makes it plain who has written.",
  "I should be grateful to know what will happen next.",
  "I have kept dates and can give them if that helps.",
];
const bodyAsks = [
  "We ask that this is considered against the Education Quality Framework.",
  "We should welcome a conversation before the next learners arrive.",
  "We can share the anonymised comments on request.",
  "We shall continue to monitor and will pass on anything further.",
  "Our own view is that local action has been tried and has not been enough.",
];

export const reportFrames: Readonly<Record<string, ReportFrame>> = {
  LEARNER: {
    voice: "told",
    openings: [
      "I have been working {place} since {month}, and I am writing because I do not think that it can go on as it is.",
      "I am one of several {learners} {place}, and what follows is not only my own experience.",
      "This is about my current placement {place}.",
      "I have thought for some weeks about whether to write this.",
      "I finished my placement {place} in {month} and said that I would write once I had left.",
    ],
    asks: learnerAsks,
  },
  EDUCATOR: {
    voice: "observed",
    openings: [
      "I teach {learners} {place}, and I am reporting what they have told me and what I have seen.",
      "As somebody with responsibility for {learners} I can no longer give assurance about this placement.",
      "I raise this with regret, about a team that I have worked with for years.",
    ],
    asks: [
      "I have told the department that I am reporting this.",
      "I have not yet told the department.",
      ...bodyAsks.slice(0, 2),
    ],
  },
  PROVIDER: {
    voice: "observed",
    openings: [
      "We report a concern that we have found ourselves through our education committee.",
      "Our own review of the experience of {learners} {place} has found that standards are not being met.",
      "Following feedback at the learner forum in {month} we wish to report the following.",
    ],
    asks: [
      "An action plan has been started and will be shared.",
      "We have taken first steps and ask for support with the rest.",
    ],
  },
  HEI: {
    voice: "observed",
    openings: [
      "Our link tutors visited {learners} {place} in {month} and were told the following.",
      "We report on behalf of the university, from what our learners {place} wrote in their evaluations.",
      "{Some} of our learners placed {place} have contacted the university separately.",
    ],
    asks: bodyAsks,
  },
  PROGRAMME_LEAD: {
    voice: "observed",
    openings: [
      "This comes from the programme's regular review of posts {place}.",
      "Feedback gathered from {learners} at the end of the rotation raises the following.",
      "The training committee discussed this post in {month} and agreed to report it.",
    ],
    asks: bodyAsks,
  },
  NTS: {
    voice: "observed",
    openings: [
      "Results of the national training survey show negative outliers for {learners} {place}, for the {second} year running.",
      "The national training survey includes free-text comments about posts {place} that need follow-up.",
      "Scores in the national training survey have fallen {place} since last year.",
    ],
    asks: bodyAsks,
  },
  NETS: {
    voice: "observed",
    openings: [
      "Responses of {learners} to the National Education and Training Survey are well below those of comparable placements.",
      "The National Education and Training Survey closed in {month}; comments about placements {place} raise the following.",
    ],
    asks: bodyAsks,
  },
  REVIEW: {
    voice: "observed",
    openings: [
      "The panel met {learners} and their {supervisors} {place} and found the following.",
      "At the learner engagement meeting in {month} the following was raised.",
      "This follows a review of the programme across the region, which included learners {place}.",
    ],
    asks: ["The panel's findings were shared verbally with the executive team on the day.", ...bodyAsks.slice(1, 4)],
  },
  REGULATOR: {
    voice: "observed",
    openings: [
      "Information received in the course of our quality assurance concerns {learners} {place}.",
      "We have received accounts about education {place} which we consider should be looked into.",
    ],
    asks: ["We ask to be told of the outcome.", "We hold further information that we may be able to share."],
  },
  FTSU_REPORT: {
    voice: "observed",
    openings: [
      "Themes in reports to the Freedom to Speak Up Guardian concern {learners} {place}.",
      "The Guardian's quarterly report, with identities removed, includes the following.",
    ],
    asks: bodyAsks,
  },
  GUARDIAN_SAFE_WORKING: {
    voice: "observed",
    openings: [
      "The Guardian of Safe Working Hours has drawn attention to exception reports by {learners} {place}.",
      "Exception reports {place} have been above the agreed threshold since {month}.",
    ],
    asks: bodyAsks,
  },
  COMPLAINT: {
    voice: "observed",
    openings: [
      "A complaint from a family contains remarks about {learners} {place}.",
      "A complaint about care {place} touches on education.",
    ],
    asks: bodyAsks,
  },
  MEDIA: {
    voice: "observed",
    openings: ["A report in the local press in {month} contained claims about {learners} {place}."],
    asks: bodyAsks,
  },
  ECP_PANEL: {
    voice: "observed",
    openings: [
      "In a discussion under the Emerging Concerns Protocol several bodies described {learners} {place} in similar terms.",
    ],
    asks: bodyAsks,
  },
};

/** What it does to the person who writes. */
export const personalEffects = [
  "I have started to dread coming in.",
  "I am behind with what I was meant to learn here, and I do not see how I shall catch up.",
  "I worry about the patients long after I have gone home.",
  "I have thought about giving up, and I am not the only one.",
  "I do not ask questions any more, which is not why I came.",
  "I have not slept well for weeks.",
  "It has made me doubt whether I chose the right profession.",
  "I used to like it here, which makes it harder to write this.",
];

export const connectives = [
  "A second matter was raised as well.",
  "This is not the only point.",
  "There is a further matter that seems to be connected.",
  "The following was mentioned in the same breath.",
];

export const localSteps = [
  "It was raised with the department in {month}; some things improved for a fortnight and then went back to how they were.",
  "Local leads know of it and have been sympathetic, but say that they cannot change it on their own.",
  "An action plan was promised in {month} and has not been seen.",
  "It has not been raised locally, because learners were worried about the consequences.",
  "The education lead responded within days, and the steps taken so far are welcome but small.",
  "Nobody could say whether it had been raised before.",
  "It has been discussed at two learner forums and appears in the minutes of both.",
];

export const declineReasons = [
  "The report concerns employment terms and not education; the reporter has been told where to take it.",
  "The same matter is already open in another concern, to which this information has been added.",
  "The report concerns an individual's fitness to practise, which is handled elsewhere.",
  "There was not enough information to act on, and the reporter could not be contacted.",
  "The matter had been settled locally before the report was read, and the reporter agrees.",
  "The placement has not been used since before the events described, and no learners are due there.",
];

export const summaryEndings = [
  "The provider is asked to respond to what learners have described and to say what it plans to do.",
  "No individual is identified, and the provider is asked not to seek to identify those who reported.",
  "NHS England will work with the provider on a plan and will review progress at the agreed intervals.",
  "The provider has acknowledged the points and will share its plan.",
  "Learners are to be told what is being done.",
];
