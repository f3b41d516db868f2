/** Says in a sentence what to do about a file named on the command line that the disk does not give. */
export const whyNotRead = (error: unknown): string => {
  const { code, message } = error instanceof Error ? (error as NodeJS.ErrnoException) : {}
  return reasons[code ?? ''] ?? message ?? String(error)
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'There is no such file. Check the name and the folder.',
  EISDIR: 'That is a folder. Name the files in it, for example with FOLDER/*.',
  ENOTDIR: 'A part of the path is a file, not a folder. Check the path.',
  EACCES: 'You may not open this file. Change its rights or run as its owner.',
  EPERM: 'You may not open this file. Change its rights or run as its owner.',
  ENAMETOOLONG: 'The name is too long for a file. Quote it if it holds spaces.',
}
