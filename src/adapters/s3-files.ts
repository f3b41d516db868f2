import {
  DeleteObjectCommand,
  GetObjectCommand,
  NoSuchKey,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3'
import type { FileStore } from '../documents/file-store.ts'

/**
 * Originals in a bucket: `s3://bucket/prefix?region=eu-west-1&endpoint=https://…`. Credentials come from
 * the environment as the AWS SDK reads them, or as `s3://key:secret@bucket/prefix`.
 */
export const s3Files = (address: string): FileStore => {
  const url = new URL(address)
  const endpoint = url.searchParams.get('endpoint')
  const client = new S3Client({
    region: url.searchParams.get('region') ?? 'us-east-1',
    ...(endpoint ? { endpoint, forcePathStyle: true } : {}),
    ...(url.username
      ? {
          credentials: {
            accessKeyId: decodeURIComponent(url.username),
            secretAccessKey: decodeURIComponent(url.password),
          },
        }
      : {}),
    requestChecksumCalculation: 'WHEN_REQUIRED',
  })
  const prefix = url.pathname.replace(/^\/+|\/+$/g, '')
  const at = (key: string) => ({ Bucket: url.hostname, Key: prefix ? `${prefix}/${key}` : key })
  return {
    put: async (key, bytes) => {
      await client.send(new PutObjectCommand({ ...at(key), Body: bytes }))
    },
    get: async (key) => {
      try {
        const object = await client.send(new GetObjectCommand(at(key)))
        return await object.Body?.transformToByteArray()
      } catch (error) {
        if (error instanceof NoSuchKey) return undefined
        throw error
      }
    },
    remove: async (key) => {
      await client.send(new DeleteObjectCommand(at(key)))
    },
  }
}
