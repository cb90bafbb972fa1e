/**
 * Headers of every response, errors and refused connections included. Pages that need more than nothing set their own
 * content security policy on top.
 */
export const defaultHeaders = {
  "cache-control": "no-store",
  "content-security-policy": "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": "camera=(), geolocation=(), microphone=()",
  "referrer-policy": "no-referrer",
  "strict-transport-security": "max-age=31536000; includeSubDomains",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
} as const;

/** Every answer of the graph carries the Government Security Classifications marking of what it may hold. */
export const handling = "OFFICIAL-SENSITIVE" as const;
