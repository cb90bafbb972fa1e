/**
 * Content Security Policies of the pages. Every page starts from nothing but its own origin; what a page gets beyond
 * that is written here with the reason.
 */

const refusals = ["base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'", "object-src 'none'"];

export const pagePolicy = ["default-src 'self'", ...refusals].join("; ");

/**
 * The explorer's editor (Monaco) writes `style` elements and attributes to place its text, and GraphiQL's style sheet
 * carries its fonts and icons as `data:`; neither lets a script in. Scripts and workers are files of our own origin.
 */
export const explorerPolicy = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self' data:",
  "img-src 'self' data:",
  "worker-src 'self'",
  ...refusals,
].join("; ");

/** Sent with every page and asset; no address, which may name a persona, leaves with a link. */
export const safeHeaders = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
} as const;
