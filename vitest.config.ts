import { defineConfig } from 'vitest/config'

const reportFile = process.env['RECAP_TEST_REPORT']

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 180_000,
    // A shared machine can hold a browser up for a minute; what fails twice running fails. Without CI each failure counts.
    retry: process.env['CI'] ? 1 : 0,
    // .ci/run reads its closing line from the report.
    ...(reportFile ? { reporters: ['default', 'json'], outputFile: { json: reportFile } } : {}),
  },
})
