/** Coverage of the curriculum, wellbeing of learners. */
import type { ThemeWording } from "./theme-wording.js";

export const learning: readonly ThemeWording[] = [
  {
    theme: "CURRICULUM_COVERAGE",
    weight: 5,
    standards: ["5.1", "5.2", "1.13"],
    matter: "coverage of the curriculum",
    patientRisk: 0.03,
    learnerRisk: 0.05,
    titles: [
      "Experience available to {learners} {place}",
      "{Learners} unable to meet curriculum requirements {place}",
      "Balance of service and learning {place}",
    ],
    told: [
      "I have written more discharge letters than I have spoken to patients.",
      "There is no clinic on my timetable, and I need twenty to pass.",
      "We came to learn this specialty and have been lent to another one since {month}.",
    ],
    observed: [
      "{Learners} are not reaching the number of procedures or cases that their programme requires.",
      "Timetables {place} contain little besides ward work, and no clinics or lists.",
      "Since the service was reorganised the case mix no longer matches what the programme was promised.",
      "Learners from one programme are given first choice of experience over the others.",
    ],
    effects: [
      "Learners may have to extend their training to gain the experience that they missed.",
      "Learners arrange experience elsewhere in their own time.",
      "Satisfaction with the post has fallen two years in a row.",
    ],
    summaries: [
      "Learners report that the placement does not give access to parts of the curriculum.",
      "The balance between service and learning is reported to be poor.",
    ],
    requirements: [
      {
        standard: "5.1",
        text: "Map the placement against the curriculum with the programme, and show how each part is met.",
        answer: "The mapping is complete; {few} gaps remain, and an exchange with a neighbouring service is agreed.",
      },
      {
        standard: "5.2",
        text: "Agree a timetable with clinics, lists or visits for every learner.",
        answer: "Every learner has at least two sessions a week outside the ward.",
      },
      {
        standard: "1.13",
        text: "Give learners a say in how opportunities are shared, and record the outcome.",
        answer: "Opportunities are now shared by a list that learners keep themselves.",
      },
    ],
    progress: [
      "Logbooks show that {percent} per cent of learners are on course for their numbers.",
      "The exchange began in {month}, and learners rate it highly.",
      "Administrative support on the ward has freed about five hours a week for each learner.",
    ],
  },
  {
    theme: "LEARNER_WELLBEING",
    weight: 4,
    standards: ["3.1", "3.4", "6.1"],
    matter: "wellbeing of learners",
    patientRisk: 0.1,
    learnerRisk: 0.75,
    titles: [
      "Wellbeing and support of {learners} {place}",
      "Support after distressing events for {learners} {place}",
      "{Learners} leaving placements early {place}",
    ],
    told: [
      "After the arrest call we were told to go and clear the beds, and nobody spoke of it again.",
      "I have moved house four times for this programme, and nobody has asked how I am.",
      "I went off sick and came back to a message asking when I would make up the hours.",
    ],
    observed: [
      "There is no debrief for {learners} after distressing events {place}.",
      "{Some} learners left or paused their placement in the last rotation, more than in the two years before.",
      "Learners did not know how to reach occupational health, or believed that it was for employees only.",
      "Pastoral contact from {educators} stops when learners move between sites.",
    ],
    effects: [
      "Learners spoke of low mood and of nobody noticing.",
      "Learners who struggle tend to leave before anybody has offered help.",
      "Those who remain carry the work of those who left.",
    ],
    summaries: [
      "Learners report little support after distressing events.",
      "An unusual number of learners have left or paused their placement.",
    ],
    requirements: [
      {
        standard: "3.1",
        text: "Offer a debrief to every learner after a distressing event, within three days, and record that it was offered.",
        answer: "Debriefs are offered by the practice education team; {some} have been held since {month}.",
      },
      {
        standard: "3.4",
        text: "Agree with the programme who contacts a learner in difficulty, and how soon.",
        answer: "A named contact for each cohort has been agreed with the programme.",
      },
      {
        standard: "6.1",
        text: "Hold a conversation with every learner who leaves early, and report themes to the education committee.",
        answer: "Exit conversations were held with all learners who left, and their themes reported.",
      },
    ],
    progress: [
      "Occupational health has confirmed that learners may refer themselves, and posters are up.",
      "No learner has left a placement early since {month}.",
      "Peer support for learners meets fortnightly and is facilitated.",
    ],
  },
];
