/**
 * The one rule about organisation codes: capitals and digits, three to twelve of them. ODS codes, UKPRNs and the
 * initials of regulators all pass. Nothing about an organisation is inferred from the shape of its code.
 */
export const organisationCode = /^[A-Z0-9]{3,12}$/;
