/** The name that a client gave its operation (GraphQL October 2021, 2.1.9), where it is short enough for an audit and a log. */
export function plainName(name: string | undefined): string | undefined {
  return name !== undefined && /^[A-Za-z_]\w{0,63}$/.test(name) ? name : undefined;
}
