/** The refusals of commands on removals of learners: one constant value each. */
import { userError } from "../../user-error.js";

const removal = "removalId";

export const removalRefusals = {
  noRemoval: userError("NOT_FOUND", "The concern has no such removal of learners.", removal),
  wrongState: userError("CONFLICT", "The removal is not in a state in which this can be done.", removal),

  NOT_A_REMOVAL: userError(
    "BAD_USER_INPUT",
    "is no removal of learners; record it as a change of placements",
    "kindOfChange",
  ),
  REASON_MISSING: userError("BAD_USER_INPUT", "must be codes of reasons in the list", "reasons"),
  NOT_SERIOUS_ENOUGH: userError(
    "CONFLICT",
    "Learners are removed at ISF3, where a requirement was not met, or where safety cannot wait.",
    "id",
  ),
  SCOPE_DETAIL_MISSING: userError(
    "BAD_USER_INPUT",
    "must name the profession, programme, specialty, site or stage",
    "scopeDetail",
  ),
  SCOPE_DETAIL_TOO_MUCH: userError("BAD_USER_INPUT", "must be left out for all learners", "scopeDetail"),
  unknownScopeDetail: userError(
    "BAD_USER_INPUT",
    "must be a site of the provider, a profession or a stage",
    "scopeDetail",
  ),
  LEARNERS_MISSING: userError("BAD_USER_INPUT", "must say which learners are concerned", "learners"),
  LEARNERS_TWICE: userError("BAD_USER_INPUT", "must name each group of learners once", "learners"),
  UNKNOWN_STAGE: userError("BAD_USER_INPUT", "must be stages in the list", "learners.stage"),
  UNKNOWN_BAND: userError("BAD_USER_INPUT", "must be numbers of learners", "learners.learners"),
  unknownLearnersProfession: userError("BAD_USER_INPUT", "must be codes of professions", "learners.profession"),
  unknownLearnersUniversity: userError(
    "BAD_USER_INPUT",
    "must be codes of universities or colleges, where they have to decide",
    "learners.educationProvider",
  ),
  RISK_OF_STAYING_MISSING: userError("BAD_USER_INPUT", "must be weighed", "riskOfStaying"),
  RISK_OF_REMOVAL_MISSING: userError("BAD_USER_INPUT", "must be weighed", "riskOfRemoval"),
  LOCAL_RESOLUTION_NOT_TRIED: userError(
    "BAD_USER_INPUT",
    "must say what was tried locally, unless safety cannot wait",
    "localResolution",
  ),
  startsInThePast: userError("BAD_USER_INPUT", "must not be in the past", "startsOn"),

  UNKNOWN_CONSULTEE: userError("BAD_USER_INPUT", "must be in the list of those to be heard", "consultee"),
  HAS_TO_BE_HEARD: userError("BAD_USER_INPUT", "have to be heard and cannot be left out", "consultee"),
  answerMissing: userError("BAD_USER_INPUT", "must say what was answered", "answer"),

  NOT_REQUIRED: userError("BAD_USER_INPUT", "is no authority that has to decide on this removal", "decider"),
  ALREADY_GIVEN: userError("CONFLICT", "This authority has consented already.", "decider"),
  universitiesFirst: userError("CONFLICT", "Universities decide on their own learners first.", "decider"),
  declineReasonMissing: userError("BAD_USER_INPUT", "must say why", "reason"),

  UNKNOWN_NOTICE: userError("BAD_USER_INPUT", "must be in the list of those to be told", "told"),
  HAS_TO_BE_TOLD: userError("BAD_USER_INPUT", "have to be told and cannot be left out", "told"),
  toldInTheFuture: userError("BAD_USER_INPUT", "must not be in the future", "toldAt"),

  NOT_THEIR_LEARNERS: userError("BAD_USER_INPUT", "must be whose learners are removed", "educationProvider"),
  PAY_NOT_PROTECTED: userError("BAD_USER_INPUT", "must be protected", "payProtected"),
  PROGRESSION_NOT_PROTECTED: userError("BAD_USER_INPUT", "must be protected", "progressionProtected"),
  unknownPlace: userError("BAD_USER_INPUT", "must be the code of an open organisation", "place"),

  NOTICES_MISSING: userError("CONFLICT", "Not everybody has been told. Give the notices that are missing.", removal),
  RELOCATION_MISSING: userError("CONFLICT", "Not all of the learners have a place to go to.", removal),
} as const;
