/**
 * Chooses the media type of an answer (GraphQL over HTTP, "Accept"): the newer type where the client names it with at
 * least the same weight, else plain JSON; undefined when the client takes neither.
 */
const graphResponse = "application/graphql-response+json";
const plainJson = "application/json";

export type ResponseType = typeof graphResponse | typeof plainJson;

export function responseType(accept: string | undefined): ResponseType | undefined {
  if (accept === undefined || accept.trim() === "") return plainJson;
  const ranges = accept.split(",").map(readRange);
  const weightOf = (type: ResponseType) => {
    const matching = [type, "application/*", "*/*"].map((range) => ranges.find(({ name }) => name === range));
    return matching.find((range) => range !== undefined)?.weight ?? 0;
  };
  const named = ranges.some(({ name }) => name === graphResponse);
  const [graph, plain] = [weightOf(graphResponse), weightOf(plainJson)];
  if (named && graph > 0 && graph >= plain) return graphResponse;
  return plain > 0 ? plainJson : undefined;
}

function readRange(range: string): { name: string; weight: number } {
  const [name = "", ...parameters] = range.split(";").map((part) => part.trim().toLowerCase());
  const weight = Number(parameters.find((parameter) => parameter.startsWith("q="))?.slice(2) ?? 1);
  return { name, weight: Number.isFinite(weight) ? weight : 1 };
}
