import type { ExtractedText } from './model/extracted-text.ts'

/** Reads text out of a file's bytes, within limits of time and memory; always answers with a value. */
export interface TextExtraction {
  read(bytes: Uint8Array, fileName: string): Promise<ExtractedText>
}
