/// <reference types="vitest/config" />
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const flag = (name: string) => JSON.stringify(process.env[name] ?? "");

export default defineConfig({
  base: "./",
  plugins: [react()],
  // Spelled out so that a production build drops the code behind them.
  define: {
    "import.meta.env.VITE_FAKE": flag("VITE_FAKE"),
    "import.meta.env.VITE_BRIDGE": flag("VITE_BRIDGE"),
  },
  build: {
    target: ["safari16.4", "chrome111"],
    manifest: true,
    // A data: font or script would be against the window's content security policy.
    assetsInlineLimit: 0,
  },
  server: { port: 1420, strictPort: true },
  preview: { port: 1421, strictPort: true },
  test: {
    // One file instead of six thousand: tests load packages as they are.
    alias: { "@tabler/icons-react": "@tabler/icons-react/dist/cjs/tabler-icons-react.cjs" },
    environment: "happy-dom",
    setupFiles: ["./tests/setup.ts"],
    include: ["src/**/*.test.{ts,tsx}", "tests/**/*.test.ts"],
    css: false,
    testTimeout: 20_000,
  },
});
