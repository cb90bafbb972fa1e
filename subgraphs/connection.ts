/** Relay connections: pages of at most a hundred, forward by an opaque cursor. */
import { ArgsType, Field, Int, type ClassType } from "type-graphql";
import { HubError } from "../errors/hub-error.js";
import { Carrier, PlainType } from "./annotations.js";

export const defaultPageSize = 20;
export const mostPageSize = 100;

@ArgsType()
export class PageArguments {
  @Field(() => Int, { nullable: true, description: "How many, 1 to 100. Default 20." })
  first?: number | null;

  @Field(() => String, { nullable: true, description: "The `endCursor` of the page before." })
  after?: string | null;
}

/** The size of the page asked for, or BAD_USER_INPUT. */
export function pageSize({ first }: Pick<PageArguments, "first">): number {
  if (first === undefined || first === null) return defaultPageSize;
  if (first < 1 || first > mostPageSize)
    throw new HubError("BAD_USER_INPUT", { field: "first", problem: "must be from 1 to 100", most: mostPageSize });
  return first;
}

@PlainType("PageInfo", { description: "Where a page stands in its list.", directives: ["@shareable"] })
export class PageInfo {
  @Carrier(() => Boolean, { description: "Whether there are more after this page." })
  hasNextPage!: boolean;

  @Carrier(() => Boolean, { description: "Whether this page was reached by a cursor." })
  hasPreviousPage!: boolean;

  @Carrier(() => String, { nullable: true, description: "Cursor of the first item." })
  startCursor!: string | null;

  @Carrier(() => String, { nullable: true, description: "Cursor of the last item; give it as `after` to go on." })
  endCursor!: string | null;
}

export interface Edge<Node> {
  readonly cursor: string;
  readonly node: Node;
}

export interface Connection<Node> {
  readonly edges: readonly Edge<Node>[];
  readonly nodes: readonly Node[];
  readonly pageInfo: PageInfo;
  /** Counts when it is asked for, and only then. */
  readonly totalCount: () => Promise<number>;
}

/** Makes the connection and edge types of a node type. */
export function connectionType<Node extends object>(
  name: string,
  node: () => ClassType<Node>,
): ClassType<Connection<Node>> {
  @PlainType(`${name}Edge`, { description: `One of a page of ${name} records, with its cursor.` })
  class NodeEdge {
    @Carrier(() => String, { description: "Opaque; bound to this caller, order and filter." })
    cursor!: string;

    @Carrier(node, { description: "The item." })
    node!: Node;
  }

  @PlainType(`${name}Connection`, { description: `A page of ${name} records, of those that you may know of.` })
  class NodeConnection {
    @Carrier(() => [NodeEdge], { description: "The items with their cursors." })
    edges!: NodeEdge[];

    @Carrier(() => [node()], { description: "The items." })
    nodes!: Node[];

    @Carrier(() => PageInfo, { description: "Where this page stands in the list." })
    pageInfo!: PageInfo;

    @Carrier(() => Int, { description: "How many there are in all pages, of those that you may know of." })
    totalCount!: () => Promise<number>;
  }
  return NodeConnection;
}

/** Makes a page of the items read, of which one more than asked shows that there is a next page. */
export function pageOf<Node>(
  read: readonly Node[],
  size: number,
  options: {
    readonly after: string | null | undefined;
    readonly cursorOf: (node: Node) => string;
    readonly count: () => Promise<number>;
  },
): Connection<Node> {
  const { cursorOf } = options;
  const nodes = read.slice(0, size);
  // Sealing a cursor takes longer than reading its row: it is done for those that are asked for.
  const edges = nodes.map((node) => ({
    node,
    get cursor() {
      return cursorOf(node);
    },
  }));
  const [first, last] = [edges[0], edges.at(-1)];
  return {
    nodes,
    edges,
    totalCount: options.count,
    pageInfo: {
      hasNextPage: read.length > size,
      hasPreviousPage: options.after !== undefined && options.after !== null,
      get startCursor() {
        return first?.cursor ?? null;
      },
      get endCursor() {
        return last?.cursor ?? null;
      },
    },
  };
}
