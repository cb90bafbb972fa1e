/**
 * Where messages go beside the inbox: an e-mail address or a webhook of a role of an organisation. The secret with
 * which a webhook is signed is sealed with a key that the database does not have.
 */
import type { MigrationInterface, QueryRunner } from "typeorm";

export class MessageChannels1763900571000 implements MigrationInterface {
  readonly name = "MessageChannels1763900571000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table concerns.message_channel (
      id uuid primary key,
      organisation text not null,
      role text not null,
      kind text not null check (kind in ('EMAIL', 'WEBHOOK')),
      address text not null,
      key_id text,
      secret bytea,
      added_on date not null,
      unique (organisation, role, kind, address),
      check ((kind = 'WEBHOOK') = (secret is not null and key_id is not null))
    )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("drop table concerns.message_channel");
  }
}
