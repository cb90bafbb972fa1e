/** How the explorer is bundled. Everything it needs is in the bundle: it asks nothing of the outside. */
import { defineConfig } from "vite";

export default defineConfig({
  base: "/explorer/",
  worker: { format: "es" },
  build: { target: "es2022", reportCompressedSize: false, chunkSizeWarningLimit: 5_000 },
});
