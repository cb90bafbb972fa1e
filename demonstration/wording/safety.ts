/** Patient safety, limits of competence, speaking up. */
import type { ThemeWording } from "./theme-wording.js";

export const safety: readonly ThemeWording[] = [
  {
    theme: "PATIENT_SAFETY",
    weight: 6,
    standards: ["1.5", "3.5", "1.10"],
    matter: "the safety of patients whom learners care for",
    patientRisk: 1,
    learnerRisk: 0.3,
    titles: [
      "Patient safety concerns raised by {learners} {place}",
      "Safe care and the role of {learners} {place}",
      "Delays in care seen by {learners} {place}",
    ],
    told: [
      "I have seen patients wait for hours for pain relief because nobody was free to check the drugs with me.",
      "Observations are done late or not at all at night, and I was told not to make a fuss.",
      "I was taught one thing at university and told here that we do not have time for that.",
    ],
    observed: [
      "{Learners} described care that they felt to be unsafe {place}, and did not know where to take it.",
      "Incidents in which learners were involved were closed without the learner being spoken to.",
      "Patients were cared for in areas not meant for it on {some} of the days that learners recorded.",
      "Early warning scores were not acted on in {few} of the cases that learners described.",
    ],
    effects: [
      "Learners are exposed to practice that they are being taught not to follow.",
      "Learners described guilt about patients whom they could not help.",
      "The chance to learn from incidents is lost because nobody goes back to the learner.",
    ],
    summaries: [
      "Learners have described care that they believe to fall short of what is safe.",
      "Learners involved in incidents are not included in what is learned from them.",
    ],
    requirements: [
      {
        standard: "1.5",
        text: "Review the cases described by learners and report the findings and any immediate action.",
        answer: "The cases have been reviewed by the patient safety team; {few} have gone forward to a fuller review.",
      },
      {
        standard: "1.10",
        text: "Include learners in the review of every incident in which they were involved.",
        answer: "Learners are now invited to every incident review that concerns them, with support.",
      },
      {
        standard: "3.5",
        text: "Confirm that learners do not work without direct supervision until the review is complete.",
        answer: "Direct supervision has been confirmed for all shifts, and is checked daily by the matron.",
      },
    ],
    progress: [
      "Learning from the reviews was presented to learners and staff together in {month}.",
      "Completion of observations at night has risen to {percent} per cent.",
      "The area used in escalation has been closed since {month}.",
    ],
  },
  {
    theme: "COMPETENCE_LIMITS",
    weight: 4,
    standards: ["3.5", "4.4", "3.10"],
    matter: "work within the limits of competence",
    patientRisk: 0.8,
    learnerRisk: 0.3,
    titles: [
      "{Learners} asked to work beyond their competence {place}",
      "Consent taken by {learners} {place}",
      "Scope of practice of {learners} {place}",
    ],
    told: [
      "I was asked to take consent for an operation that I have never seen.",
      "They know that I am a learner, but by the third hour of a shift it has been forgotten.",
      "I said that I had not been trained to do it, and was told that today would be my training.",
    ],
    observed: [
      "{Learners} had taken consent for procedures with which they were not familiar.",
      "Learners were asked to administer medicines without the second check that policy requires.",
      "Uniforms and badges do not tell staff what stage a learner is at.",
      "{Learners} were working on their own {place} although their programme requires direct supervision.",
    ],
    effects: [
      "Patients may have agreed to treatment without the information to which they were entitled.",
      "Learners feel unable to refuse, because the same people assess them.",
      "Learners risk their own progress by doing what they are told.",
    ],
    summaries: [
      "Learners report being asked to undertake tasks beyond their stage of training.",
      "Staff are not always aware of what learners at each stage may do.",
    ],
    requirements: [
      {
        standard: "3.5",
        text: "Stop learners from taking consent for procedures in which they are not trained, with immediate effect.",
        answer: "An instruction was issued by the chief medical officer and the chief nurse on the day of receipt.",
      },
      {
        standard: "4.4",
        text: "Publish what learners at each stage may do, and make the stage visible on the badge.",
        answer: "Badges in a different colour for each stage are in use since {month}.",
      },
      {
        standard: "3.10",
        text: "Tell learners in writing that they may refuse, and how to do so without consequence.",
        answer: "A letter has gone to every learner, and the point is now part of induction.",
      },
    ],
    progress: [
      "An audit of consent forms found {few} taken by learners, all within their training.",
      "Ward managers report that the coloured badges have ended most misunderstandings.",
      "Learners confirmed at the forum that refusals have been accepted.",
    ],
  },
  {
    theme: "SPEAKING_UP",
    weight: 4,
    standards: ["1.7", "1.4", "1.3"],
    matter: "speaking up",
    patientRisk: 0.25,
    learnerRisk: 0.6,
    titles: [
      "{Learners} not confident to speak up {place}",
      "Response to {learners} who raise concerns {place}",
      "Consequences of speaking up {place}",
    ],
    told: [
      "After I raised it I was taken off the list that I had been promised.",
      "Everybody knew within a day who had said it, although I had been told that it was confidential.",
      "We were advised, kindly, to think about our references.",
    ],
    observed: [
      "{Learners} said that those who raised concerns in the last rotation had been treated differently since.",
      "Feedback given in confidence had been read out in a meeting {place}.",
      "Fewer than half of the learners could name the Freedom to Speak Up Guardian.",
      "Concerns raised by learners had been recorded as complaints about individuals and closed.",
    ],
    effects: [
      "Learners now raise matters with their university or not at all.",
      "Problems that could have been settled locally have grown.",
      "Learners told us that they had decided to keep their heads down until the placement ends.",
    ],
    summaries: [
      "Learners do not feel confident to raise concerns within the department.",
      "Learners report that confidence was not kept when concerns were raised.",
    ],
    requirements: [
      {
        standard: "1.7",
        text: "Confirm that no learner suffers for having spoken up, and name the executive who answers for this.",
        answer: "The chief executive has written to all learners and supervisors on this point.",
      },
      {
        standard: "1.7",
        text: "Introduce the Freedom to Speak Up Guardian to every intake in person.",
        answer: "The Guardian has attended every induction since {month}.",
      },
      {
        standard: "1.4",
        text: "Tell learners each month what was raised and what was done about it.",
        answer: "A monthly 'you said, we did' note goes to learners and their universities.",
      },
    ],
    progress: [
      "Contacts with the Guardian by learners have risen to {some} this quarter, which we welcome.",
      "In the last survey {percent} per cent of learners said that they would feel safe to raise a concern.",
      "Supervisors attended a session on receiving difficult feedback.",
    ],
  },
];
