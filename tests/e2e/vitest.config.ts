import { defineConfig } from "vitest/config";

// Each file has its own processes; two at a time is what two cores can carry.
export default defineConfig({
  test: {
    include: ["**/*.test.ts"],
    pool: "forks",
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    teardownTimeout: 20_000,
  },
});
