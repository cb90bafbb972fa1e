/** Breaking the glass: one person holds one concern open until an instant, and those who answer for it are told. */
import { randomUUID } from "node:crypto";
import { MoreThan } from "typeorm";
import { databaseNow } from "../../database-clock-reader.js";
import { breakGlassLimits } from "../casework-references.js";
import type { ConcernCommand } from "../concern-command.js";
import { breakGlassRefusal, closesAt } from "./break-glass.js";
import type { BreakGlassInput } from "./break-glass-inputs.js";
import { breakGlassRefusals } from "./break-glass-refusals.js";
import { EmergencyAccessRow } from "./break-glass-tables.js";

export const breakGlass: ConcernCommand<BreakGlassInput> = {
  action: "breakGlass",
  writes: ["emergencyAccess"],
  decide: async ({ manager, concern, context, acting }, { immediateRisk, reason }) => {
    const { issuer, subject, organisation, role, purpose } = context.caller;
    const openedAt = await databaseNow(manager);
    const mine = { concern: concern.key, issuer, subject, organisation, closesAt: MoreThan(openedAt) };
    const refusal = breakGlassRefusal(
      { ...acting, purpose, isRiskImmediate: immediateRisk, reason },
      await manager.existsBy(EmergencyAccessRow, mine),
      breakGlassLimits(),
    );
    if (refusal !== undefined) return { refused: breakGlassRefusals[refusal] };
    const id = randomUUID();
    await manager.insert(EmergencyAccessRow, {
      id,
      concern: concern.key,
      issuer,
      subject,
      organisation,
      role,
      reason,
      openedAt,
      closesAt: closesAt({ at: openedAt }, breakGlassLimits()),
    });
    return { appended: true, happened: [{ kind: "GLASS_BROKEN", record: id }] };
  },
};
