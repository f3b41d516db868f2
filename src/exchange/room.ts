import { defineRoom } from '../kernel/room.ts'
import { failRow } from './fail-row.ts'
import { importOf, importRows, imports } from './imports.ts'
import { finishReading, keepRows } from './keep-rows.ts'
import * as facts from './model/facts.ts'
import * as rights from './model/permissions.ts'
import { foreseeRows, previewImport } from './preview-import.ts'
import { recordExport } from './record-export.ts'
import { revertBatch, revertImport } from './revert-import.ts'
import { runBatch } from './run-batch.ts'
import { cancelImport, runImport } from './run-import.ts'
import { startImport } from './start-import.ts'
import type { TableReading } from './table-reading.ts'
import { forgetImports, importAtWork, stalledImports, wakeImport } from './wake-import.ts'
import {
  whenImportStandsStillWakeIt,
  whenImportWaitsWorkOnIt,
  whenNightComesForgetImports,
} from './when-import-waits-work-on-it.ts'

/** People in from spreadsheets, and out again. */
export const exchange = (ports: { readonly tables: TableReading }) =>
  defineRoom({
    name: 'exchange',
    commands: [
      startImport,
      keepRows,
      finishReading,
      previewImport,
      foreseeRows,
      runImport,
      runBatch,
      failRow,
      cancelImport,
      revertImport,
      revertBatch,
      wakeImport,
      forgetImports,
      recordExport,
    ],
    queries: [imports, importOf, importRows, importAtWork, stalledImports],
    facts: Object.values(facts),
    permissions: Object.values(rights),
    deliveries: [whenImportWaitsWorkOnIt(ports)],
    schedules: [whenImportStandsStillWakeIt, whenNightComesForgetImports],
  })
