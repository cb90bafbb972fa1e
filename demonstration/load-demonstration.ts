export const loadDemonstration = async (..._a: unknown[]) => undefined;
