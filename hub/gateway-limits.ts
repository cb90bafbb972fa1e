/** The bounds of the public endpoint: those that an operator sets, and the others as they are. */
import { defaultLimits, type GatewayLimits } from "../gateway/limits.js";
import type { Settings } from "../settings/structured-settings.js";

export function gatewayLimits({ limits }: Pick<Settings, "limits">): GatewayLimits {
  const { subgraphTimeoutMs, operationTimeoutMs, ...counted } = limits;
  return {
    ...defaultLimits,
    ...counted,
    subgraphMilliseconds: subgraphTimeoutMs,
    operationMilliseconds: operationTimeoutMs,
  };
}
