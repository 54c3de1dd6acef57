import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

// Django serves the build below /static/ and finds the file names in dist/.vite/manifest.json.
export default defineConfig({
  base: "/static/",
  plugins: [react()],
  resolve: { alias: { "@": fileURLToPath(new URL("./src", import.meta.url)) } },
  build: {
    manifest: true,
    outDir: "dist",
    // The page's content security policy takes fonts and pictures from the server only, not from data: addresses.
    assetsInlineLimit: 0,
    target: "es2022",
    chunkSizeWarningLimit: 1200,
    rollupOptions: { input: "src/main.tsx" },
  },
  test: { environment: "node", include: ["src/**/*.test.ts"] },
});
