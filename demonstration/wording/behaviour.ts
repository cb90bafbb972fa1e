/** Bullying and undermining, discrimination, sexual safety. */
import type { ThemeWording } from "./theme-wording.js";

export const behaviour: readonly ThemeWording[] = [
  {
    theme: "BULLYING_UNDERMINING",
    weight: 12,
    standards: ["1.3", "1.7", "3.1"],
    matter: "undermining behaviour",
    patientRisk: 0.15,
    learnerRisk: 0.8,
    titles: [
      "Undermining behaviour towards {learners} {place}",
      "Culture and behaviour {place}",
      "{Learners} report being belittled {place}",
      "Treatment of {learners} by senior staff {place}",
    ],
    told: [
      "I was shouted at in front of a patient, and nobody in the room looked up.",
      "There is one person whom everybody warns you about on your first day, as if it were the weather.",
      "I am called 'the student' by people who have worked beside me for two months.",
      "When I made a mistake it was read out to the whole team the next morning.",
      "I dread {weekday}s. I know who will be on, and so does everybody else.",
    ],
    observed: [
      "{Learners} described being belittled in front of patients and colleagues {place}.",
      "Several named the same pattern: questions asked in order to humiliate rather than to teach.",
      "Learners said that the behaviour is well known and has been explained away for years.",
      "Of the learners who answered, {low} per cent said that they had witnessed or experienced undermining.",
      "Staff who are not learners described the same behaviour, and two asked us not to write down where they work.",
      "{Learners} from the last {few} rotations gave accounts that agree with each other.",
    ],
    effects: [
      "Learners avoid asking questions, and some avoid the department altogether.",
      "Two learners have sought support from occupational health.",
      "Learners who had hoped to return here as qualified staff told us that they will not.",
      "Several learners described crying before or after shifts.",
    ],
    summaries: [
      "Learners report behaviour from some senior staff that they find belittling.",
      "Accounts over more than one rotation describe a culture in which learners do not feel respected.",
      "Learners and staff describe behaviour that falls short of what the trust expects.",
    ],
    requirements: [
      {
        standard: "1.3",
        text: "Address the behaviour described with those concerned, and confirm that this has been done; names are not asked for.",
        answer: "Conversations have taken place with the individuals concerned, led by the medical director's office.",
      },
      {
        standard: "1.7",
        text: "Give learners a route to raise behaviour outside the department, and tell them what happens when they use it.",
        answer: "A weekly drop-in with somebody from outside the department has been running since {month}.",
      },
      {
        standard: "1.3",
        text: "Carry out a facilitated review of the culture of the team and share its findings with learners.",
        answer: "The facilitated review is complete; its findings were shared with the team and with learners.",
      },
      {
        standard: "3.1",
        text: "Offer support to all learners currently placed, and to those of the previous rotation.",
        answer:
          "Support has been offered to all learners of both rotations through their programme, and several have taken it up.",
      },
    ],
    progress: [
      "The latest pulse survey shows {percent} per cent of learners feeling respected, from under half at the start.",
      "A charter for behaviour was written by the team with its learners and is part of induction.",
      "No new reports have been received since {month}; the drop-in continues.",
    ],
  },
  {
    theme: "DISCRIMINATION",
    weight: 3,
    standards: ["1.3", "2.3", "3.3"],
    matter: "fair treatment",
    patientRisk: 0.05,
    learnerRisk: 0.7,
    titles: [
      "Fair treatment of {learners} {place}",
      "Discriminatory remarks towards {learners} {place}",
      "Reasonable adjustments for {learners} {place}",
    ],
    told: [
      "Remarks about my accent were made as jokes, and I was expected to laugh.",
      "My adjustments were agreed before I came, and nobody here has heard of them.",
      "A patient said something racist to me; afterwards I was moved, and he was not spoken to.",
    ],
    observed: [
      "{Learners} from minority ethnic backgrounds described being given fewer opportunities {place}.",
      "Reasonable adjustments agreed with the programme had not been passed on to {supervisors}.",
      "Remarks about religious dress were made in the presence of senior staff and not challenged.",
      "International graduates said that they are corrected in public and praised, if at all, in private.",
    ],
    effects: [
      "Learners told us that they hide parts of who they are at work.",
      "Attainment differs between groups of learners in ways that the department cannot explain.",
      "One learner has moved to another placement at their own request.",
    ],
    summaries: [
      "Learners report experiences that suggest that they are not all treated fairly.",
      "Agreed adjustments are not reliably put in place.",
    ],
    requirements: [
      {
        standard: "1.3",
        text: "Set out how discriminatory remarks by staff or patients are challenged, and train the team to do so.",
        answer: "Training on challenging remarks was attended by {percent} per cent of the team.",
      },
      {
        standard: "3.3",
        text: "Review opportunities and outcomes by group of learners, and report what is found.",
        answer: "The review of opportunities is complete, and allocation to lists is now made by rota.",
      },
      {
        standard: "2.3",
        text: "Confirm that agreed adjustments are in place before each placement begins.",
        answer: "Adjustments are now confirmed with the learner a fortnight before the placement starts.",
      },
    ],
    progress: [
      "A statement on how patients are expected to treat staff is displayed in every area.",
      "A staff network lead now attends the learner forum.",
      "All adjustments for the {month} intake were in place on the first day.",
    ],
  },
  {
    theme: "SEXUAL_SAFETY",
    weight: 3,
    standards: ["1.6", "1.7", "1.3"],
    matter: "sexual safety",
    patientRisk: 0.02,
    learnerRisk: 1,
    titles: [
      "Sexual safety of {learners} {place}",
      "Unwanted comments towards {learners} {place}",
      "Response to reports of sexual harassment {place}",
    ],
    told: [
      "Comments about how I look are made in front of others, who find somewhere else to look.",
      "I was told that he is like that with everybody.",
      "I do not want to be alone on shift with this person, and I should not have to explain why in an open office.",
    ],
    observed: [
      "{Learners} described repeated unwanted comments of a sexual nature {place}.",
      "Learners did not know how to report, or to whom, outside the line of management.",
      "An earlier report had been dealt with by changing the learner's shifts.",
      "Learners said that crews and rosters are arranged informally to avoid particular people.",
    ],
    effects: [
      "Learners have altered their shifts, routes and breaks in order to feel safe.",
      "Several learners said that they would not report again.",
      "One learner has paused their studies.",
    ],
    summaries: [
      "Learners report unwanted comments and a lack of confidence in how reports are handled.",
      "Learners do not know how to report sexual harassment other than through their managers.",
    ],
    requirements: [
      {
        standard: "1.6",
        text: "Confirm within five working days that no learner works alone with anybody about whom a report has been made.",
        answer: "Rosters have been reviewed, and the duty manager holds the arrangement in confidence.",
      },
      {
        standard: "1.7",
        text: "Provide a reporting route that does not pass through the line of management, and publish it to learners.",
        answer: "An independent reporting line opened in {month}, and learners were told by letter.",
      },
      {
        standard: "1.3",
        text: "Show progress against the sexual safety charter to the board, with learners included in its scope.",
        answer: "The charter's action plan now names learners and was received by the board.",
      },
    ],
    progress: [
      "Training for managers on receiving a report has reached {percent} per cent.",
      "The independent line has been used, which we take as a sign that it is trusted.",
      "Learners took part in writing the poster and the induction session.",
    ],
  },
];
