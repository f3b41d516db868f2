import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import S3rver from 's3rver'
import { expect, it, onTestFinished } from 'vitest'
import { s3Files } from '../../src/adapters/s3-files.ts'

it('keeps, gives back and removes files in a bucket, under its prefix', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-s3-'))
  const bucket = new S3rver({
    directory: folder,
    silent: true,
    configureBuckets: [{ name: 'resumes', configs: [] }],
  })
  await bucket.configureBuckets()
  const server = createServer(bucket.callback()).listen(0, '127.0.0.1')
  await new Promise((listening) => server.once('listening', listening))
  onTestFinished(() => {
    server.close()
    server.closeAllConnections()
    rmSync(folder, { recursive: true })
  })
  const { port } = server.address() as AddressInfo
  const at = (prefix: string) =>
    s3Files(`s3://S3RVER:S3RVER@resumes/${prefix}?endpoint=http://127.0.0.1:${port}`)
  const files = at('northwind')
  const bytes = new TextEncoder().encode('Ayşe Demirbaş, perception engineer')

  await files.put('a/original', bytes)
  expect(await files.get('a/original')).toEqual(bytes)
  expect(await at('elsewhere').get('a/original')).toBeUndefined()
  await files.remove('a/original')
  expect(await files.get('a/original')).toBeUndefined()
})
