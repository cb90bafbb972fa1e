/** Pages of several parents that are asked for alike, such as those of a list of concerns, read in one statement. */

export interface PageOfParent {
  readonly parent: string;
  /** Equal for parents whose pages may be read in one statement. */
  readonly group: string;
}

export async function loadByGroup<Page extends PageOfParent, Value>(
  pages: readonly Page[],
  load: (sample: Page, parents: string[]) => Promise<ReadonlyMap<string, Value>>,
): Promise<ReadonlyMap<Page, Value>> {
  const groups = new Map<string, Page[]>();
  for (const page of pages) groups.set(page.group, [...(groups.get(page.group) ?? []), page]);
  const loaded = new Map<Page, Value>();
  for (const [sample, ...others] of groups.values()) {
    if (sample === undefined) continue;
    const members = [sample, ...others];
    const values = await load(sample, [...new Set(members.map(({ parent }) => parent))]);
    for (const member of members) {
      const value = values.get(member.parent);
      if (value !== undefined) loaded.set(member, value);
    }
  }
  return loaded;
}
