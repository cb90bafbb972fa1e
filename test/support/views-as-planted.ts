/** The views of a database that is copied are those of the code that made it: without a fault that was planted since. */
import type * as Subgraphs from "../../hub/subgraphs.js";
import type { TestDatabaseOptions } from "./database.js";
import { outside } from "./outside.js";

/** Nothing, which leaves the views as they are, where no fault is planted. */
export async function viewsAsPlanted(): Promise<Pick<TestDatabaseOptions, "generatedViews">> {
  if (!process.env["HUB_PLANTED_FAULT"]) return {};
  const { generatedViews } = await outside<typeof Subgraphs>("../../hub/subgraphs.ts");
  return { generatedViews: generatedViews() };
}
