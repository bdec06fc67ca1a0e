/// <reference types="vitest/config" />
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";

const flag = (name: string) => JSON.stringify(process.env[name] ?? "");

/**
 * The window freezes `Object.prototype`, after which `Signal.prototype.valueOf = …` throws, because
 * the name is inherited and read-only. With a property of its own to write to, it does not.
 */
const signalsOnFrozenPrototypes: Plugin = {
  name: "signals-on-frozen-prototypes",
  transform: (code, id) =>
    id.includes("@preact/signals-core")
      ? code.replace(
          /\b(\w+)\.prototype\.(valueOf|toString)\s*=(?!=)/g,
          '(Object.defineProperty($1.prototype,"$2",{writable:true,configurable:true}),$1.prototype).$2=',
        )
      : undefined,
};

export default defineConfig({
  base: "./",
  plugins: [react(), signalsOnFrozenPrototypes],
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
    // Loading React and Mantine once, not once a file, halves the time.
    isolate: false,
  },
});
