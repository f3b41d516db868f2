import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: ['tests/support/cluster.ts'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // A busy machine shows a page's change later than the second that is usual.
    expect: { poll: { timeout: 10_000 } },
    env: { TZ: 'America/New_York' },
  },
})
