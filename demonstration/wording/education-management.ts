/** Time of supervisors, educational governance and assessment. */
import type { ThemeWording } from "./theme-wording.js";

export const educationManagement: readonly ThemeWording[] = [
  {
    theme: "SUPERVISOR_TIME",
    weight: 5,
    toldBy: "EDUCATOR",
    standards: ["4.2", "4.3", "4.7"],
    matter: "time for supervisors to supervise",
    patientRisk: 0.05,
    learnerRisk: 0.1,
    titles: [
      "Time in job plans for supervisors of {learners} {place}",
      "Supervisors of {learners} without allocated time {place}",
      "Training of supervisors not up to date {place}",
    ],
    told: [
      "I supervise {some} learners and have not one hour in my job plan for any of them.",
      "I do the portfolio work at home on Sundays, and I shall not volunteer again next year.",
      "My training as a supervisor lapsed two years ago and nobody has noticed.",
      "We want to teach. What we lack is a single hour in which nobody expects us to be somewhere else.",
    ],
    observed: [
      "Job plans of {supervisors} {place} do not show the time that the provider receives funding for.",
      "The register of supervisors lists {some} people who have left, and omits others who are supervising now.",
      "Training of supervisors was out of date for about a third of those on the register.",
      "Supervisors reported that time agreed on paper is the first to be cancelled when the service is short.",
    ],
    effects: [
      "Supervision is being given in spare moments and is the first thing to go when there are none.",
      "Several experienced supervisors have stepped down, leaving more learners to those who remain.",
      "Supervisors spoke of exhaustion, and of guilt towards their learners.",
    ],
    summaries: [
      "Supervisors report that time for supervision is not reflected in their job plans.",
      "Records of who supervises, and whether their training is up to date, are incomplete.",
    ],
    requirements: [
      {
        standard: "4.2",
        text: "Review the job plans of all named supervisors and show the time allocated for each learner.",
        answer:
          "Job plans of {percent} per cent of supervisors now show the time; the remainder are due at the next round.",
      },
      {
        standard: "4.3",
        text: "Bring the register of supervisors up to date, with the date of each person's last training.",
        answer: "The register has been rebuilt and is checked against the rota each quarter.",
      },
      {
        standard: "4.7",
        text: "Include the role of supervisor in annual appraisal, with feedback from learners.",
        answer: "Two training days have been held and a third is booked; all lapsed supervisors have a place.",
      },
    ],
    progress: [
      "The finance team has confirmed how the education tariff is used for supervision, and the figures go to the board in {month}.",
      "Supervisors report that cancelled time is now given back within the month.",
      "Feedback from learners will be part of appraisals from {month}.",
    ],
  },
  {
    theme: "GOVERNANCE",
    weight: 5,
    toldBy: "EDUCATOR",
    standards: ["2.4", "2.6", "2.1"],
    matter: "educational governance",
    patientRisk: 0.05,
    learnerRisk: 0.1,
    titles: [
      "Educational governance and reporting to the board",
      "Action on earlier findings about {learners} {place}",
      "Leadership of education for {learners}",
    ],
    told: [
      "We raised the same points a year ago and were thanked for raising them, and that is the last we heard.",
      "I lead education for the department and have never been asked to report to anybody.",
      "Our action plan was written for the visit; I do not think that anybody has opened it since.",
    ],
    observed: [
      "Education appeared in the board's papers once in the last twelve months, and then as a figure for spending.",
      "The action plan from the last review has {some} actions without an owner or a date.",
      "The post of lead for learners outside medicine has been vacant since {month}.",
      "Results of learner surveys are received but not discussed anywhere that takes decisions.",
      "Services {place} were moved without an assessment of what it would mean for learners.",
    ],
    effects: [
      "Problems that are known locally are not solved because nobody with the means to solve them hears of them.",
      "Learners have come to expect that giving feedback changes nothing.",
      "The provider could not show how funding for education had been used.",
    ],
    summaries: [
      "It is not clear how concerns about education reach the board and what is done about them.",
      "Several actions agreed after an earlier review have no owner or date.",
      "Learners and programme leads were not consulted on a change of service that affected placements.",
    ],
    requirements: [
      {
        standard: "2.4",
        text: "Bring a report on the quality of education to the board at least quarterly, and share the minutes.",
        answer: "The first quarterly report went to the board in {month}; the minutes are attached to our return.",
      },
      {
        standard: "2.6",
        text: "Give every open action an owner at executive level and a date, and report against them monthly.",
        answer: "Every action now has an executive owner, and {percent} per cent of those due have been completed.",
      },
      {
        standard: "2.1",
        text: "Appoint to the vacant education lead post, or agree interim cover with the programmes concerned.",
        answer: "An interim lead is in post and the substantive post is out to advertisement.",
      },
    ],
    progress: [
      "A non-executive director has taken the lead for education and meets learners each quarter.",
      "The education committee has been re-formed with learners and universities as members.",
      "An assessment of the impact on learners is now a required part of every service change paper.",
    ],
  },
  {
    theme: "ASSESSMENT",
    weight: 3,
    standards: ["3.7", "3.6", "4.6"],
    matter: "assessment",
    patientRisk: 0.05,
    learnerRisk: 0.1,
    titles: [
      "Assessment of {learners} {place}",
      "{Learners} unable to complete assessments {place}",
      "Delayed sign-off for {learners} {place}",
    ],
    told: [
      "I have done the procedures, but there has been nobody qualified to sign them off.",
      "My final assessment was cancelled three times, and now the deadline has passed.",
      "Feedback comes weeks later, if it comes, and by then neither of us remembers the patient.",
    ],
    observed: [
      "{Learners} were waiting an average of {some} weeks for assessments to be completed.",
      "Too few {educators} {place} are trained to assess, and those who are work part-time.",
      "Assessments had been completed by people who had not worked with the learner.",
      "Learners near the end of the programme had {some} outcomes still unassessed.",
    ],
    effects: [
      "Some learners may not progress on time.",
      "Assessment has become a matter of collecting signatures, and learners say so.",
      "The university has had to arrange catch-up placements elsewhere.",
    ],
    summaries: [
      "Learners report delays in completing the assessments that their programme requires.",
      "There are not enough trained assessors to meet the number of learners placed.",
    ],
    requirements: [
      {
        standard: "3.7",
        text: "Agree a timetable with the programme to complete all outstanding assessments.",
        answer: "All but {few} outstanding assessments are complete; the rest have dates within the month.",
      },
      {
        standard: "4.6",
        text: "Train enough assessors for the number of learners placed, and keep a list that the programme can see.",
        answer: "{Some} more assessors have been trained and added to the shared list.",
      },
      {
        standard: "3.6",
        text: "Confirm that assessments are completed by people who have worked with the learner.",
        answer: "The guidance has been re-issued, and a sample of assessments is checked each month.",
      },
    ],
    progress: [
      "A weekly assessment clinic has been started and is well used.",
      "No learner has had an assessment cancelled since {month}.",
      "The programme confirms that learners due to finish this year are on course.",
    ],
  },
];
