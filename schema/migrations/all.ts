/** The migrations in the order in which they are applied. Each stays as it is once it was released. */
import type { MigrationInterface } from "typeorm";
import { Foundation1763900000000 } from "./0000-foundation.js";
import { Organisations1763900100000 } from "./0100-organisations.js";
import { Standards1763900200000 } from "./0200-standards.js";
import { Concerns1763900300000 } from "./0300-concerns.js";
import { Sharing1763900400000 } from "./0400-sharing.js";
import { AccessBasis1763900490000 } from "./0490-access-basis.js";
import { EventsAndMessages1763900500000 } from "./0500-events-and-messages.js";
import { SupportAndReviews1763900510000 } from "./0510-support-and-reviews.js";
import { ProvidersActions1763900520000 } from "./0520-the-providers-actions.js";
import { Evidence1763900521000 } from "./0521-evidence.js";
import { Removals1763900530000 } from "./0530-removals.js";
import { ReviewPanels1763900550000 } from "./0550-review-panels.js";
import { SpeakingUp1763900560000 } from "./0560-speaking-up.js";
import { Reminders1763900570000 } from "./0570-reminders.js";
import { MessageChannels1763900571000 } from "./0571-message-channels.js";
import { DeliveryJobs1763900572000 } from "./0572-delivery-jobs.js";
import { AudienceOfEvents1763900580000 } from "./0580-audience-of-events.js";
import { WhatChangedSince1763900581000 } from "./0581-what-changed-since.js";
import { Statistics1763900600000 } from "./0600-statistics.js";
import { WhatSharesOpen1763900615000 } from "./0615-what-shares-open.js";
import { Contributions1763900640000 } from "./0640-contributions.js";
import { RegulatorCases1763900641000 } from "./0641-regulator-cases.js";
import { EmergingSignals1763900642000 } from "./0642-emerging-signals.js";
import { Mergers1763900660000 } from "./0660-mergers.js";
import { MovesBetweenProviders1763900661000 } from "./0661-moves-between-providers.js";
import { GuardianCounts1763900662000 } from "./0662-guardian-counts.js";
import { WhoReadWhat1763900700000 } from "./0700-who-read-what.js";
import { WhatWasKnown1763900710000 } from "./0710-what-was-known.js";
import { AuditChain1763900720000 } from "./0720-audit-chain.js";
import { AgreementStarts1763900721000 } from "./0721-agreement-starts.js";
import { KeysByAge1763900730000 } from "./0730-keys-by-age.js";

export const migrations: readonly (new () => MigrationInterface & { readonly name: string })[] = [
  Foundation1763900000000,
  Organisations1763900100000,
  Standards1763900200000,
  Concerns1763900300000,
  Sharing1763900400000,
  AccessBasis1763900490000,
  EventsAndMessages1763900500000,
  SupportAndReviews1763900510000,
  ProvidersActions1763900520000,
  Evidence1763900521000,
  Removals1763900530000,
  ReviewPanels1763900550000,
  SpeakingUp1763900560000,
  Reminders1763900570000,
  MessageChannels1763900571000,
  DeliveryJobs1763900572000,
  AudienceOfEvents1763900580000,
  WhatChangedSince1763900581000,
  Statistics1763900600000,
  WhatSharesOpen1763900615000,
  Contributions1763900640000,
  RegulatorCases1763900641000,
  EmergingSignals1763900642000,
  Mergers1763900660000,
  MovesBetweenProviders1763900661000,
  GuardianCounts1763900662000,
  WhoReadWhat1763900700000,
  WhatWasKnown1763900710000,
  AuditChain1763900720000,
  AgreementStarts1763900721000,
  KeysByAge1763900730000,
];
