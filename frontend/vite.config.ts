import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

// Django serves the build below /static/ and finds the file names in dist/.vite/manifest.json.
export default defineConfig({
  base: "/static/",
  logLevel: process.env.VITEST ? "info" : "warn",
  plugins: [react()],
  resolve: { alias: { "@": fileURLToPath(new URL("./src", import.meta.url)) } },
  build: {
    manifest: true,
    outDir: "dist",
    // The page's content security policy takes fonts and pictures from the server only, not from data: addresses.
    assetsInlineLimit: 0,
    target: "es2022",
    rolldownOptions: {
      input: ["src/main.tsx", "src/account.ts"],
      // What changes seldom stands in files of its own, which browsers keep when our code changes.
      output: {
        codeSplitting: {
          groups: [
            { name: "react", test: /node_modules\/(react|react-dom|scheduler|zustand)\// },
            { name: "canvas-parts", test: /node_modules\/(@xyflow|d3-[a-z]+|classcat)\// },
            {
              name: "yaml-editor-parts",
              test: /node_modules\/(@codemirror|@lezer|@marijn|crelt|style-mod|w3c-keyname)\//,
            },
            { name: "yaml", test: /node_modules\/yaml\// },
          ],
        },
      },
    },
  },
  test: { environment: "node", include: ["src/**/*.test.ts"] },
});
