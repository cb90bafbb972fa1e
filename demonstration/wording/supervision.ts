/** Clinical supervision, by day and out of hours, and educational supervision. */
import type { ThemeWording } from "./theme-wording.js";

export const supervision: readonly ThemeWording[] = [
  {
    theme: "CLINICAL_SUPERVISION",
    weight: 20,
    standards: ["3.5", "1.5", "4.4"],
    matter: "clinical supervision",
    patientRisk: 0.5,
    learnerRisk: 0.35,
    titles: [
      "Clinical supervision of {learners} {place}",
      "{Learners} without a named supervisor {place}",
      "Access to senior advice for {learners} {place}",
      "Supervision below the level of the learner {place}",
    ],
    told: [
      "On most days nobody could tell us who was supervising us, and we found out by asking whoever was nearest.",
      "I was asked to see patients on my own in my second week, before anybody had watched me do it.",
      "When we ask for help we are told to use our initiative, and by the afternoon there is nobody left to ask.",
      "{Supervisors} are kind when they are here, but on {weekday}s they are in clinic elsewhere and we manage alone.",
      "I have stopped asking, because the answer is always that everybody is too busy.",
    ],
    observed: [
      "{Learners} describe starting shifts without knowing which of the {supervisors} was responsible for them.",
      "On {weekday}s the rota shows no supervisor for {learners} between the morning round and the evening handover.",
      "Learners reported seeing patients unsupervised who were then discharged without a senior review.",
      "{Supervisors} were often covering two areas at once and could be reached by telephone only.",
      "Of the learners we spoke to, {some} said that they had worked beyond their confidence in the last month.",
      "Locum cover has changed weekly since {month}, and several locums did not know that they were supervising.",
    ],
    effects: [
      "Learners said they had become reluctant to escalate, and two described decisions that they would not make again.",
      "No patient is known to have come to harm, though several described near misses that were not reported.",
      "The learning that should come from watching and being watched is largely missing.",
      "Some now avoid the more complex patients, and with them the experience that they were placed here to gain.",
    ],
    summaries: [
      "Learners report that clinical supervision is not reliably available at the level their stage requires.",
      "It is not always clear to learners who supervises them, or how to reach that person during the working day.",
      "Supervision appears to depend on who is on duty rather than on a plan that learners and supervisors know.",
    ],
    requirements: [
      {
        standard: "3.5",
        text: "Name a clinical supervisor for each learner on each shift, and show the name on the rota and the ward board.",
        answer:
          "Supervisors are now named on the rota for every shift, and the name is confirmed at the morning huddle.",
      },
      {
        standard: "4.4",
        text: "Brief every supervisor, locums included, on what learners at each stage may do alone, with help and not at all.",
        answer:
          "A one-page guide to what learners may do at each stage has gone to all supervisors and is part of locum induction.",
      },
      {
        standard: "1.5",
        text: "Provide evidence that patients seen by learners are reviewed by a senior clinician before discharge.",
        answer: "A sample of {some} sets of notes shows a senior review before discharge in every case.",
      },
      {
        standard: "3.5",
        text: "Audit access to supervision over four consecutive weeks and share the result with learners.",
        answer:
          "The four-week audit is complete: a supervisor was present or reachable within ten minutes for {percent} per cent of shifts.",
      },
    ],
    progress: [
      "The supervision rota has been in use since {month}; learners confirmed at their forum that they know whom to call.",
      "Two further posts have been filled, so that cover no longer depends on a single supervisor on {weekday}s.",
      "The learner forum reports that senior advice is easier to reach in the mornings; afternoons remain uneven.",
    ],
  },
  {
    theme: "OUT_OF_HOURS_SUPERVISION",
    weight: 9,
    standards: ["3.5", "1.5", "5.6"],
    matter: "supervision out of hours",
    patientRisk: 0.6,
    learnerRisk: 0.4,
    titles: [
      "Out-of-hours supervision of {learners} {place}",
      "Night cover and escalation for {learners} {place}",
      "{Learners} working alone at weekends {place}",
    ],
    told: [
      "At night I was the only person on the floor who could have been called a clinician, and I am still learning.",
      "We were given a number to call, and when we called it nobody knew why we had been given it.",
      "I rang for help at two in the morning and was asked whether it could wait until the day team came.",
      "Weekends feel like a different organisation: the people we rely on are simply not there.",
    ],
    observed: [
      "Between midnight and seven {learners} have no senior colleague on site {place}.",
      "The escalation policy names a role that no longer exists, and staff gave three different accounts of what to do.",
      "{Learners} described being discouraged from calling {supervisors} at home.",
      "Weekend cover was below the agreed number on {some} of the last twelve weekends.",
      "Cross-cover means that one person may hold the calls of three services during the night.",
    ],
    effects: [
      "Learners reported delaying calls until the morning, in one case for a patient who was deteriorating.",
      "Several said that nights leave them anxious for days beforehand.",
      "Staff nurses told us that they escalate around the learner because they do not expect the learner to be answered.",
    ],
    summaries: [
      "Learners report difficulty in reaching a senior colleague during nights and weekends.",
      "The escalation route out of hours is not understood in the same way by learners, supervisors and ward staff.",
      "Cover at weekends has fallen below the agreed level on several occasions.",
    ],
    requirements: [
      {
        standard: "3.5",
        text: "Put in place a named senior contact for every night and weekend shift, and test that the contact can be reached.",
        answer:
          "The on-call contact is now held on one number, tested weekly; the last {some} tests were answered within five minutes.",
      },
      {
        standard: "1.5",
        text: "Revise the escalation policy, publish it where learners work, and confirm that switchboard holds the same version.",
        answer: "The revised escalation policy was approved in {month} and is on the back of every learner's badge.",
      },
      {
        standard: "5.6",
        text: "Report weekend staffing against the agreed number each month until three months in a row are met.",
        answer: "Weekend staffing met the agreed number on all weekends of the last month.",
      },
    ],
    progress: [
      "Calls to the senior contact are logged and reviewed each week with a learner representative.",
      "A second senior has joined the weekend rota; the trial runs to the end of the rotation.",
      "Learners report that calls at night are now welcomed, with one exception that has been taken up individually.",
    ],
  },
  {
    theme: "EDUCATIONAL_SUPERVISION",
    weight: 7,
    standards: ["3.6", "4.5", "3.4"],
    matter: "educational supervision",
    patientRisk: 0.05,
    learnerRisk: 0.15,
    titles: [
      "Educational supervision of {learners} {place}",
      "Meetings with {educators} not taking place {place}",
      "{Learners} without agreed learning plans {place}",
    ],
    told: [
      "I have had one meeting since I started, and it was in a corridor.",
      "Nobody has looked at my portfolio, and my review is in six weeks.",
      "Our {educators} changed twice, and each time we began again from the beginning.",
      "We were told that we could arrange our own meetings, but there is never anybody free to meet.",
    ],
    observed: [
      "Fewer than half of the {learners} had an initial meeting with their {educators} within the expected time.",
      "Learning agreements had been signed in bulk and did not refer to the learner's stage.",
      "{Educators} told us that they had not been told which programme their learners were on.",
      "Allocation of {educators} was still incomplete {some} weeks after the start of the placement.",
    ],
    effects: [
      "Learners who are struggling are found late, when there is little of the placement left.",
      "Learners approach their reviews without the evidence that they need, through no fault of their own.",
      "Trust between learners and those who answer for their progress has suffered.",
    ],
    summaries: [
      "Meetings for educational supervision are not taking place as often as the programme requires.",
      "Some learners do not have an agreed learning plan, or have one that does not fit their stage.",
      "Allocation of educational supervision was not complete when the placement began.",
    ],
    requirements: [
      {
        standard: "3.6",
        text: "Complete initial meetings and learning plans for all current learners, and report completion by name of department.",
        answer: "Initial meetings are complete for {percent} per cent of learners; the rest are booked.",
      },
      {
        standard: "4.5",
        text: "Give every supervisor a summary of the curriculum and the dates by which evidence is needed.",
        answer:
          "A summary of the curriculum and its dates has gone to every supervisor, and is sent again at each changeover.",
      },
      {
        standard: "3.4",
        text: "Agree with the programme how learners who need more support are identified by the middle of each placement.",
        answer: "A mid-placement review has been introduced and its first round has been completed.",
      },
    ],
    progress: [
      "Meetings are now recorded centrally and gaps are followed up within a week.",
      "A deputy has been appointed so that leave no longer interrupts supervision.",
      "Learners describe supervision meetings as useful; the forum asked for more time on feedback.",
    ],
  },
];
