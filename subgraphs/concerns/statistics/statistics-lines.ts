/**
 * Which cells of the cube add up to which: the lines along which somebody could work back from totals to a part. A
 * region is the sum of its providers; domains and professions overlap, since one concern may be in several.
 */
import { cellName, dimensions, tables, type Dimension } from "./statistics-cube.js";
import type { Line } from "./disclosure-control.js";

/** Members of each dimension that have a concern, and the region of each provider. */
export interface CubeMembers {
  readonly members: Readonly<Record<Dimension, readonly string[]>>;
  readonly regionOf: ReadonlyMap<string, string>;
}

const overlapping: readonly Dimension[] = ["EQF_DOMAIN", "PROFESSION"];

export function linesOf({ members, regionOf }: CubeMembers): Line[] {
  return [...marginLines(members), ...regionLines(members, regionOf)];
}

/** Along each dimension of a table: the total is the cell of the table without it. */
function marginLines(members: CubeMembers["members"]): Line[] {
  return tables.flatMap((table) =>
    table.flatMap((along) => {
      const rest = table.filter((dimension) => dimension !== along);
      return keysOf(rest, members).map((fixed) => ({
        total: cellName(rest, fixed),
        parts: members[along].map((member) => cellName(table, inOrder(table, along, member, rest, fixed))),
        overlapping: overlapping.includes(along),
      }));
    }),
  );
}

/** A region's cells are the sums of those of its providers, alone and by whatever else. */
function regionLines(members: CubeMembers["members"], regionOf: ReadonlyMap<string, string>): Line[] {
  const others = dimensions.filter((dimension) => dimension !== "REGION" && dimension !== "PROVIDER");
  return members.REGION.flatMap((region) => {
    const providers = members.PROVIDER.filter((provider) => regionOf.get(provider) === region);
    const lineBy = (rest: readonly Dimension[], fixed: readonly string[]): Line => ({
      total: cellName(["REGION", ...rest], [region, ...fixed]),
      parts: providers.map((provider) => cellName(["PROVIDER", ...rest], [provider, ...fixed])),
      overlapping: false,
    });
    return [lineBy([], []), ...others.flatMap((other) => members[other].map((member) => lineBy([other], [member])))];
  });
}

function inOrder(
  table: readonly Dimension[],
  along: Dimension,
  member: string,
  rest: readonly Dimension[],
  fixed: readonly string[],
): string[] {
  return table.map((dimension) => (dimension === along ? member : (fixed[rest.indexOf(dimension)] ?? "")));
}

function keysOf(rest: readonly Dimension[], members: CubeMembers["members"]): string[][] {
  const [first] = rest;
  return first === undefined ? [[]] : members[first].map((member) => [member]);
}
