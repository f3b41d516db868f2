import type { FileKind } from '../documents/model/extracted-text.ts'
import type { MarkupText } from './text-extraction-lines.ts'
import { readOfficeXml, refuseDocumentType } from './text-extraction-markup.ts'
import { decodeText } from './text-extraction-plain.ts'
import { openZip, Refused, type Zip, type ZipLimits } from './text-extraction-zip.ts'

/** DOCX or ODT by what the archive holds; anything else in an archive is refused as unsupported. */
export async function readOfficeArchive(
  bytes: Uint8Array,
  limits: ZipLimits,
  found: (kind: FileKind) => void,
): Promise<MarkupText> {
  const zip = await openZip(bytes, limits)
  try {
    const main = zip.names.find((name) => /^word\/document\d*\.xml$/.test(name))
    if (main) {
      found('docx')
      return await readDocx(zip, main)
    }
    if (!zip.names.includes('content.xml')) throw new Refused('unsupported', 'no document inside')
    found('odt')
    return await readOdt(zip)
  } finally {
    zip.close()
  }
}

async function readDocx(zip: Zip, main: string): Promise<MarkupText> {
  const parts = await readParts(zip)
  const headers = [...parts.keys()].filter((name) => /^word\/header\d*\.xml$/.test(name))
  const footers = [...parts.keys()].filter((name) => /^word\/footer\d*\.xml$/.test(name))
  const read = [...headers, main, ...footers].map((name) => readOfficeXml(parts.get(name) ?? ''))
  const targets = [...parts]
    .filter(([name]) => /^word\/_rels\/.*\.rels$/.test(name))
    .flatMap(([, xml]) =>
      [...xml.matchAll(/Target="((?:https?:|mailto:)[^"]{1,500})"/g)].map((match) => match[1]!),
    )
  return {
    // The same header stands on the first and the following pages; once is enough.
    text: [...new Set(read.map((part) => part.text))].filter((text) => text !== '').join('\n\n'),
    prominent: read.flatMap((part) => part.prominent),
    links: [...new Set(targets)].filter((target) => !target.includes('schemas.openxmlformats')),
  }
}

async function readOdt(zip: Zip): Promise<MarkupText> {
  const parts = await readParts(zip)
  if (/manifest:encryption-data/.test(parts.get('META-INF/manifest.xml') ?? ''))
    throw new Refused('encrypted', 'the document is encrypted')
  const styles = parts.get('styles.xml') ?? ''
  const masters = styles.indexOf('<office:master-styles')
  const head = readOfficeXml(masters < 0 ? '' : styles.slice(masters))
  const body = readOfficeXml(parts.get('content.xml') ?? '')
  const text = head.text === '' ? body.text : `${head.text}\n\n${body.text}`
  return { text, prominent: body.prominent, links: [...head.links, ...body.links] }
}

// Every XML part is looked at, also those never read, because R20 refuses the file and not the part.
async function readParts(zip: Zip): Promise<Map<string, string>> {
  const parts = new Map<string, string>()
  for (const name of zip.names) {
    if (!/\.(?:xml|rels|rdf)$/i.test(name)) continue
    const xml = decodeText((await zip.read(name)) ?? new Uint8Array()) ?? ''
    refuseDocumentType(xml)
    parts.set(name, xml)
  }
  return parts
}
