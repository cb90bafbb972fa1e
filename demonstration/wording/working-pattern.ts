/** Induction, handover, rota and workload. */
import type { ThemeWording } from "./theme-wording.js";

export const workingPattern: readonly ThemeWording[] = [
  {
    theme: "INDUCTION",
    weight: 13,
    standards: ["3.9", "3.10", "1.6"],
    matter: "induction",
    patientRisk: 0.25,
    learnerRisk: 0.2,
    titles: [
      "Induction of {learners} {place}",
      "{Learners} starting work without induction {place}",
      "Late access to systems for new {learners} {place}",
      "Local induction missing for mid-year starters {place}",
    ],
    told: [
      "I was shown to a desk and told that induction had been the day before.",
      "Nobody told me where the emergency equipment was, and I found out when it was needed.",
      "It took three weeks to get a login, so for three weeks I used other people's screens.",
      "The induction was a set of slides about car parking; nothing in it was about patients.",
    ],
    observed: [
      "{Learners} who start outside the main intake receive no local induction {place}.",
      "Logins and badges were issued on average {some} days after the start of the placement.",
      "Rotas were sent out two days before the first shift, and had changed by the time it began.",
      "Departmental induction had not been updated since the service moved, and gave the wrong emergency number.",
      "In the last intake {percent} per cent of learners said that induction had prepared them for the work.",
    ],
    effects: [
      "Learners spent the first weeks working around missing access, which carries risks of its own.",
      "Several described feeling unsafe on their first night, and one asked to leave the placement.",
      "Permanent staff told us that they brace themselves for changeover.",
    ],
    summaries: [
      "Learners who start outside the main intake report that they received little or no local induction.",
      "Access to clinical systems was not ready when learners started.",
      "The content of departmental induction is reported to be out of date.",
    ],
    requirements: [
      {
        standard: "3.9",
        text: "Deliver a local induction to every learner on the first day, whenever that is, and keep a record of attendance.",
        answer:
          "A rolling induction now runs every fortnight, and {percent} per cent of new starters attended within three days.",
      },
      {
        standard: "3.9",
        text: "Issue access to clinical systems before the first shift and report exceptions.",
        answer:
          "Access requests are raised four weeks ahead; at the last intake all but {few} learners had access on the first day.",
      },
      {
        standard: "3.10",
        text: "Rewrite the departmental induction with current learners, and date it.",
        answer:
          "The handbook was rewritten by two learners and two supervisors and will be reviewed at each changeover.",
      },
      {
        standard: "1.6",
        text: "Confirm that every learner knows the emergency number and where the equipment is kept.",
        answer:
          "Every learner now signs for the emergency number and the equipment at induction; the record is complete for the last intake.",
      },
    ],
    progress: [
      "The {month} intake was the first under the new arrangements and rated induction markedly higher.",
      "A learner buddy scheme has started for those who join mid-year.",
      "Access to systems remains slow for learners on short placements; the IT department has been asked for a plan.",
    ],
  },
  {
    theme: "HANDOVER",
    weight: 4,
    standards: ["1.5", "3.8", "1.4"],
    matter: "handover",
    patientRisk: 0.7,
    learnerRisk: 0.1,
    titles: [
      "Handover between teams {place}",
      "Weekend handover and {learners} {place}",
      "Handover without senior presence {place}",
    ],
    told: [
      "Handover is me and a piece of paper, and sometimes the piece of paper.",
      "Twice this month I learned about an unwell patient from a relative rather than from handover.",
      "We hand over in a corridor because the room has been turned into an office.",
    ],
    observed: [
      "Evening handover {place} takes place without any of the {supervisors} on most days.",
      "There is no shared list: each shift keeps its own, and they did not agree when we compared them.",
      "Patients moved to other wards were missing from handover on {few} of the days sampled.",
      "{Learners} stay beyond the end of their shift to hand over, because the rota leaves no overlap.",
    ],
    effects: [
      "Tasks were missed and found only on the next round.",
      "A chance to learn from each other's decisions is lost every day.",
      "Learners carry worry home, and some telephone back to check.",
    ],
    summaries: [
      "Handover is reported to be informal and to lack senior presence.",
      "There is no single list of patients to hand over, and the rota leaves no time for it.",
    ],
    requirements: [
      {
        standard: "1.5",
        text: "Establish a handover at a fixed time and place with a senior clinician present, and audit it.",
        answer:
          "Handover now has a fixed time, place and chair; senior attendance was {percent} per cent in the last audit.",
      },
      {
        standard: "1.5",
        text: "Introduce one shared electronic list that includes patients on other wards.",
        answer: "The shared list went live in {month} and the paper lists have been withdrawn.",
      },
      {
        standard: "3.8",
        text: "Change the rota so that shifts overlap by at least thirty minutes.",
        answer: "Shifts overlap by thirty minutes from the next rota.",
      },
    ],
    progress: [
      "A short teaching point is now part of each morning handover.",
      "Missed tasks found at the morning round have fallen from {some} a week to one or two.",
      "Weekend handover follows the same pattern since {month}.",
    ],
  },
  {
    theme: "ROTA_WORKLOAD",
    weight: 13,
    standards: ["5.6", "3.1", "6.1"],
    matter: "rota and workload",
    patientRisk: 0.3,
    learnerRisk: 0.35,
    titles: [
      "Rota gaps and workload of {learners} {place}",
      "Workload and missed breaks {place}",
      "{Learners} used to fill gaps in the service {place}",
      "Rotas issued late to {learners} {place}",
    ],
    told: [
      "I have not finished on time once since {month}, and I have stopped writing it down.",
      "We are counted in the numbers; when we ask to observe something we are told that there is nobody to replace us.",
      "My rota changed eleven times in one month, twice on the same day.",
      "I worked nine days in a row because nobody had noticed that the two rotas joined up.",
    ],
    observed: [
      "Gaps in the rota {place} are filled by asking {learners} to stay on or to come in.",
      "{Learners} who should be in addition to the staff were counted in the numbers on {some} of the last twenty shifts.",
      "Exception reports rose each month since {month}, and few had an outcome recorded.",
      "Rotas reached learners less than two weeks ahead throughout the last rotation.",
      "Caseloads for learners exceeded those of newly qualified staff.",
    ],
    effects: [
      "Planned education gives way to service most weeks.",
      "Learners described tiredness that made them doubt their own judgement on the drive home.",
      "Two learners have asked to train less than full time and gave the rota as the reason.",
      "Sickness among learners has doubled since the last rotation.",
    ],
    summaries: [
      "Learners report regular gaps in the rota and workload that limits access to planned education.",
      "Learners are at times counted in the staffing numbers.",
      "Rotas are reported to be issued late and changed at short notice.",
    ],
    requirements: [
      {
        standard: "5.6",
        text: "Issue rotas at least six weeks ahead and report every later change with its reason.",
        answer:
          "The current rota was issued seven weeks ahead; {few} changes have been made since, each agreed with the learner.",
      },
      {
        standard: "5.6",
        text: "Confirm in writing that learners are not counted in staffing numbers, and audit this for a month.",
        answer: "Matrons have confirmed the position of learners, and the audit found {few} breaches, each explained.",
      },
      {
        standard: "3.1",
        text: "Review exception reports within a week and share themes and actions with learners.",
        answer: "All exception reports to the end of {month} now have an outcome.",
      },
      {
        standard: "6.1",
        text: "Present a plan to fill the recurrent gaps without relying on learners.",
        answer:
          "The plan was agreed by the executive team: {few} posts are advertised, and bank staff cover the rest until they are filled.",
      },
    ],
    progress: [
      "Recruitment to {few} posts is complete and the largest gap closes next month.",
      "A rota coordinator has been appointed and learners report that swaps are now simple.",
      "Workload on {weekday}s remains the outlier; an extra session is on trial.",
    ],
  },
];
