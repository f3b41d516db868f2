/**
 * Text in whatever encoding it was saved: marks first, then UTF-8 where valid, then the likeliest old
 * code page. Undefined for bytes that are no text.
 */
export function decodeText(bytes: Uint8Array): string | undefined {
  const encoding = guessEncoding(bytes)
  if (!encoding) return undefined
  const text = new TextDecoder(encoding).decode(bytes)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is counted.
  const controls = text.slice(0, 20_000).match(/[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/g)?.length ?? 0
  return controls > Math.max(2, Math.min(text.length, 20_000) * 0.01) ? undefined : text
}

function guessEncoding(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const sample = bytes.subarray(0, 4096)
  let evenNuls = 0
  let oddNuls = 0
  for (let at = 0; at < sample.length; at++) if (sample[at] === 0) at % 2 ? oddNuls++ : evenNuls++
  if (oddNuls > sample.length * 0.3 && evenNuls === 0) return 'utf-16le'
  if (evenNuls > sample.length * 0.3 && oddNuls === 0) return 'utf-16be'
  if (evenNuls + oddNuls > 4) return undefined
  // A character cut at the end of a sample must not make the whole text look like another encoding.
  if (decodes('utf-8', bytes) || decodes('utf-8', bytes.subarray(0, Math.max(0, bytes.length - 3))))
    return 'utf-8'
  if (japanese('shift_jis', sample)) return 'shift_jis'
  if (japanese('euc-jp', sample)) return 'euc-jp'
  let high = 0
  let plain = 0
  for (const byte of sample) {
    if (byte >= 0xc0) high += 1
    else if ((byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a)) plain += 1
  }
  return high > plain * 0.6 ? 'windows-1251' : 'windows-1252'
}

function decodes(encoding: string, bytes: Uint8Array): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

function japanese(encoding: string, sample: Uint8Array): boolean {
  if (!decodes(encoding, sample.subarray(0, -2)) && !decodes(encoding, sample)) return false
  const text = new TextDecoder(encoding).decode(sample)
  const kana = text.match(/[\u3041-\u30fa\u4e00-\u9fff]/g)?.length ?? 0
  const halfwidth = text.match(/[\uff61-\uff9f]/g)?.length ?? 0
  return kana > 10 && kana > halfwidth * 4
}
