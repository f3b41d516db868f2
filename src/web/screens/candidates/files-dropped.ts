/** Files as they are to be sent: archives are opened here, what is no file of a person stays out. */
export const filesDropped = async (
  given: readonly File[],
): Promise<{ readonly files: readonly File[]; readonly leftOut: readonly string[] }> => {
  const files: File[] = []
  const leftOut: string[] = []
  for (const file of given) {
    if (!/\.zip$/iu.test(file.name)) files.push(file)
    else {
      const inside = await unzipped(file)
      if (inside === undefined) leftOut.push(`${file.name}: the archive is damaged`)
      else {
        files.push(...inside.files)
        leftOut.push(...inside.leftOut)
      }
    }
  }
  return {
    files: files.slice(0, mostFiles),
    leftOut: [
      ...leftOut,
      ...files.slice(mostFiles).map(({ name }) => `${name}: more than ${mostFiles} at once`),
    ],
  }
}

const mostFiles = 200
const largestFile = 10_000_000

const unzipped = async (archive: File) => {
  const { unzip } = await import('fflate')
  const leftOut: string[] = []
  let taken = 0
  return new Promise<{ files: File[]; leftOut: string[] } | undefined>((done) => {
    void archive.arrayBuffer().then((bytes) =>
      unzip(
        new Uint8Array(bytes),
        {
          filter: ({ name, originalSize }) => {
            const last = name.split('/').at(-1) ?? ''
            if (last === '' || last.startsWith('.') || name.startsWith('__MACOSX/')) return false
            // What an archive claims to unfold to is refused before it is unfolded.
            if (originalSize > largestFile) {
              leftOut.push(`${last}: larger than 10 MB`)
              return false
            }
            return taken++ < mostFiles
          },
        },
        (error, entries) =>
          done(
            error
              ? undefined
              : {
                  files: Object.entries(entries).map(
                    ([name, content]) =>
                      new File([content as Uint8Array<ArrayBuffer>], name.split('/').at(-1)!),
                  ),
                  leftOut,
                },
          ),
      ),
    )
  })
}
