declare module 's3rver' {
  import type { RequestListener } from 'node:http'
  /** As much of the test server as its one test uses. */
  export default class S3rver {
    constructor(options: {
      directory: string
      silent: boolean
      configureBuckets: { name: string; configs: string[] }[]
    })
    configureBuckets(): Promise<unknown>
    callback(): RequestListener
  }
}
