/** Release for teaching, facilities and IT, placement capacity. */
import type { ThemeWording } from "./theme-wording.js";

export const timeAndPlace: readonly ThemeWording[] = [
  {
    theme: "RELEASE_FOR_TEACHING",
    weight: 6,
    standards: ["5.6", "5.1", "1.1"],
    matter: "release for teaching",
    patientRisk: 0.02,
    learnerRisk: 0.05,
    titles: [
      "Release of {learners} for teaching {place}",
      "{Learners} called back from teaching {place}",
      "Protected learning time {place}",
    ],
    told: [
      "Teaching is protected on paper; my bleep does not know that.",
      "I have been to three sessions out of fifteen, and was called away from two of the three.",
      "We are asked to watch the recordings in our own time.",
    ],
    observed: [
      "Attendance of {learners} at planned teaching was {low} per cent over the last term.",
      "Bleeps are not held during teaching, and learners leave within minutes of arriving.",
      "Study leave was refused on {some} occasions since {month}, mostly at short notice.",
      "Teaching is timed for the busiest hour of the day {place}.",
    ],
    effects: [
      "Learners are falling behind what their programme expects of them by this stage.",
      "Those who work part-time miss most of all, since their sessions fall on the days they do not work.",
      "Teachers have begun to cancel sessions because nobody can come.",
    ],
    summaries: [
      "Learners report that they are not reliably released for planned teaching.",
      "Attendance at teaching is below what the programme requires, with service pressure given as the reason.",
    ],
    requirements: [
      {
        standard: "5.6",
        text: "Arrange cover so that learners attend at least the proportion of teaching that the programme requires, and report it monthly.",
        answer: "Attendance reached {percent} per cent last month.",
      },
      {
        standard: "1.1",
        text: "Hold bleeps during teaching and name who answers them.",
        answer: "Bleeps are held by a named colleague during teaching; the arrangement began in {month}.",
      },
      {
        standard: "5.1",
        text: "Move the teaching sessions to a time agreed with learners and the service.",
        answer: "Sessions have moved to the early afternoon after a vote among learners.",
      },
    ],
    progress: [
      "Attendance is now displayed in the department and discussed at the monthly meeting.",
      "Cover for teaching is written into the rota rather than arranged on the day.",
      "Sessions are recorded for those on nights, in addition to release and not instead of it.",
    ],
  },
  {
    theme: "FACILITIES_IT",
    weight: 4,
    standards: ["1.11", "3.1", "1.1"],
    matter: "facilities and access to IT",
    patientRisk: 0.1,
    learnerRisk: 0.15,
    titles: [
      "Facilities and rest areas for {learners} {place}",
      "Access to computers and records for {learners} {place}",
      "Library and study space for {learners}",
    ],
    told: [
      "There is one computer for {some} of us, and it is the one that prints the labels.",
      "The rest room became a store in {month}; we sleep in our cars before driving home.",
      "We change in a toilet, because the lockers are for permanent staff.",
    ],
    observed: [
      "There is no place for {learners} to rest during or after a night shift {place}.",
      "{Learners} have read-only access to records that they are expected to write in.",
      "The seminar room has been in use as a clinical area since {month}, with nothing in its place.",
      "Wireless access does not reach the area in which learners are asked to study.",
    ],
    effects: [
      "Learners use each other's access, which nobody defends and everybody understands.",
      "Learners told us that they feel like guests who were not expected.",
      "One learner described falling asleep at the wheel after a night shift.",
    ],
    summaries: [
      "Learners report a lack of suitable space to rest, change and study.",
      "Learners do not have the access to clinical systems that their work requires.",
    ],
    requirements: [
      {
        standard: "1.11",
        text: "Provide rest facilities that learners can use during and after nights, and tell them where these are.",
        answer: "A rest room with two beds opened in {month}; the key is with the site team.",
      },
      {
        standard: "1.11",
        text: "Give learners the access to records that their role requires before the placement starts.",
        answer: "Access profiles have been corrected, and {percent} per cent of current learners have full access.",
      },
      {
        standard: "1.1",
        text: "Restore a teaching space, or agree an alternative with the programme.",
        answer: "A shared seminar room on the second floor is bookable by learners.",
      },
    ],
    progress: [
      "Six more computers have been installed in the doctors' and students' office.",
      "Lockers have been ordered and are due in {month}.",
      "Learners took part in a walk round the site and agreed the list of remaining works.",
    ],
  },
  {
    theme: "PLACEMENT_CAPACITY",
    weight: 4,
    standards: ["6.3", "6.1", "5.2"],
    matter: "placement capacity",
    patientRisk: 0.05,
    learnerRisk: 0.15,
    titles: [
      "Number of {learners} placed {place}",
      "Placement capacity for {learners} {place}",
      "Placements withdrawn at short notice {place}",
    ],
    told: [
      "There were more of us than patients on some mornings.",
      "My placement was cancelled on the Friday before it was to start.",
      "Three of us shared one supervisor, so each of us had a third of a placement.",
    ],
    observed: [
      "The number of {learners} {place} exceeded the agreed capacity in {few} of the last four blocks.",
      "Placements were withdrawn with less than a week's notice on {some} occasions.",
      "Learners from several universities overlap, and nobody holds a single list of them.",
      "Capacity was last assessed before two of the teams were merged.",
    ],
    effects: [
      "Learners compete with each other for the same experience.",
      "The university has had to place learners far from where they live, at short notice.",
      "Some have said that they are considering leaving the programme.",
    ],
    summaries: [
      "The number of learners placed is reported to exceed what the area can support.",
      "Placements have been withdrawn at short notice.",
    ],
    requirements: [
      {
        standard: "6.3",
        text: "Re-assess capacity with all universities that place learners here, and publish the agreed numbers.",
        answer: "Capacity has been assessed again and agreed with every university concerned.",
      },
      {
        standard: "5.2",
        text: "Agree a notice period for withdrawing placements, with escalation to the executive lead.",
        answer: "A notice period of six weeks is in force; no placement has been withdrawn since {month}.",
      },
      {
        standard: "6.1",
        text: "Ask learners who left a placement early for their reasons, and report the themes.",
        answer: "Exit conversations were held with {some} learners; a summary is attached to our return.",
      },
    ],
    progress: [
      "A single placement list is in use and shared with the universities weekly.",
      "A new placement area has opened and takes {some} learners at a time.",
      "The overlap between universities will end with the block that starts in {month}.",
    ],
  },
];
